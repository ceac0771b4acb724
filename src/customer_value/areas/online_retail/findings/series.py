"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Series of one number per month: ranks, peaks, and the rank correlation of two series.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Protocol, TypeVar

from customer_value.areas.online_retail.findings.statement import NotMeasured
from customer_value.words.bilingual import Text


class MonthlyRow(Protocol):
    """A row of a table with one row per basis and month."""

    @property
    def basis(self) -> str: ...

    @property
    def invoice_month(self) -> str: ...


_Row = TypeVar("_Row", bound=MonthlyRow)


@dataclass(frozen=True)
class Series:
    """A value per month, in the order of time; months without a value are not in it."""

    values: Mapping[str, Decimal]

    @property
    def months(self) -> list[str]:
        """The months, first to last."""
        return list(self.values)

    def at(self, month: str) -> Decimal:
        """The value of a month. Raises NotMeasured where there is none."""
        if month not in self.values:
            raise NotMeasured(
                Text(f"表里没有 {month} 的值", f"the tables have no value of {month}")
            )
        return self.values[month]

    def place(self, month: str) -> int:
        """1 for the highest value; equal values share the better place."""
        return 1 + sum(1 for value in self.values.values() if value > self.at(month))

    def highest(self, count: int) -> list[str]:
        """The months with the highest values, highest first; of equals the earlier month first."""
        return sorted(self.values, key=lambda month: (-self.values[month], month))[:count]

    def rises_to_its_peak(self, months: Sequence[str]) -> bool:
        """Whether each of the months is above the one before and the last is above all others."""
        values = [self.at(month) for month in months]
        climbs = all(later > earlier for earlier, later in pairwise(values))
        return climbs and self.place(months[-1]) == 1

    def steps(self) -> Series:
        """The change of each month but the first."""
        pairs = pairwise(self.months)
        return Series({month: self.at(month) - self.at(before) for before, month in pairs})

    def only(self, months: Iterable[str]) -> Series:
        """The same series on some of its months."""
        kept = set(months)
        return Series({month: value for month, value in self.values.items() if month in kept})

    def median(self) -> Decimal:
        """The middle value, or the mean of the middle two. Raises NotMeasured without values."""
        if not self.values:
            raise NotMeasured(Text("没有月份", "there are no months"))
        ordered = sorted(self.values.values())
        middle = len(ordered) // 2
        return (ordered[middle] + ordered[-1 - middle]) / 2


def series(
    rows: Iterable[_Row], basis: str, column: Callable[[_Row], Decimal | int | None]
) -> Series:
    """One column of a monthly table as a series, on one basis."""
    pairs = sorted(
        ((row.invoice_month, column(row)) for row in rows if row.basis == basis),
        key=lambda pair: pair[0],
    )
    return Series({month: Decimal(value) for month, value in pairs if value is not None})


def rank_correlation(left: Series, right: Series) -> Decimal:
    """Spearman's rho over the months that both have: Pearson's correlation of the ranks, where
    equal values share the mean of their ranks. Exact but for one square root.

    Raises NotMeasured with fewer than three months or where one side never changes.
    """
    months = [month for month in left.months if month in right.values]
    if len(months) < 3:
        raise NotMeasured(Text("不足三个月，无法比较", "fewer than three months to compare"))
    x = _centred_ranks([left.at(month) for month in months])
    y = _centred_ranks([right.at(month) for month in months])
    spread = sum(a * a for a in x) * sum(b * b for b in y)
    if spread == 0:
        raise NotMeasured(Text("各月的值都相同", "all months have the same value"))
    together = sum((a * b for a, b in zip(x, y, strict=True)), Fraction(0))
    sign = -1 if together < 0 else 1
    return sign * _decimal(together * together / spread).sqrt()


def order_of_time(months: Sequence[str]) -> Series:
    """1, 2, 3, … for months in the order of time."""
    return Series({month: Decimal(number) for number, month in enumerate(months, start=1)})


def _centred_ranks(values: Sequence[Decimal]) -> list[Fraction]:
    """Rank minus mean rank; a value's rank is the mean of the places that its equals take."""
    below_and_equal = [
        (sum(other < value for other in values), sum(other == value for other in values))
        for value in values
    ]
    mean = Fraction(len(values) + 1, 2)
    return [below + Fraction(equal + 1, 2) - mean for below, equal in below_and_equal]


def _decimal(fraction: Fraction) -> Decimal:
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)
