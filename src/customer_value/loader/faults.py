"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which cells staging will not be able to use.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from customer_value.loader.area_tables import OdsColumn, OdsTable
from customer_value.loader.cells.rules import CellRules


@dataclass(frozen=True)
class Fault:
    """What is wrong with cells of a column, in how many rows, and one of them."""

    column: str
    what: str
    rows: int
    example: str | None = None

    def __str__(self) -> str:
        example = "" if self.example is None else f", for example '{self.example}'"

        return f"{self.column} {self.what} in {self.rows:,} rows{example}"


def faults_of(table: OdsTable, rows: pa.Table, rules: CellRules) -> Iterator[Fault]:
    """One for each column and kind of fault, in the order of the columns."""
    for column in table.fields:
        counted = pc.value_counts(rows[column.name].combine_chunks())
        missing, unreadable = 0, {}
        for text, count in zip(
            counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True
        ):
            if text is None or rules.is_missing(text):
                missing += count
            elif not _is_readable(column, text, rules):
                unreadable[text] = count
        if missing and column.is_required:
            yield Fault(column.name, "has no value", missing)
        if unreadable:
            example = min(unreadable)
            yield Fault(
                column.name, _WHAT[column.type.split("(")[0]], sum(unreadable.values()), example
            )


_WHAT = {
    "int": "is no whole number",
    "decimal": "is no number of its size",
    "timestamp": "is no time",
}


def _is_readable(column: OdsColumn, text: str, rules: CellRules) -> bool:
    return column.type == "string" or bool(rules.form(column.type).fullmatch(text.strip()))
