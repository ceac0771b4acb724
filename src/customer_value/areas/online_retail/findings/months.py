"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The monthly tables as series, and the months that the document speaks of.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.series import Series, series
from customer_value.areas.online_retail.findings.statement import NotMeasured
from customer_value.areas.online_retail.rows import (
    MonthlyOrders,
    MonthlyTrend,
    RepurchaseRates,
    SuperOrder,
)
from customer_value.words.bilingual import Text, same

GROSS, NET = "gross", "net"
AUTUMN = ("2011-09", "2011-10", "2011-11")
BEFORE_AUTUMN = "2011-08"
SUPER_ORDER_MONTHS = ("2011-12", "2011-01")

_TREND: dict[str, Callable[[MonthlyTrend], Decimal | int | None]] = {
    "customers": lambda month: month.customer_count,
    "amount": lambda month: month.amount,
    "amount per customer": lambda month: month.amount_per_customer,
}
_ORDERS: dict[str, Callable[[MonthlyOrders], Decimal | int | None]] = {
    "orders": lambda month: month.order_count,
    "units": lambda month: month.units,
    "units per order": lambda month: month.units_per_order,
}


def trend(tables: RetailTables, basis: str, measure: str) -> Series:
    """'customers', 'amount' or 'amount per customer' by month."""
    return series(tables.monthly_trend, basis, _TREND[measure])


def orders(tables: RetailTables, basis: str, measure: str) -> Series:
    """'orders', 'units' or 'units per order' by month."""
    return series(tables.monthly_orders, basis, _ORDERS[measure])


def stage(tables: RetailTables, basis: str, name: str) -> Series:
    """Customers in a stage by month."""
    rows = [row for row in tables.stages if row.stage == name]
    return series(rows, basis, lambda row: row.customer_count)


def rate(tables: RetailTables, basis: str, name: str) -> Series:
    """A rate by month, percent; `name` is its column."""

    def column(row: RepurchaseRates) -> Decimal | None:
        value: Decimal | None = getattr(row, name)
        return value

    return series(tables.rates, basis, column)


def partial_months(tables: RetailTables) -> set[str]:
    """The months that the snapshot cuts short."""
    return {row.invoice_month for row in tables.monthly_trend if row.is_partial_month}


def complete(tables: RetailTables, values: Series) -> Series:
    """The series without the months that are cut short."""
    return values.only(set(values.months) - partial_months(tables))


def largest_line(tables: RetailTables, month: str) -> SuperOrder:
    """The largest line of a month by units. Raises NotMeasured where the month has none."""
    for line in tables.super_orders:
        if line.invoice_month == month and line.month_rank == 1:
            return line
    raise NotMeasured(Text(f"表里没有 {month} 的大单", f"the tables have no large line of {month}"))


def without_largest_lines(
    tables: RetailTables, total: Series, count: Series, size: Callable[[SuperOrder], Decimal | int]
) -> Series:
    """total ÷ count by month, where each month of SUPER_ORDER_MONTHS loses its largest line and,
    to its advantage, also one from the count.
    """
    lines = {month: largest_line(tables, month) for month in SUPER_ORDER_MONTHS}
    ratios = {}
    for month in total.months:
        line = lines.get(month)
        value = total.at(month) - (size(line) if line else 0)
        divisor = count.at(month) - (1 if line else 0)
        if divisor > 0:
            ratios[month] = value / divisor
    return Series(ratios)


def places(
    tables: RetailTables, values: Series, months: tuple[str, ...], shown: Callable[[Decimal], str]
) -> Text:
    """Value and place of some months: '2011-12* £840.96 (#1/13)'."""
    count = len(values.months)
    of = (
        f"{starred(month, tables)} {shown(values.at(month))} (#{values.place(month)}/{count})"
        for month in months
    )
    return same(", ".join(of))


def ranking(
    tables: RetailTables, values: Series, count: int, shown: Callable[[Decimal], str]
) -> Text:
    """The highest months with their values, highest first."""
    highest = values.highest(count)
    return same(
        " > ".join(f"{starred(month, tables)} {shown(values.at(month))}" for month in highest)
    )


def all_in_the_top(values: Series, months: tuple[str, ...], count: int) -> bool:
    """Whether each of the months is among the `count` highest."""
    return all(values.place(month) <= count for month in months)


def starred(month: str, tables: RetailTables) -> str:
    """The month, with a star where the snapshot cuts it short."""
    return f"{month}*" if month in partial_months(tables) else month
