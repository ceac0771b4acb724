"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What lineage consists of: steps from a column to what it comes from, and whole paths.
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

    kind = column: `source_table`.`source_column`; `expression` is what is done with it, None where
    it is taken as it is; `filters` are the conditions under which it counts. kind = rows: the same
    with rows of `source_table` that are counted, `source_column` is `*`. kind = python: a Python
    model that reads `source_table` and does not declare the sources of this column, `source_column`
    is None. kind = expression: no column at all, `expression` makes the values. kind = unread: the
    SQL of the model could not be read, `expression` says why.

    Where `given` is not empty, the step is that of rows with these values only; `source_given` is
    the same of the source.
    """

    table: str
    column: str
    kind: str
    source_table: str | None = None
    source_column: str | None = None
    expression: str | None = None
    filters: tuple[str, ...] = ()
    given: str = ""
    source_given: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the step leads to a column, or to rows, of a table."""
        return self.kind in {"column", "rows"}

    @property
    def below(self) -> tuple[str, str, str]:
        """Where the step leads: a table, a column or `*`, and what is given of its rows."""
        return str(self.source_table), str(self.source_column), self.source_given


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
