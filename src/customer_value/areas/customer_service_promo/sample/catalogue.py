"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What exists before anything is sent: shops, products, SKUs, agents, activities and the products they
offer, as number arrays that every worker can make for itself.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from customer_value.sample.draws import Bools, Draws, Floats, Ints
from customer_value.sample.plan import SamplePlan

UNLIMITED = 0
NO_SKU = -1

# First and last day of an activity, counted from as_of; None is the first day of the sample.
_SPANS: tuple[tuple[int | None, int], ...] = (
    (None, 20),
    (None, -15),
    (-20, 10),
    (-35, -3),
    (None, 15),
    (-10, 30),
    (5, 25),
    (None, 40),
)
_WITHOUT_SENDS = 7
_LIMITS = np.array([1, 2, 3, UNLIMITED, 1], dtype=np.int64)


@dataclass(frozen=True)
class Catalogue:
    """Arrays with one element per product, SKU, activity or item; amounts in cents, days counted
    from as_of.
    """

    shops: int
    agents: int
    consumers: int
    product_price: Ints
    first_sku: Ints
    sku_product: Ints
    activity_start: Ints
    activity_end: Ints
    activity_of_skus: Bools
    activity_of_custom_amounts: Bools
    activity_weight: Floats
    first_item: Ints
    item_activity: Ints
    item_product: Ints
    item_sku: Ints
    item_amount: Ints
    item_limit: Ints

    @property
    def products(self) -> int:
        """Number of products."""
        return len(self.product_price)

    @property
    def activities(self) -> int:
        """Number of activities."""
        return len(self.activity_start)

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
    shops = min(3 + plan.sends // 1_000_000, 20)
    prices, first_sku, sku_product = _products(plan, draws)
    activities = np.arange(min(16 + plan.sends // 20_000, 2_000))
    start, end = _spans(plan, activities)
    of_skus = activities % 3 == 2
    item_counts = 2 + draws.below("items of activity", activities, 4)
    first_item = np.concatenate([[0], np.cumsum(item_counts)])
    item_activity = np.repeat(activities, item_counts)
    place = np.arange(first_item[-1]) - first_item[item_activity]
    shop = item_activity % shops
    in_shop = (len(prices) - shop + shops - 1) // shops
    rank = draws.zipf("products of activity", item_activity, in_shop) + place
    item_product = rank % in_shop * shops + shop
    sku_count = first_sku[item_product + 1] - first_sku[item_product]
    item_sku = np.where(of_skus[item_activity], first_sku[item_product] + place % sku_count, NO_SKU)
    share = 5 + draws.below("promo share", np.arange(first_item[-1]), 16)
    weight = np.floor(100_000.0 / (1 + activities))
    return Catalogue(
        shops=shops,
        agents=min(12 + plan.sends // 5_000, 5_000),
        consumers=plan.sends * 2 // 5,
        product_price=prices,
        first_sku=first_sku,
        sku_product=sku_product,
        activity_start=start,
        activity_end=end,
        activity_of_skus=of_skus,
        activity_of_custom_amounts=activities % 4 == 1,
        activity_weight=np.where(activities == _WITHOUT_SENDS, 0.0, weight),
        first_item=first_item,
        item_activity=item_activity,
        item_product=item_product,
        item_sku=item_sku,
        item_amount=prices[item_product] * share // 100,
        item_limit=_LIMITS[np.arange(first_item[-1]) % len(_LIMITS)],
    )


def _products(plan: SamplePlan, draws: Draws) -> tuple[Ints, Ints, Ints]:
    """Price of each product, first SKU of each product (and one after the last), product of each
    SKU.
    """
    products = np.arange(min(30 + plan.sends // 1_000, 50_000))
    dear = draws.uniform("price", products)
    prices = (990 + 60_000 * dear * dear * dear).astype(np.int64)
    sku_counts = 1 + draws.below("skus of product", products, 3)
    first_sku = np.concatenate([[0], np.cumsum(sku_counts)])
    return prices, first_sku, np.repeat(products, sku_counts)


def _spans(plan: SamplePlan, activities: Ints) -> tuple[Ints, Ints]:
    first_day = 1 - plan.days
    starts = np.array([first_day if start is None else start for start, _ in _SPANS])
    ends = np.array([end for _, end in _SPANS])
    return starts[activities % len(_SPANS)], ends[activities % len(_SPANS)]
