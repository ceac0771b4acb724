"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The opening days of the wholesaler: the thirteen months of the file that UCI publishes. The `as_of`
and `days` of the plan are ignored.
"""

from datetime import date

import numpy as np

from customer_value.sample.draws import Draws, Ints
from customer_value.sample.text_columns import DAY, seconds_of

FIRST_DAY = date(2010, 12, 1)
LAST_DAY = date(2011, 12, 9)
OPENS = seconds_of(FIRST_DAY) + 8 * 3_600 + 26 * 60
"""The first minute of the file, in local seconds since 1970."""
CLOSES = seconds_of(LAST_DAY) + 12 * 3_600 + 50 * 60
"""The last minute of the file."""

_DAYS = (LAST_DAY - FIRST_DAY).days + 1
_WEEKDAY_WEIGHT = np.array([10, 12, 12, 14, 10, 0, 6])
_SATURDAY = 5
_MONTH_WEIGHT = np.array([10, 8, 8, 10, 9, 11, 11, 10, 10, 14, 16, 20, 16])
_HOUR_WEIGHT = np.array([0] * 8 + [2, 6, 10, 11, 13, 11, 10, 10, 7, 4] + [0] * 6)
_HOLIDAYS = (date(2010, 12, 24), date(2011, 1, 3))
_EPOCH_WEEKDAY = 3
_MONTHS_TO_FIRST = (FIRST_DAY.year - 1970) * 12 + FIRST_DAY.month - 1


def invoice_times(draws: Draws, rows: Ints, invoices: int) -> Ints:
    """The minute of each invoice, in local seconds; never decreases with the number of the invoice.

    The first of all `invoices` is at OPENS, the last at CLOSES.
    """
    reached = np.cumsum(_weights().ravel())
    position = (rows + draws.uniform("retail moment", rows)) * reached[-1] / invoices
    hour = np.minimum(np.searchsorted(reached, position, side="right"), len(reached) - 1)
    width = np.diff(reached, prepend=0)[hour]
    inside = np.clip((position - reached[hour] + width) / width, 0.0, 1.0 - 2.0**-30)
    seconds = seconds_of(FIRST_DAY) + hour * 3_600 + (inside * 60).astype(np.int64) * 60
    seconds = np.where(rows == 0, OPENS, np.where(rows == invoices - 1, CLOSES, seconds))
    return np.clip(seconds, OPENS, CLOSES)


def month_numbers(seconds: Ints) -> Ints:
    """Calendar months since December 2010, which is 0."""
    months: Ints = seconds.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    return months - _MONTHS_TO_FIRST


def next_open_day(seconds: Ints) -> Ints:
    """The same time of day, a Saturday moved to the Sunday after it."""
    return np.where(_weekday(seconds // DAY) == _SATURDAY, seconds + DAY, seconds)


def _weights() -> Ints:
    """Days × hours: how busy each hour was; 0 where the wholesaler was closed."""
    days = seconds_of(FIRST_DAY) // DAY + np.arange(_DAYS)
    months = month_numbers(days * DAY)
    holidays = [seconds_of(day) // DAY for day in _HOLIDAYS]
    closed = (holidays[0] <= days) & (days <= holidays[1])
    day_weight = np.where(closed, 0, _WEEKDAY_WEIGHT[_weekday(days)] * _MONTH_WEIGHT[months])
    weights: Ints = np.outer(day_weight, _HOUR_WEIGHT)
    weights[-1, CLOSES % DAY // 3_600 + 1 :] = 0
    return weights


def _weekday(days: Ints) -> Ints:
    """0 = Monday, of days since 1970."""
    return (days + _EPOCH_WEEKDAY) % 7
