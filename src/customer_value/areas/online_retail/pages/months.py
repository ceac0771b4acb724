"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The parts of the Online Retail report with one row per month: spend, orders, stages, rates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from customer_value.areas.online_retail import rows
from customer_value.site.contents import Chart, Kind, Table
from customer_value.site.page_rows import PageRows

STAGES = {
    "new": "new_customers",
    "active": "active_customers",
    "back": "back_customers",
    "unactive": "inactive_customers",
    "未消费": "customers_to_come",
}
RATES = ("repurchase_rate", "reactivation_or_new_rate", "returning_buyer_rate", "retention_rate")


def month_tables(tables: PageRows) -> dict[str, Table]:
    """The four tables by their names; an incomplete month has a star."""
    partial = {row.invoice_month for row in tables.of(rows.MonthlyTrend) if row.is_partial_month}

    def table(of: Iterable[Mapping[str, Any]], columns: Mapping[str, Kind]) -> Table:
        return _table(of, columns, partial)

    return {
        "monthly_trend": table(
            map(vars, tables.of(rows.MonthlyTrend)),
            {"customer_count": "count", "amount": "pounds", "amount_per_customer": "pounds"},
        ),
        "monthly_orders": table(
            map(vars, tables.of(rows.MonthlyOrders)),
            {"order_count": "count", "units": "count", "units_per_order": "number"},
        ),
        "stages": table(
            stage_rows(tables.of(rows.CustomerStage)), dict.fromkeys(STAGES.values(), "count")
        ),
        "rates": table(map(vars, tables.of(rows.RepurchaseRates)), dict.fromkeys(RATES, "rate")),
    }


def _table(
    of: Iterable[Mapping[str, Any]], columns: Mapping[str, Kind], partial: set[str]
) -> Table:
    return Table.of(
        {"basis": "value", "invoice_month": "month", "month": "month", **columns},
        [{**row, "month": starred(row["invoice_month"], partial)} for row in of],
        controls={"basis": "basis"},
        hidden=("invoice_month",),
    )


def starred(month: str, partial: set[str]) -> str:
    """A month as charts name it."""
    return f"{month}*" if month in partial else month


def stage_rows(stages: Sequence[rows.CustomerStage]) -> list[dict[str, Any]]:
    """One row per basis and month with a column per stage."""
    by_month: dict[tuple[str, str], dict[str, Any]] = {}
    for row in stages:
        key = (row.basis, row.invoice_month)
        month = by_month.setdefault(
            key, {"basis": row.basis, "invoice_month": row.invoice_month, **dict.fromkeys(_NAMES)}
        )
        month[STAGES[row.stage]] = row.customer_count
    return list(by_month.values())


_NAMES = tuple(STAGES.values())


def _line(table: str, *values: str) -> Chart:
    return Chart("lines", table, "month", values)


CHARTS: Mapping[str, Chart] = {
    "amount": _line("monthly_trend", "amount"),
    "customers": _line("monthly_trend", "customer_count"),
    "amount_per_customer": _line("monthly_trend", "amount_per_customer"),
    "orders": _line("monthly_orders", "order_count"),
    "units": _line("monthly_orders", "units"),
    "units_per_order": _line("monthly_orders", "units_per_order"),
    "stages": _line("stages", *_NAMES),
    "rates": _line("rates", *RATES),
}
