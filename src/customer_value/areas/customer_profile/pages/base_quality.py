"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A section of the page on data quality: where every customer id went, which fields of the document
the data fill, what customers' records lack, and whether sales add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_profile.pages.newest import of_newest
from customer_value.areas.customer_profile.pages.rule_texts import rule_texts
from customer_value.areas.customer_profile.quality_rows import (
    Coverage,
    LedgerLine,
    ProfileReconciliation,
    QualitySummary,
    Restatement,
)
from customer_value.site.area_pages import Section
from customer_value.site.change import share
from customer_value.site.contents import Chart, Figure, Table
from customer_value.site.page import Figures, PageData
from customer_value.site.page_rows import PageRows

# so many of the fields with the lowest coverage are drawn
DRAWN_FIELDS = 12


def section(rows: PageRows) -> PageData:
    """The section; the same rows give the same one."""
    reconciliation = rows.of(ProfileReconciliation)
    return PageData(
        tables={
            "coverage_summary": coverage_summary(rows.of(Coverage)),
            "coverage": coverage_table(rows.of(Coverage)),
            "ledger": ledger_table(of_newest(rows.of(LedgerLine), rows.build.as_of_date)),
            "defects": defect_table(rows.of(QualitySummary)),
            "layers": layer_table(reconciliation),
            "restatements": restatement_table(rows.of(Restatement)),
        },
        charts={
            "coverage": Chart(
                "bars",
                "coverage",
                "document_field",
                ["coverage_share"],
                horizontal=True,
                first=DRAWN_FIELDS,
            ),
            "defects": Chart("bars", "defects", "defect", ["customer_count"], horizontal=True),
        },
        figures={
            "coverage_summary": Figures(
                "coverage_summary",
                [Figure(name) for name in ("field_count", "covered_count", "covered_share")],
            )
        },
        context={"adds_up": all(row.difference == 0 for row in reconciliation)},
    )


def coverage_summary(fields: Sequence[Coverage]) -> Table:
    """How many fields of the document are covered, in one row."""
    covered = sum(field.is_covered for field in fields)
    return Table.of(
        {"field_count": "count", "covered_count": "count", "covered_share": "rate"},
        [
            {
                "field_count": len(fields),
                "covered_count": covered,
                "covered_share": share(covered, len(fields)),
            }
        ],
    )


def coverage_table(fields: Sequence[Coverage]) -> Table:
    """Every field of the document, lowest coverage first."""
    rows: list[dict[str, Any]] = [
        {
            **vars(field),
            # the column first: a narrow chart cuts off the end
            "document_field": f"{field.document_column} · {field.document_table}",
            "applies_to": f"applies_{field.applies_to}",
            "coverage_share": share(field.filled_count, field.applicable_count),
        }
        for field in fields
    ]
    return Table.of(
        {
            "document_field": "code",
            "applies_to": "value",
            "applicable_count": "count",
            "filled_count": "count",
            "coverage_share": "rate",
            "is_tested": "flag",
            "is_covered": "flag",
        },
        rows,
        choices=("is_covered", "applies_to"),
        page_size=15,
    )


def ledger_table(lines: Sequence[LedgerLine]) -> Table:
    """Where the ids of the raw tables come from and go: in = excluded + population."""
    return Table.of(
        {"side": "value", "line_code": "value", "id_count": "count"},
        [{**vars(line), "side": f"side_{line.side}"} for line in lines],
    )


def defect_table(rules: Sequence[QualitySummary]) -> Table:
    """Customers per rule on their records; the first row is of those who break none."""
    return Table.of(
        {
            "defect": "text",
            "customer_count": "count",
            "customer_share": "rate",
            "rule_text": "text",
        },
        [{**vars(rule), **rule_texts(rule, "defect")} for rule in rules],
    )


def layer_table(reconciliation: Sequence[ProfileReconciliation]) -> Table:
    """Every measure of sales, counted without layers and summed over the values of each layer."""
    return Table.of(
        {
            "layer": "value",
            "measure": "value",
            "unlayered_total": "number",
            "layered_total": "number",
            "difference": "number",
            "agrees": "flag",
        },
        [
            {**vars(row), "layer": f"layer_{row.layer}", "agrees": row.difference == 0}
            for row in reconciliation
        ],
        choices=("layer", "measure"),
        page_size=10,
    )


def restatement_table(restatements: Sequence[Restatement]) -> Table:
    """Past numbers that changed after they were stored, or would if they were built anew."""
    return Table.of(
        {
            "restated_at": "time",
            "as_of_date": "date",
            "changed_table": "code",
            "cause": "value",
            "customer_count": "count",
        },
        [
            {**vars(row), "changed_table": row.source_table, "cause": f"cause_{row.cause}"}
            for row in restatements
        ],
        page_size=10,
    )


BASE_QUALITY = Section(
    "quality_customers.html",
    (Coverage, LedgerLine, QualitySummary, ProfileReconciliation, Restatement),
    section,
)
