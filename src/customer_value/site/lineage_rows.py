"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows that the lineage page reads; they come from dbt's artifacts, not from ADS tables.
"""

from __future__ import annotations

from dataclasses import dataclass

# how far a column of an ADS table could be traced
TRACED, PARTLY, COUNTED, CONSTANT, NOT_TRACED = (
    "traced",
    "traced_partly",
    "counts_rows",
    "no_source",
    "not_traced",
)


@dataclass(frozen=True)
class ColumnStep:
    """A column of a model and one thing that its values come from.

    kind = column: `source_table`.`source_column`. kind = python: a Python model that reads
    `source_table` and does not declare the sources of this column, `source_column` is None.
    kind = expression: no column at all, `expression` makes the values. kind = rows: the same, and
    it counts the rows of `source_table`. kind = unread: the SQL of the model could not be read,
    `expression` says why.
    """

    table: str
    column: str
    kind: str
    source_table: str | None = None
    source_column: str | None = None
    expression: str | None = None


@dataclass(frozen=True)
class TracedColumn:
    """A column of an ADS table with the columns in which its values begin.

    `dwd_columns` and `ods_columns` are `table.column`; `state` is one of the words above.
    `description` is written 中文 / English.
    """

    table: str
    column: str
    data_type: str
    description: str
    state: str
    dwd_columns: tuple[str, ...]
    ods_columns: tuple[str, ...]
    python_models: tuple[str, ...]


@dataclass(frozen=True)
class DocsFile:
    """The lineage site of dbt docs: one file that is copied beside the pages."""

    file_name: str
    megabytes: str
