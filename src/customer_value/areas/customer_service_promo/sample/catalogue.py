"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What exists before anything is sent: the shared catalogue, and the activities with the products that
they offer, as number arrays that every worker can make for itself.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from customer_value.areas.shared.sample import catalogue as shared
from customer_value.areas.shared.sample.customers import pool_of
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
class Catalogue(shared.Catalogue):
    """Also arrays with one element per activity or item; amounts in cents, days counted from
    as_of.
    """

    consumers: int
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
    def activities(self) -> int:
        """Number of activities."""
        return len(self.activity_start)


@lru_cache(maxsize=4)
def catalogue_of(plan: SamplePlan) -> Catalogue:
    """The catalogue of a plan: it grows much more slowly than the sends, and always fits in
    memory.
    """
    draws = Draws(plan.seed)
    goods = shared.catalogue_of(plan)
    activities = np.arange(min(16 + plan.sends // 20_000, 2_000))
    start, end = _spans(plan, activities)
    of_skus = activities % 3 == 2
    item_counts = 2 + draws.below("items of activity", activities, 4)
    first_item = np.concatenate([[0], np.cumsum(item_counts)])
    item_activity = np.repeat(activities, item_counts)
    place = np.arange(first_item[-1]) - first_item[item_activity]
    shop = item_activity % goods.shops
    in_shop = goods.members_of_shop(shop, goods.products)
    rank = draws.zipf("products of activity", item_activity, in_shop) + place
    item_product = rank % in_shop * goods.shops + shop
    first_sku = goods.first_sku[item_product]
    sku_count = goods.first_sku[item_product + 1] - first_sku
    item_sku = np.where(of_skus[item_activity], first_sku + place % sku_count, NO_SKU)
    share = 5 + draws.below("promo share", np.arange(first_item[-1]), 16)
    weight = np.floor(100_000.0 / (1 + activities))
    return Catalogue(
        **vars(goods),
        consumers=pool_of(plan),
        activity_start=start,
        activity_end=end,
        activity_of_skus=of_skus,
        activity_of_custom_amounts=activities % 4 == 1,
        activity_weight=np.where(activities == _WITHOUT_SENDS, 0.0, weight),
        first_item=first_item,
        item_activity=item_activity,
        item_product=item_product,
        item_sku=item_sku,
        item_amount=goods.product_price[item_product] * share // 100,
        item_limit=_LIMITS[np.arange(first_item[-1]) % len(_LIMITS)],
    )


def _spans(plan: SamplePlan, activities: Ints) -> tuple[Ints, Ints]:
    first_day = 1 - plan.days
    starts = np.array([first_day if start is None else start for start, _ in _SPANS])
    ends = np.array([end for _, end in _SPANS])
    return starts[activities % len(_SPANS)], ends[activities % len(_SPANS)]
