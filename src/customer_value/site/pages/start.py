"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The start page: each area's numbers of the day, and which page answers which question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from customer_value.site.area_pages import AreaPages
from customer_value.site.contents import Figure, Table
from customer_value.site.page import Figures, Page, PageData, merged
from customer_value.site.page_rows import PageRows
from customer_value.site.quality_rows import CheckResult, RowCount


def start_page(areas: Sequence[AreaPages]) -> Page:
    """The start page of these areas."""
    sections = [area.start for area in areas if area.start]
    counts = [area.row_counts for area in areas if area.row_counts]

    def page(rows: PageRows) -> PageData:
        numbers = {name: n for section in sections for name, n in section.counts(rows).items()}
        warehouse = warehouse_table(numbers, rows.of_all(counts), rows.of(CheckResult))
        shown = [name for name in warehouse.columns if name != "warned_count"]
        own = PageData(
            tables={"warehouse": warehouse},
            figures={"warehouse": Figures("warehouse", [Figure(name) for name in shown])},
            context={"sections": [section.template for section in sections]},
        )

        return merged(*(section.data(rows) for section in sections), own)

    reads = [kind for section in sections for kind in section.reads]

    return Page("start", (*reads, *counts, CheckResult), page)


def warehouse_table(
    numbers: Mapping[str, int], counts: Sequence[RowCount], checks: Sequence[CheckResult]
) -> Table:
    """The areas' numbers, what was read, and how old the newest event is, in one row."""
    ages = [row.days_behind for row in counts if row.days_behind is not None]
    row: dict[str, Any] = {
        **numbers,
        "raw_row_count": sum(count.raw_row_count for count in counts),
        "rejected_count": sum(count.rejected_count for count in counts),
        "days_behind": min(ages, default=None),
        "warned_count": sum(check.status == "warn" for check in checks) if checks else None,
    }
    return Table.of({**dict.fromkeys(row, "count"), "days_behind": "days"}, [row])
