"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The dimension tables of the area: activities and their items.
"""

from datetime import timedelta

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_service_promo.sample import names
from customer_value.areas.customer_service_promo.sample.catalogue import (
    NO_SKU,
    UNLIMITED,
    Catalogue,
)
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH, SKU_WIDTH
from customer_value.areas.shared.sample.names import SHOPS
from customer_value.sample.draws import Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    amounts,
    chosen,
    identifiers,
    named,
    seconds_of,
    string_table,
    times,
    whole_numbers,
)

ACTIVITY_WIDTH = 4

_STATUSES = ["未开始", "进行中", "已结束"]


def stale_statuses(activities: int) -> Ints:
    """The activities whose stored status was never brought up to date."""
    return np.flatnonzero(np.isin(np.arange(activities) % 16, (3, 10)))


def activity_table(plan: SamplePlan, catalogue: Catalogue) -> pa.Table:
    """One row per activity; the stored status of a few differs from what their dates say."""
    activities = np.arange(catalogue.activities)
    as_of = seconds_of(plan.as_of)
    start = as_of + catalogue.activity_start * DAY
    end = as_of + catalogue.activity_end * DAY + DAY - 1
    status = np.where(end < as_of, 2, np.where(start > as_of, 0, 1))
    stale = stale_statuses(catalogue.activities)
    status[stale] = (status[stale] + 2) % 3
    created = np.minimum(start, as_of - DAY) - 3 * DAY + activities * 61 % DAY
    return string_table(
        {
            "activity_id": identifiers("A", activities, ACTIVITY_WIDTH),
            "activity_name": named(names.ACTIVITIES, activities),
            "activity_level": chosen(
                ["商品级", "SKU级"], catalogue.activity_of_skus.astype(np.int64)
            ),
            "promo_type": chosen(
                ["固定优惠", "自定义优惠"], catalogue.activity_of_custom_amounts.astype(np.int64)
            ),
            "start_time": times(start),
            "end_time": times(end),
            "activity_status": chosen(_STATUSES, status),
            "shop_id": identifiers(SHOPS, activities % catalogue.shops, 2),
            "create_time": times(created),
            "update_time": times(created + DAY),
        }
    )


def item_table(plan: SamplePlan, catalogue: Catalogue) -> pa.Table:
    """One row per product or SKU that an activity offers."""
    start = np.minimum(catalogue.activity_start, -1)[catalogue.item_activity]
    return string_table(
        {
            "activity_id": identifiers("A", catalogue.item_activity, ACTIVITY_WIDTH),
            "product_id": identifiers("P", catalogue.item_product, PRODUCT_WIDTH),
            "sku_id": identifiers("K", catalogue.item_sku, SKU_WIDTH, catalogue.item_sku == NO_SKU),
            "promo_amount": amounts(catalogue.item_amount),
            "purchase_limit": whole_numbers(
                catalogue.item_limit, catalogue.item_limit == UNLIMITED
            ),
            "create_time": times(seconds_of(plan.as_of) + (start - 2) * DAY + DAY // 2),
        }
    )


def text_of_day(plan: SamplePlan, days: int, time: str) -> str:
    """The day `days` after as_of, and a time of day, as ODS text."""
    return f"{plan.as_of + timedelta(days=days)} {time}"
