"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Tables, charts and headline figures as plain data: what a page shows, without how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from customer_value.words.bilingual import Text

# how a column is written and aligned; `value` = a word of the data that the dictionary translates,
# `way` = such words joined by " > ", `person` = an id whose card the page can show
Kind = Literal[
    "text", "value", "code", "count", "number", "rate", "points", "change", "money", "pounds",
    "days", "score", "date", "time", "month", "flag", "person", "way",
]  # fmt: skip
Cell = str | int | bool | Decimal | Text | None


@dataclass(frozen=True)
class Table:
    """A table that a person can sort, search and download, and the only source of every chart.

    Args:
        columns: kind of each column by its name, in order; the heading is the word `column.<name>`.
        rows: cells in the order of the columns.
        controls: which control picks the rows by a column: {"stat_period": "period"}.
        hidden: columns for charts only.
        search: offer a search field.
        choices: columns to filter by a list of their values.
        page_size: rows per screen.
        total_count: rows that there are where only the first are here.
    """

    columns: Mapping[str, Kind]
    rows: Sequence[Sequence[Cell]]
    controls: Mapping[str, str] = field(default_factory=dict)
    hidden: Sequence[str] = ()
    search: bool = False
    choices: Sequence[str] = ()
    page_size: int = 25
    total_count: int | None = None

    @classmethod
    def of(cls, columns: Mapping[str, Kind], rows: Iterable[object], **options: Any) -> Table:
        """A table from rows that have an attribute, or a key, per column."""
        return cls(columns, [[_cell(row, name) for name in columns] for row in rows], **options)


@dataclass(frozen=True)
class Chart:
    """A drawing of a table's rows; every number in it is a cell.

    kind and what it reads:
        bars    `category`, one bar per column of `values`; horizontal where `horizontal`
        lines   `category` (days, months), one line per column of `values`
        points  `x`, `values[0]` is y, `category` names the point
        heat    `x` by `category` (y), `values[0]` is the number in the cell
        spans   `category`, `values` = (value, low, high): a point on its interval
        tiles   a map of equal tiles at column `x`, row `y`: `category` names the tile, `values[0]`
                is its number; rows without a place are not drawn
        sankey  from `x` of `step` to `category` of the next step, as wide as `values[0]`; `order`
                has the names of `x` from top to bottom, and under `ends` those where a way ends

    `first` = how many rows at most, from the top. `without` = values of `category` left out.
    `colours` = the column whose value picks a bar's colour. `order` = all categories of x and of
    `category`, where the rows may lack some. `shade` = a table whose first visible row has the
    start_date and end_date that a line chart marks.
    """

    kind: Literal["bars", "lines", "points", "heat", "spans", "tiles", "sankey"]
    table: str
    category: str
    values: Sequence[str]
    x: str | None = None
    y: str | None = None
    horizontal: bool = False
    stacked: bool = False
    first: int | None = None
    without: Sequence[str] = ()
    colours: str | None = None
    shade: str | None = None
    step: str | None = None
    order: Mapping[str, Sequence[str | int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """A headline number: the column `value` of a table's first visible row, and its change."""

    value: str
    change: str | None = None
    previous: str | None = None


@dataclass(frozen=True)
class Control:
    """A switch between the values of a column; `selected` at first."""

    values: Sequence[str | int]
    selected: str | int


def _cell(row: object, name: str) -> Cell:
    cell: Cell = row[name] if isinstance(row, Mapping) else getattr(row, name)
    return cell
