"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The customers of the pool who asked to be erased from all areas, and when.
"""

import numpy as np
import pyarrow as pa

from customer_value.areas.shared.sample.customers import (
    customer_ids,
    customers_of,
    registration_days,
)
from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import DAY, seconds_of, string_table, times

STORY_CUSTOMERS = ("C80000508", "C80000509", "C80000510")
"""Customers written by hand in an area's sample; they asked ten days before as_of."""

_STORY_DAYS_AGO = 10
_SHARE = 0.012
_NINE_O_CLOCK = 9 * 3_600


def is_erased(plan: SamplePlan, numbers: Ints) -> Bools:
    """Who of these customers asks for erasure, of those who were there long enough."""
    asked = Draws(plan.seed).uniform("erased", numbers) < _SHARE
    return asked & (registration_days(plan, numbers) < -60)


def erasure_table(plan: SamplePlan, part: int) -> pa.Table:
    """`ods_customer_erasure` of the customers of a part as text; the first part also has those who
    are written by hand.
    """
    pool = np.arange(*customers_of(plan, part))
    numbers = pool[is_erased(plan, pool)]
    ago = 1 + Draws(plan.seed).below("erased ago", numbers, 50)
    drawn = _requests(plan, customer_ids(numbers), ago)
    if part > 0:
        return drawn
    story = np.full(len(STORY_CUSTOMERS), _STORY_DAYS_AGO)
    return pa.concat_tables([_requests(plan, pa.array(STORY_CUSTOMERS), story), drawn])


def _requests(plan: SamplePlan, customers: pa.Array, ago: Ints) -> pa.Table:
    return string_table(
        {
            "customer_id": customers,
            "request_time": times(seconds_of(plan.as_of) - ago * DAY + _NINE_O_CLOCK),
        }
    )
