"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The customer base: who they are, what they are worth, and where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_profile.pages.headline import FIGURES, headline_table, until
from customer_value.areas.customer_profile.pages.newest import of_newest
from customer_value.areas.customer_profile.pages.rule_texts import rule_texts
from customer_value.areas.customer_profile.pages.value_words import (
    NO_VALUE,
    SEGMENTS,
    STAGES,
    UNKNOWN,
    in_order,
)
from customer_value.areas.customer_profile.quality_rows import LedgerLine
from customer_value.areas.customer_profile.rows import (
    CustomerBase,
    Distribution,
    Migration,
    PaymentMix,
    ValueCell,
    WarningSummary,
)
from customer_value.site.contents import Chart, Table
from customer_value.site.page import Figures, Page, PageData
from customer_value.site.page_rows import PageRows

STAGE = "lifecycle_stage"
# stages and levels are read from the best known order, bands from low to high as they come
MEASURES = (
    *(STAGE, "order_level", "promo_level"),
    *("activity_band", "service_health_band", "penetration_band"),
)
NEW, GONE = "新增", "离开"


def page(rows: PageRows) -> PageData:
    """The page; the same rows give the same page."""
    day = rows.build.as_of_date
    dates = until(rows.of(CustomerBase), day)
    distributions = of_newest(rows.of(Distribution), day)
    moves = [row for row in of_newest(rows.of(Migration), day) if row.measure == STAGE]
    payments, cells = rows.of(PaymentMix), rows.of(ValueCell)
    tables = {
        "headline": headline_table(dates),
        "consent": consent_table(of_newest(rows.of(LedgerLine), day)),
        "types": value_table(cells, "customer_type"),
        "segments": value_table(cells, "ltv_segment", SEGMENTS),
        **{measure: distribution_table(distributions, measure) for measure in MEASURES},
        "stage_moves": move_table(moves),
        "payments": payment_table(payments),
        "warnings": warning_table(rows.of(WarningSummary)),
        "dates": date_table(dates),
    }
    return PageData(
        tables=tables,
        charts=charts(moves, payments, rows.of(WarningSummary)),
        figures={"headline": Figures("headline", FIGURES)},
        context={
            "previous_date": dates[1].as_of_date if len(dates) > 1 else None,
            "moved_from": moves[0].previous_as_of_date if moves else None,
            "is_same_config": all(row.is_same_config for row in moves),
        },
    )


def consent_table(lines: Sequence[LedgerLine]) -> Table:
    """The population by what it consents to; the groups do not overlap."""
    return Table.of(
        {"line_code": "value", "id_count": "count"},
        [line for line in lines if line.side == "population"],
    )


def value_table(cells: Sequence[ValueCell], attribute: str, known: Sequence[str] = ()) -> Table:
    """Customers and their money by the values of an attribute."""
    found = {
        cell.attribute_value: cell
        for cell in sorted(cells, key=lambda cell: (-cell.customer_count, cell.attribute_value))
        if cell.attribute == attribute and cell.detail == "total"
    }
    return Table.of(
        {
            attribute: "value",
            "customer_count": "count",
            "customer_share": "rate",
            "buyer_count": "count",
            "order_count": "count",
            "net_amount": "money",
            "mean_net_amount": "money",
            "median_net_amount": "money",
        },
        [{**vars(found[value]), attribute: value} for value in in_order(found, known)],
    )


def distribution_table(distributions: Sequence[Distribution], measure: str) -> Table:
    """Customers by their value of a measure; no row where nobody could be measured."""
    found = {row.value: row for row in distributions if row.measure == measure}
    values = in_order(found, STAGES if measure == STAGE else ())
    is_measured = not set(found) <= set(NO_VALUE)
    return Table.of(
        {measure: "value", "customer_count": "count", "customer_share": "rate"},
        [{**vars(found[value]), measure: value} for value in values] if is_measured else [],
    )


def move_table(moves: Sequence[Migration]) -> Table:
    """Customers by their stage then and now, largest first."""
    largest_first = sorted(
        moves, key=lambda row: (-row.customer_count, row.from_value, row.to_value)
    )
    return Table.of(
        {"from_value": "value", "to_value": "value", "customer_count": "count"},
        largest_first,
        page_size=10,
    )


def payment_table(payments: Sequence[PaymentMix]) -> Table:
    """Paid orders by payment method."""
    return Table.of(
        {
            "payment_method": "value",
            "order_count": "count",
            "order_share": "rate",
            "customer_count": "count",
            "gross_amount": "money",
            "mean_order_amount": "money",
        },
        payments,
    )


def warning_table(rules: Sequence[WarningSummary]) -> Table:
    """Every warning rule, also those that hold for nobody."""
    return Table.of(
        {
            "warning": "text",
            "severity": "value",
            "customer_count": "count",
            "previous_customer_count": "count",
            "rule_text": "text",
        },
        [{**vars(rule), **rule_texts(rule, "warning")} for rule in rules],
    )


def date_table(dates: Sequence[CustomerBase]) -> Table:
    """The customer base on each stored date, newest first."""
    return Table.of(
        {
            "as_of_date": "date",
            "customer_count": "count",
            "profiled_count": "count",
            "marketable_count": "count",
            "buyer_count": "count",
            "order_count": "count",
            "gross_amount": "money",
            "refund_amount": "money",
            "net_amount": "money",
            "active_count": "count",
            "mean_activity_index": "number",
            "contacted_count": "count",
            "health_count": "count",
            "mean_service_health": "number",
            "warned_customer_count": "count",
        },
        dates,
        page_size=10,
    )


def charts(
    moves: Sequence[Migration],
    payments: Sequence[PaymentMix],
    rules: Sequence[WarningSummary],
) -> dict[str, Chart]:
    """The drawings of the page."""
    before = in_order((row.from_value for row in moves), (NEW, *STAGES))
    now = in_order((row.to_value for row in moves), (*STAGES, GONE))
    is_warning = any(rule.customer_count or rule.previous_customer_count for rule in rules)
    has_methods = any(row.payment_method != UNKNOWN for row in payments)
    return {
        "consent": _bars("consent", "line_code", "id_count"),
        "types": _bars("types", "customer_type", "customer_count", "buyer_count"),
        "segments": _bars("segments", "ltv_segment", "customer_count"),
        "segment_medians": _bars("segments", "ltv_segment", "median_net_amount"),
        **{measure: _bars(measure, measure, "customer_count") for measure in MEASURES},
        "stage_moves": Chart(
            "heat",
            "stage_moves",
            "from_value",
            ["customer_count"],
            x="to_value",
            order={"from_value": list(reversed(before)), "to_value": now},
        ),
        "payments": _bars(
            *("payments", "payment_method", "order_count"),
            without=() if has_methods else (UNKNOWN,),
        ),
        "warnings": _bars(
            *("warnings", "warning", "customer_count", "previous_customer_count"),
            # where nobody is or was warned, a sentence stands in the place of empty bars
            first=None if is_warning else 0,
        ),
    }


def _bars(table: str, category: str, *values: str, **further: Any) -> Chart:
    return Chart("bars", table, category, values, horizontal=True, **further)


PAGE = Page(
    "customers",
    (
        *(CustomerBase, LedgerLine, ValueCell, Distribution),
        *(Migration, PaymentMix, WarningSummary),
    ),
    page,
)
