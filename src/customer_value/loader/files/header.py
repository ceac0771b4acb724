"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Finds the header among the first rows of a file or sheet, however its columns are spelled.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customer_value.loader.area_tables import OdsTable, plain_name
from customer_value.loader.unusable import Unusable

# a title, a date of export and an empty row or two may stand above a header
ROWS_LOOKED_AT = 20
_MOST_NAMES_SHOWN = 20


@dataclass(frozen=True)
class Header:
    """The row with the names of the columns, and where the wanted ones are.

    row: its number, from 0; -1 where the file has none and the order of its columns is known.
    names: without empty ones at the end. places: wanted column → where. twice: wanted columns that
    are there more than once, as they are spelled. missing: wanted columns that are not there and
    must be. above: the texts of the rows before it. spellings: wanted column → its names, as
    `plain_name` writes them.
    """

    row: int
    names: tuple[str, ...]
    places: Mapping[str, int]
    twice: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    above: tuple[str, ...]
    spellings: Mapping[str, frozenset[str]]

    def stands_in(self, row: Sequence[str]) -> bool:
        """Whether a row below it is a header again: files were put together, or a second row has
        the names in another language.
        """
        return all(
            plain_name(row[place]) in self.spellings[column]
            for column, place in self.places.items()
        )

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names of the other columns."""
        taken = set(self.places.values())
        others = [name for place, name in enumerate(self.names) if place not in taken]

        return tuple(" ".join(name.split()) or "(without a name)" for name in others)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out above it, or that there is none."""
        if self.row < 0:
            return (f"it has no header; its columns are taken for {', '.join(self.names)}",)
        if not self.above:
            return ()
        title = self.above[0] if len(self.above[0]) <= 40 else self.above[0][:39] + "…"

        return (f"row {self.row + 1} has the names of the columns; above it stands '{title}'",)

    def assert_sound(self, place: str) -> None:
        """Raises Unusable where a wanted column is missing, or is there twice."""
        if not any(self.names):
            raise Unusable(f"{place} is empty; it needs at least a header with the column names.")
        for column, spelled in self.twice.items():
            as_what = "" if len(set(spelled)) == 1 else f", as {' and '.join(spelled)}"
            raise Unusable(f"{place} names the column {column} twice{as_what}; keep one of them.")
        if not self.missing:
            return
        if not self.places:
            raise Unusable(
                f"{place} has no header among its first rows (the first is: {self._shown()});"
                f" put the names of the columns above the values: {', '.join(self.missing)}."
            )
        raise Unusable(
            f"{place} has no column {', '.join(self.missing)} (it has: {self._shown()}); add it,"
            " empty where the values are not known."
        )

    def _shown(self) -> str:
        shown = [" ".join(name.split()) for name in self.names[:_MOST_NAMES_SHOWN]]

        return ", ".join(shown) + (", …" if len(self.names) > _MOST_NAMES_SHOWN else "")


def find_header(rows: Iterable[Sequence[str]], table: OdsTable) -> Header:
    """The row that names most of the table's columns; the first, where none names any."""
    rows = [list(row) for row in rows]
    headers = [_header(number, rows, table) for number in range(len(rows))]

    return max(headers, key=lambda header: (len(header.places), -header.row), default=_NOTHING)


def header_by_place(row: Sequence[str], table: OdsTable) -> Header | None:
    """What the order of the columns says of a file whose first row is a row of values: as many as
    the table has, and a number among them. None where it is another kind of row.
    """
    if len(row) != len(table.by_place) or not any(cell.strip().isdigit() for cell in row):
        return None

    return Header(
        row=-1,
        names=table.by_place,
        places={name: place for place, name in enumerate(table.by_place)},
        twice={},
        missing=(),
        above=(),
        spellings={field.name: field.names for field in table.fields},
    )


def _header(number: int, rows: Sequence[Sequence[str]], table: OdsTable) -> Header:
    names = [name.strip("\ufeff \t\r\n\u00a0\u3000") for name in rows[number]]
    while names and not names[-1]:
        names.pop()
    places: dict[str, list[int]] = {}
    known = {name: field.name for field in table.fields for name in field.names}
    for place, name in enumerate(names):
        column = known.get(plain_name(name))
        if column:
            places.setdefault(column, []).append(place)
    texts = (next((cell.strip() for cell in row if cell.strip()), "") for row in rows[:number])

    return Header(
        row=number,
        names=tuple(names),
        places={column: found[0] for column, found in places.items()},
        twice={
            column: tuple(names[place] for place in found)
            for column, found in places.items()
            if len(found) > 1
        },
        missing=tuple(
            field.name for field in table.fields if not (field.name in places or field.is_optional)
        ),
        above=tuple(text for text in texts if text),
        spellings={field.name: field.names for field in table.fields},
    )


_NOTHING = Header(0, (), {}, {}, (), (), {})
