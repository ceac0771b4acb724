"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The promotion dashboard (客服专属优惠看板): do the offers that agents send get redeemed, by whom,
through which activity and agent?
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from customer_value.areas.customer_service_promo.pages.headline import (
    COUNTS,
    FIGURES,
    PERIOD,
    headline_table,
)
from customer_value.areas.customer_service_promo.rows import (
    ActivityEffect,
    ActivityUsedSends,
    DailyTrend,
    Overview,
    Performance,
    PeriodComparison,
    Reconciliation,
    SendDetail,
)
from customer_value.site.change import share
from customer_value.site.contents import Chart, Table
from customer_value.site.interval import wilson
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows

TREND_DAYS = 92
CHART_ACTIVITIES = 12
EVERYBODY = "整体"
_BY_PERIOD = {"stat_period": "period"}


def page(rows: PageRows) -> PageData:
    """The dashboard; the same rows give the same page."""
    reconciliation = rows.of(Reconciliation)
    return PageData(
        tables={
            "headline": headline_table(rows.of(PeriodComparison)),
            "overview": overview_table(rows.of(Overview)),
            "reconciliation": reconciliation_table(reconciliation),
            "trend": trend_table(rows.of(DailyTrend)),
            "activities": activity_table(rows.of(ActivityEffect), rows.of(ActivityUsedSends)),
            "agents": agent_table(rows.of(Performance)),
            "sends": send_table(rows.of(SendDetail), rows.of(ActivityUsedSends)),
        },
        charts=CHARTS,
        figures={"headline": FIGURES},
        controls={"period": PERIOD},
        context={
            "is_reconciled": all(row.difference == 0 for row in reconciliation),
            "trend_days": TREND_DAYS,
        },
    )


def overview_table(rows: Sequence[Overview]) -> Table:
    """Counts and rate per level of the chosen period, everybody first."""
    return Table.of(
        {
            "stat_period": "value",
            "user_level": "value",
            "total_send_count": "count",
            "total_use_count": "count",
            "valid_use_count": "count",
            "use_rate": "rate",
        },
        rows,
        controls=_BY_PERIOD,
    )


def reconciliation_table(rows: Sequence[Reconciliation]) -> Table:
    """Both roads to each measure of the chosen period, and whether they agree."""
    return Table.of(
        {
            "stat_period": "value",
            "measure": "value",
            "unlayered_total": "number",
            "layered_total": "number",
            "erased_total": "number",
            "difference": "number",
            "agrees": "flag",
        },
        [{**vars(row), "agrees": row.difference == 0} for row in rows],
        controls=_BY_PERIOD,
    )


def trend_table(rows: Sequence[DailyTrend]) -> Table:
    """The last days, all shops together."""
    days = [_day(dt, list(shops)) for dt, shops in groupby(rows, key=lambda row: row.dt)]
    return Table.of(
        {
            "dt": "date",
            **dict.fromkeys(COUNTS, "count"),
            "promo_amount": "money",
            "pay_amount": "money",
        },
        days[-TREND_DAYS:],
    )


def _day(dt: str, shops: Sequence[DailyTrend]) -> dict[str, Any]:
    measures = (*COUNTS, "promo_amount", "pay_amount")
    return {"dt": dt} | {name: sum(getattr(row, name) for row in shops) for name in measures}


def activity_table(effects: Sequence[ActivityEffect], used: Sequence[ActivityUsedSends]) -> Table:
    """Activities by the lower end of the interval of the share of their sends that were used.

    Uses per send (use_rate) can exceed 100, as a send may be used several times; the interval is
    therefore that of the share of sends used at least once.
    """
    used_sends = {row.activity_id: row for row in used}
    rows = [_activity(effect, used_sends.get(effect.activity_id)) for effect in effects]
    rows.sort(key=lambda row: (-row["used_share_low"], row["rank"], row["activity_id"]))
    return Table.of(
        {
            "activity": "text",
            "activity_id": "code",
            "activity_status": "value",
            "send_count": "count",
            "used_send_count": "count",
            "used_share": "rate",
            "used_share_low": "rate",
            "used_share_high": "rate",
            "use_count": "count",
            "use_rate": "rate",
            "rank": "count",
        },
        [row | _shown_bounds(row) for row in rows],
        search=True,
        choices=("activity_status",),
        page_size=15,
    )


def _activity(effect: ActivityEffect, used: ActivityUsedSends | None) -> dict[str, Any]:
    sends, successes = (used.send_count, used.used_send_count) if used else (0, 0)
    low, high = wilson(successes, sends) or (-1, None)
    return {
        **vars(effect),
        "activity": effect.activity_name or effect.activity_id,
        "used_send_count": successes,
        "used_share": share(successes, sends),
        "used_share_low": low,
        "used_share_high": high,
    }


def _shown_bounds(row: dict[str, Any]) -> dict[str, Any]:
    """Nothing sent sorts last and has no interval."""
    return {"used_share_low": None} if row["used_share_high"] is None else {}


def agent_table(rows: Sequence[Performance]) -> Table:
    """Agents, most sends first."""
    return Table.of(
        {
            "agent": "text",
            "customer_service_id": "code",
            "shop_id": "code",
            "send_count": "count",
            "use_count": "count",
            "use_rate": "rate",
            "avg_promo_amount": "money",
        },
        [{**vars(row), "agent": row.cs_name or row.customer_service_id} for row in rows],
        search=True,
        choices=("shop_id",),
        page_size=15,
    )


def send_table(rows: Sequence[SendDetail], activities: Sequence[ActivityUsedSends]) -> Table:
    """The newest sends; total_count says how many there are."""
    return Table.of(
        {
            "send_time": "time",
            "send_id": "code",
            "activity_id": "code",
            "product_name": "text",
            "consumer_id": "code",
            "user_level": "value",
            "cs_name": "text",
            "use_status": "value",
            "use_time": "time",
        },
        rows,
        search=True,
        choices=("user_level", "use_status", "cs_name"),
        total_count=sum(row.send_count for row in activities),
    )


CHARTS = {
    "levels": Chart(
        "bars",
        "overview",
        "user_level",
        ["total_send_count", "total_use_count", "valid_use_count"],
        without=[EVERYBODY],
    ),
    "rates": Chart("bars", "overview", "user_level", ["use_rate"], horizontal=True),
    "trend": Chart("lines", "trend", "dt", COUNTS, shade="headline"),
    "amounts": Chart("lines", "trend", "dt", ["pay_amount", "promo_amount"], shade="headline"),
    "activities": Chart(
        "spans",
        "activities",
        "activity",
        ["used_share", "used_share_low", "used_share_high"],
        first=CHART_ACTIVITIES,
    ),
    "agents": Chart("points", "agents", "agent", ["use_rate"], x="send_count"),
}
PAGE = Page(
    "promotion",
    (
        PeriodComparison,
        Overview,
        Reconciliation,
        DailyTrend,
        ActivityEffect,
        ActivityUsedSends,
        Performance,
        SendDetail,
    ),
    page,
)
