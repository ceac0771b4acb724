"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The pool of customers that areas share: one id is one person in all of them.
"""

import pyarrow as pa

from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import identifiers

CUSTOMER_WIDTH = 8
PAST_WEEKS = 104
"""The weeks up to as_of in which customers act, where an area does not say otherwise."""


def pool_of(plan: SamplePlan) -> int:
    """The number of customers in the pool: as many as asked for, else two for five sends."""
    return plan.sends * 2 // 5 if plan.customers is None else plan.customers


def customer_ids(numbers: Ints, empty: Bools | None = None) -> pa.Array:
    """The ids of the customers with these numbers; null where `empty`."""
    return identifiers("C", numbers, CUSTOMER_WIDTH, empty)


def parts_by_customers(plan: SamplePlan) -> int:
    """The number of parts of an area that grows with the pool."""
    return max(1, round(pool_of(plan) / plan.customers_per_part))


def customers_of(plan: SamplePlan, part: int) -> tuple[int, int]:
    """First customer of a part and the first customer after it."""
    parts = parts_by_customers(plan)
    return pool_of(plan) * part // parts, pool_of(plan) * (part + 1) // parts


def registration_days(plan: SamplePlan, numbers: Ints) -> Ints:
    """The day on which each customer registered, counted from as_of."""
    first_day = 1 - PAST_WEEKS * 7
    drawn = Draws(plan.seed).below("registered", numbers, 153 - first_day)
    days: Ints = first_day - 150 + drawn
    return days
