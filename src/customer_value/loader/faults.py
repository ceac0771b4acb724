"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which cells staging will not be able to use.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

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

        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"

        return f"{self.column} {self.what} in {rows}{example}"


def faults_of(table: OdsTable, rows: pa.Table, rules: CellRules) -> Iterator[Fault]:
    """One for each column and kind of fault, in the order of the columns."""
    for column in table.fields:
        if column.type == "string" and not column.is_required:
            continue
        counted = pc.value_counts(rows[column.name].combine_chunks())
        missing = 0
        wrong: dict[str, dict[str, int]] = {}
        for text, count in zip(
            counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True
        ):
            if text is None or rules.is_missing(text):
                missing += count
            elif what := _what_is_wrong(column, text.strip(), rules):
                wrong.setdefault(what, {})[text] = count
        if missing and column.is_required:
            yield Fault(column.name, "has no value", missing)
        for what, texts in sorted(wrong.items()):
            yield Fault(column.name, what, sum(texts.values()), min(texts))


_UNREADABLE = {
    "int": "is no whole number",
    "decimal": "is no number of its size",
    "timestamp": "is no time",
    "boolean": "is neither yes nor no",
}
_LARGEST_INT = 2**31 - 1


def _what_is_wrong(column: OdsColumn, text: str, rules: CellRules) -> str | None:
    """The same as the macro ods_defect finds: a value that staging cannot cast, or rejects."""
    if column.type == "string":
        return None
    kind = column.type.split("(")[0]
    if not rules.form(column.type).fullmatch(text) or not _is_value(kind, text):
        return _UNREADABLE[kind]
    if kind == "timestamp":
        return None if rules.has_in_range(text) else "is outside ods_min_time and ods_max_time"
    if kind == "boolean":
        return None

    return _out_of_bounds(column, Decimal(text))


def _out_of_bounds(column: OdsColumn, number: Decimal) -> str | None:
    if number < 0 and not column.is_signed:
        return "is negative"
    if column.least is not None and number < column.least:
        return f"is below {column.least}"
    if column.most is not None and number > column.most:
        return f"is above {column.most}"

    return None


def _is_value(kind: str, text: str) -> bool:
    """Whether a text of the right form is a value: there is no 30th of February."""
    if kind == "int":
        return abs(int(text)) <= _LARGEST_INT
    if kind in ("decimal", "boolean"):
        return True
    try:
        datetime.fromisoformat(text[:19])
    except ValueError:
        return False

    return True
