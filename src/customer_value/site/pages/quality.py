"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Data quality: rows in, kept and rejected per table and reason, what the tests of the last run found,
and how fresh the data are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from customer_value.site.area_pages import AreaPages
from customer_value.site.contents import Chart, Figure, Table
from customer_value.site.page import Figures, Page, PageData, merged
from customer_value.site.page_rows import PageRows
from customer_value.site.quality_rows import (
    CheckResult,
    CheckRun,
    RejectReason,
    RowCount,
)
from customer_value.words.bilingual import Text

PASSED, WARNED, SKIPPED = "pass", "warn", "skipped"
SUMMARY = ("raw_row_count", "rejected_count", "warned_count", "failed_count", "skipped_count")


def quality_page(areas: Sequence[AreaPages]) -> Page:
    """The page for these areas: their counts in one table, then the sections that they add."""
    counts = [area.row_counts for area in areas if area.row_counts]
    reasons = [area.reject_reasons for area in areas if area.reject_reasons]
    sections = [area.quality for area in areas if area.quality]

    def page(rows: PageRows) -> PageData:
        own = page_data(
            rows.of_all(counts), rows.of_all(reasons), rows.of(CheckResult), rows.of(CheckRun)
        )
        names = PageData(context={"sections": [section.template for section in sections]})

        return merged(own, names, *(section.data(rows) for section in sections))

    reads = [kind for section in sections for kind in section.reads]

    return Page("quality", (*counts, *reasons, *reads, CheckResult, CheckRun), page)


def page_data(
    counts: Sequence[RowCount],
    reasons: Sequence[RejectReason],
    checks: Sequence[CheckResult],
    runs: Sequence[CheckRun],
) -> PageData:
    """What the page shows besides the areas' sections; the same rows give the same page."""
    return PageData(
        tables={
            "summary": summary_table(counts, checks),
            "row_counts": row_count_table(counts, checks),
            "rejects": reject_table(reasons),
            "checks": check_table(checks),
        },
        charts=charts(counts),
        figures={"summary": Figures("summary", [Figure(name) for name in SUMMARY])},
        context={"run": runs[0] if runs else None},
    )


def summary_table(counts: Sequence[RowCount], checks: Sequence[CheckResult]) -> Table:
    """The page in one row; test counts are None where the last run had no tests."""
    statuses = Counter(check.status for check in checks)
    failed = len(checks) - sum(statuses[status] for status in (PASSED, WARNED, SKIPPED))
    row: dict[str, Any] = {
        "raw_row_count": sum(row.raw_row_count for row in counts),
        "kept_count": sum(row.kept_count for row in counts),
        "rejected_count": sum(row.rejected_count for row in counts),
        "passed_count": statuses[PASSED] if checks else None,
        "warned_count": statuses[WARNED] if checks else None,
        "failed_count": failed if checks else None,
        "skipped_count": statuses[SKIPPED] if checks else None,
    }
    return Table.of(dict.fromkeys(row, "count"), [row])


def row_count_table(counts: Sequence[RowCount], checks: Sequence[CheckResult]) -> Table:
    """Every raw table, with whether the last run proved that no row of it was lost."""
    proofs = {check.conserved_table: check.status for check in checks if check.conserved_table}
    return Table.of(
        {
            "source_table": "code",
            "raw_row_count": "count",
            "kept_count": "count",
            "rejected_count": "count",
            "rejected_share": "rate",
            "conserved": "flag",
            "newest_date": "date",
            "days_behind": "days",
        },
        [{**vars(row), "conserved": _proved(proofs.get(row.source_table))} for row in counts],
    )


def _proved(status: str | None) -> bool | None:
    return None if status is None else status == PASSED


def reject_table(reasons: Sequence[RejectReason]) -> Table:
    """Rejected rows per table and reason, with the columns at fault and an example of each."""
    counts: Counter[tuple[str, str]] = Counter()
    columns: dict[tuple[str, str], dict[str, str | None]] = defaultdict(dict)
    for row in reasons:
        counts[row.source_table, row.reject_reason] += row.rejected_count
        if row.reject_column:
            columns[row.source_table, row.reject_reason][row.reject_column] = row.example_value
    rows = [
        {
            "source_table": table,
            "reject_reason": reason,
            "reject_columns": ", ".join(sorted(columns[table, reason])) or None,
            "rejected_count": count,
            "example_value": _examples(columns[table, reason]),
        }
        for (table, reason), count in counts.items()
    ]
    rows.sort(key=lambda row: (row["source_table"], -int(str(row["rejected_count"]))))
    return Table.of(
        {
            "source_table": "code",
            "reject_reason": "value",
            "reject_columns": "code",
            "rejected_count": "count",
            "example_value": "text",
        },
        rows,
        page_size=15,
    )


def _examples(values: Mapping[str, str | None]) -> str | None:
    """An example of each column that has one; of a single column, the value alone."""
    shown = {column: value for column, value in sorted(values.items()) if value is not None}
    if len(values) == 1:
        return next(iter(shown.values()), None)

    return "; ".join(f"{column} = {value}" for column, value in shown.items()) or None


def check_table(checks: Sequence[CheckResult]) -> Table:
    """The tests that did not simply pass, worst first."""
    rows = [
        {**vars(check), "test": check.name, "description": _both(check.description)}
        for check in checks
        if check.status != PASSED
    ]
    return Table.of(
        {
            "status": "value",
            "rule": "value",
            "table": "code",
            "failures": "count",
            "test": "text",
            "description": "text",
        },
        rows,
    )


def _both(description: str) -> Text | None:
    """Descriptions are written as 中文 / English."""
    chinese, _, english = description.partition(" / ")
    return Text(chinese, english or chinese) if description else None


def charts(counts: Sequence[RowCount]) -> dict[str, Chart]:
    """The page's own charts."""
    tables = sorted((row.source_table for row in counts if row.rejected_count), reverse=True)
    return {
        "rejects": Chart(
            "heat",
            "rejects",
            "source_table",
            ["rejected_count"],
            x="reject_reason",
            order={"source_table": tables},
        ),
    }
