"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The shops, and the products, SKUs and agents that belong to them, as number arrays that every worker
can make for itself.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from customer_value.sample.draws import Draws, Ints
from customer_value.sample.plan import SamplePlan


@dataclass(frozen=True)
class Catalogue:
    """Arrays with one element per product or SKU; prices in cents.

    `first_sku` has the first SKU of each product, and one after the last.
    """

    shops: int
    agents: int
    product_price: Ints
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
    products = np.arange(min(30 + plan.sends // 1_000, 50_000))
    dear = draws.uniform("price", products)
    sku_counts = 1 + draws.below("skus of product", products, 3)
    return Catalogue(
        shops=min(3 + plan.sends // 1_000_000, 20),
        agents=min(12 + plan.sends // 5_000, 5_000),
        product_price=(990 + 60_000 * dear * dear * dear).astype(np.int64),
        first_sku=np.concatenate([[0], np.cumsum(sku_counts)]),
        sku_product=np.repeat(products, sku_counts),
    )
