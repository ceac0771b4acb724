"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Lineage: from every column of every ADS table down to the raw columns that its values come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from customer_value.lineage.rows import (
    CONSTANT,
    COUNTED,
    NOT_TRACED,
    PARTLY,
    TRACED,
    ColumnStep,
    TracedColumn,
)
from customer_value.site.artifacts import DocsFile
from customer_value.site.contents import Figure, Table
from customer_value.site.page import Figures, Page, PageData
from customer_value.site.page_rows import PageRows
from customer_value.words.bilingual import Text

# as in SQL
FILTERS_BETWEEN = " AND "
STATES = (TRACED, COUNTED, CONSTANT, PARTLY, NOT_TRACED)


def page(tables: PageRows) -> PageData:
    """The page; the same rows give the same page."""
    columns, docs = tables.of(TracedColumn), tables.of(DocsFile)
    return PageData(
        tables={
            "summary": summary_table(columns),
            "columns": column_table(columns),
            "steps": step_table(tables.of(ColumnStep)),
        },
        figures={"summary": Figures("summary", [Figure("column_count"), *map(Figure, _counts())])},
        context={"docs": docs[0] if docs else None, "is_traced": bool(columns)},
    )


def _counts() -> list[str]:
    return [f"{state}_count" for state in STATES]


def summary_table(columns: Sequence[TracedColumn]) -> Table:
    """How far the columns could be traced, in one row."""
    states = Counter(column.state for column in columns)
    row = {"column_count": len(columns)} | {f"{state}_count": states[state] for state in STATES}
    return Table.of(dict.fromkeys(row, "count"), [row])


def column_table(columns: Sequence[TracedColumn]) -> Table:
    """Every ADS column with the DWD and ODS columns at the end of its path."""
    return Table.of(
        {
            "table": "code",
            "column": "code",
            "state": "value",
            "ods_columns": "text",
            "dwd_columns": "text",
            "python_models": "text",
            "data_type": "code",
            "description": "text",
        },
        [
            {
                **vars(column),
                "dwd_columns": _listed(column.dwd_columns),
                "ods_columns": _listed(column.ods_columns),
                "python_models": _listed(column.python_models),
                "description": _both(column.description),
            }
            for column in columns
        ],
        hidden=("python_models", "data_type", "description"),
        search=True,
        choices=("table", "state"),
        page_size=15,
    )


def step_table(steps: Sequence[ColumnStep]) -> Table:
    """Every step of every path. `rows` are the values for which a step holds, `from_rows` those
    that are meant of its source: a path goes on at the step that has them.
    """
    return Table.of(
        {
            "table": "code",
            "column": "code",
            "step": "value",
            "from_table": "code",
            "from_column": "code",
            "expression": "text",
            "filters": "text",
            "rows": "text",
            "from_rows": "text",
        },
        [
            {
                "table": step.table,
                "column": step.column,
                "step": f"step_{step.kind}",
                "from_table": step.source_table,
                "from_column": step.source_column,
                "expression": step.expression,
                "filters": FILTERS_BETWEEN.join(step.filters) or None,
                "rows": step.given or None,
                "from_rows": step.source_given or None,
            }
            for step in steps
        ],
        hidden=("from_rows",),
        search=True,
    )


def _listed(names: Sequence[str]) -> str | None:
    return ", ".join(names) or None


def _both(description: str) -> Text | None:
    """Descriptions are written as 中文 / English."""
    chinese, _, english = description.partition(" / ")
    return Text(chinese, english or chinese) if description else None


PAGE = Page("lineage", (TracedColumn, ColumnStep, DocsFile), page)
