"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The weeks in which customers act: two years of raw tables up to as_of, and one more year for the
truth. Demand has seasons and promotions.
"""

from datetime import date, timedelta

import numpy as np

from customer_value.areas.shared.sample.customers import PAST_WEEKS
from customer_value.sample.draws import Draws, Floats, Ints
from customer_value.sample.plan import LATER_DAYS, SamplePlan
from customer_value.sample.text_columns import DAY, seconds_of

WEEKS = PAST_WEEKS + 53
FIRST_DAY = 1 - PAST_WEEKS * 7
"""The first day of the first week, counted from as_of."""
KEYS_PER_CUSTOMER = 256
"""Room for the weeks in the numbers of what a customer does."""

_MONTH_WEIGHT = np.array([0.9, 0.6, 0.9, 0.9, 1.0, 1.3, 0.9, 0.8, 1.0, 1.0, 1.6, 1.1])
_PROMOTIONS = {(3, 8), (6, 18), (11, 11), (12, 12)}
_HOUR_WEIGHT = np.array(
    [2, 1, 1, 1, 1, 1, 2, 4, 7, 11, 14, 13, 10, 9, 11, 12, 12, 11, 11, 13, 17, 18, 13, 6]
)


def first_days(weeks: Ints) -> Ints:
    """The first day of each week, counted from as_of."""
    return FIRST_DAY + weeks * 7


def season(plan: SamplePlan) -> Floats:
    """How much is bought in each week, beside that of other weeks."""
    return np.array([_MONTH_WEIGHT[_day(plan, week, 3).month - 1] for week in range(WEEKS)])


def has_promotion(plan: SamplePlan) -> Floats:
    """1 for each week with a day of promotions, else 0."""
    return np.array(
        [
            float(any(_month_day(_day(plan, week, day)) in _PROMOTIONS for day in range(7)))
            for week in range(WEEKS)
        ]
    )


def moments(plan: SamplePlan, draws: Draws, name: str, keys: Ints, weeks: Ints) -> Ints:
    """A local second within each week, by a daily rhythm."""
    days = first_days(weeks) + draws.below(f"day of {name}", keys, 7)
    reached = np.cumsum(_HOUR_WEIGHT)
    place = draws.uniform(f"hour of {name}", keys) * reached[-1]
    hours = np.searchsorted(reached, place, side="right")
    seconds = draws.below(f"second of {name}", keys, 3_600)
    found: Ints = seconds_of(plan.as_of) + days * DAY + hours * 3_600 + seconds
    return found


def last_second(plan: SamplePlan) -> int:
    """The last second of the raw tables but one: the very last is left to planted rows."""
    return seconds_of(plan.as_of) + (LATER_DAYS + 1) * DAY - 2


def _day(plan: SamplePlan, week: int, day: int) -> date:
    return plan.as_of + timedelta(days=FIRST_DAY + week * 7 + day)


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day
