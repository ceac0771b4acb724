"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The start page: the numbers of the morning, and which page answers which question.
"""

from __future__ import annotations

from collections.abc import Sequence

from customer_value.site.contents import Figure, Table
from customer_value.site.page import Figures, Page, PageData
from customer_value.site.pages.headline import FIGURES, PERIOD, headline_table
from customer_value.site.rows.promotion import PeriodComparison
from customer_value.site.rows.quality import CheckResult, RowCount
from customer_value.site.rows.rfm import LevelProfile
from customer_value.site.rows.row import Tables


def page(tables: Tables) -> PageData:
    """The page; the same rows give the same page."""
    return PageData(
        tables={
            "headline": headline_table(tables.of(PeriodComparison)),
            "warehouse": warehouse_table(
                tables.of(LevelProfile), tables.of(RowCount), tables.of(CheckResult)
            ),
        },
        figures={
            "headline": FIGURES,
            "warehouse": Figures(
                "warehouse",
                [
                    Figure(name)
                    for name in ("consumer_count", "raw_row_count", "rejected_count", "days_behind")
                ],
            ),
        },
        controls={"period": PERIOD},
    )


def warehouse_table(
    levels: Sequence[LevelProfile], counts: Sequence[RowCount], checks: Sequence[CheckResult]
) -> Table:
    """Who is scored, what was read, and how old the newest event is, in one row."""
    ages = [row.days_behind for row in counts if row.days_behind is not None]
    row = {
        "consumer_count": sum(level.consumer_count for level in levels),
        "raw_row_count": sum(count.raw_row_count for count in counts),
        "rejected_count": sum(count.rejected_count for count in counts),
        "days_behind": min(ages, default=None),
        "warned_count": sum(check.status == "warn" for check in checks) if checks else None,
    }
    return Table.of(
        {
            "consumer_count": "count",
            "raw_row_count": "count",
            "rejected_count": "count",
            "days_behind": "days",
            "warned_count": "count",
        },
        [row],
    )


PAGE = Page("start", (PeriodComparison, LevelProfile, RowCount, CheckResult), page)
