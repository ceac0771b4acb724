"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Online Retail report: every chart of the document, and beside it what the document states and
what the data say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from customer_value.areas.online_retail import rows
from customer_value.areas.online_retail.findings import Section, Text
from customer_value.areas.online_retail.findings.notes import NOTES, READING
from customer_value.areas.online_retail.pages import groups, months
from customer_value.areas.online_retail.pages.statements import (
    SAMPLE,
    decided,
    finding_tables,
    origin,
    part,
    statement_table,
    verdict_table,
)
from customer_value.site.contents import Chart, Control, Figure, Table
from customer_value.site.page import Figures, Page, PageData
from customer_value.site.page_rows import PageRows

OF_THE_FILE = {Section.PRICES, Section.STAGES}
NO_REMARK = Text("", "")
VERDICTS = (
    "statement_count",
    "holds_count",
    "only_if_count",
    "fails_count",
    "not_measured_count",
)
BASIS = Control(("gross", "net"), "gross")
READS = (
    rows.LineClass,
    rows.MonthlyTrend,
    rows.MonthlyOrders,
    rows.SuperOrder,
    rows.PriceBand,
    rows.CustomerStage,
    rows.RepurchaseRates,
    rows.ScoredCustomer,
    rows.CustomerLevel,
    rows.Elbow,
    rows.Cluster,
)


def page(tables: PageRows) -> PageData:
    """The report; the same rows give the same page."""
    found, where = decided(finding_tables(tables)), origin(tables)
    return PageData(
        tables={
            "statements": statement_table(found, where),
            "verdicts": verdict_table(found),
            "super_orders": super_order_table(tables.of(rows.SuperOrder)),
            **months.month_tables(tables),
            **groups.group_tables(tables),
        },
        charts=_charts(),
        figures={
            "verdicts": Figures(
                "verdicts",
                [Figure(name) for name in VERDICTS],
            )
        },
        controls={"basis": BASIS},
        facts={"reading": READING, **remarks(where)},
        context={
            "is_built": bool(found),
            "is_sample": where == SAMPLE,
            "is_unknown": where is None,
        },
    )


def remarks(where: str | None) -> dict[str, Text]:
    """Remarks on sections; what they say of the real file stays away from other data."""
    is_loaded = where not in (None, SAMPLE)
    return {
        part(section): note if is_loaded or section not in OF_THE_FILE else NO_REMARK
        for section, note in NOTES.items()
    }


def super_order_table(lines: Sequence[rows.SuperOrder]) -> Table:
    """The largest lines of all months by units, with the cancellation that undid them."""
    largest = sorted(lines, key=lambda line: (-line.quantity, -line.amount, line.invoice_no))
    return Table.of(
        {
            "invoice_no": "code",
            "customer_id": "code",
            "product_name": "text",
            "quantity": "count",
            "invoice_month": "month",
            "amount": "pounds",
            "month_amount_share": "rate",
            "undone_by_invoice_no": "code",
            "undone_after_minutes": "count",
        },
        [{**vars(line), "product_name": line.description} for line in largest],
        search=True,
        page_size=5,
    )


def _charts() -> Mapping[str, Chart]:
    return {**months.CHARTS, **groups.CHARTS}


PAGE = Page("online_retail", READS, page)
