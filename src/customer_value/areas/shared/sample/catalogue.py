"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The shops, and the products, SKUs and agents that belong to them, as number arrays that every worker
can make for itself.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from customer_value.areas.shared.sample import names
from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan

LONG_AGO = -1_200
NEVER = 10_000


@dataclass(frozen=True)
class Catalogue:
    """Arrays with one element per product or SKU; prices in cents.

    `first_sku` has the first SKU of each product, and one after the last. `product_listed` and
    `product_delisted` are days counted from as_of; a product is on sale from the first up to the
    day before the second. The first product of each category always is.
    """

    shops: int
    agents: int
    product_price: Ints
    product_brand: Ints
    product_listed: Ints
    product_delisted: Ints
    first_sku: Ints
    sku_product: Ints

    @property
    def products(self) -> int:
        """Number of products."""
        return len(self.product_price)

    def members_of_shop(self, shop: Ints, total: int) -> Ints:
        """How many of `total` numbered things belong to each shop; thing i belongs to shop i mod
        shops.
        """
        return (total - shop + self.shops - 1) // self.shops


@lru_cache(maxsize=4)
def catalogue_of(plan: SamplePlan) -> Catalogue:
    """The catalogue of a plan: it grows much more slowly than the sends, and always fits in
    memory.
    """
    draws = Draws(plan.seed)
    customers = 0 if plan.customers is None else plan.customers
    products = np.arange(min(30 + max(plan.sends // 1_000, customers // 50), 50_000))
    dear = draws.uniform("price", products)
    sku_counts = 1 + draws.below("skus of product", products, 3)
    return Catalogue(
        shops=min(3 + plan.sends // 1_000_000, 20),
        agents=min(12 + plan.sends // 5_000, 5_000),
        product_price=(990 + 60_000 * dear * dear * dear).astype(np.int64),
        product_brand=products * 7 // 3 % len(names.BRANDS),
        product_listed=np.where(is_new(products), -30 - products * 37 % 600, LONG_AGO),
        product_delisted=_delisted(products),
        first_sku=np.concatenate([[0], np.cumsum(sku_counts)]),
        sku_product=np.repeat(products, sku_counts),
    )


def is_off_sale(products: Ints) -> Bools:
    """Whether the shop has taken a product off its shelves."""
    off: Bools = products % 11 == 10
    return off


def is_new(products: Ints) -> Bools:
    """Whether a product was listed within the last two years."""
    new: Bools = (products % 5 == 4) & ~is_off_sale(products)
    return new


def _delisted(products: Ints) -> Ints:
    """Most products off sale left before as_of; a few on sale have a last day that is still to
    come.
    """
    ends_soon = (products % 13 == 12) & ~is_off_sale(products)
    return np.where(
        is_off_sale(products), -20 - products * 53 % 400, np.where(ends_soon, 45, NEVER)
    )
