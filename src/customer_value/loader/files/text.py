"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads text files: csv, tsv and txt, of any usual separator and encoding.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pyarrow as pa

from customer_value.loader.area_tables import OdsTable
from customer_value.loader.files.content import Content
from customer_value.loader.files.encoding import encoding_of
from customer_value.loader.files.header import (
    ROWS_LOOKED_AT,
    Header,
    find_header,
    header_by_place,
)
from customer_value.loader.unusable import Unusable

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_RECORDS_AT_A_TIME = 50_000


def read_text(path: Path, table: OdsTable) -> Content:
    """A text file whose separator is the one that finds most columns of the header.

    Quotes are doubled inside quotes, line ends inside them stay, rows without any value are left
    out. Raises Unusable where the file is empty, is cut short, lacks a column, or a record has too
    few or too many values.
    """
    encoding, note = encoding_of(path)
    separator, header = _separator_and_header(path, encoding, table)
    header.assert_sound(str(path))
    columns: dict[str, list[pa.Array]] = {name: [] for name in header.places}
    records = _complete(_records(path, encoding, separator), header, path)
    while batch := list(islice(records, _RECORDS_AT_A_TIME)):
        for name, place in header.places.items():
            columns[name].append(pa.array([row[place] or None for row in batch], pa.string()))
    notes = [note] if note else []
    if separator != ",":
        notes.append(f"{path.name} is separated by {_SEPARATORS[separator]}")

    return Content(
        {name: pa.chunked_array(parts, pa.string()) for name, parts in columns.items()},
        header.ignored,
        (*notes, *(f"{path.name}: {note}" for note in header.notes)),
    )


def _separator_and_header(path: Path, encoding: str, table: OdsTable) -> tuple[str, Header]:
    found = []
    for separator in _SEPARATORS:
        rows = _first_rows(path, encoding, separator)
        header = find_header(rows, table)
        if rows and table.by_place and not header.places:
            header = header_by_place(rows[0], table) or header
        found.append((len(header.places), len(header.names), separator, header))
    _, _, separator, header = max(found, key=lambda entry: entry[:2])
    if not header.names:
        # says what is wrong with the first row of all, where there is one
        next(_records(path, encoding, separator), None)

    return separator, header


def _first_rows(path: Path, encoding: str, separator: str) -> list[list[str]]:
    """Up to the first row that is not well-formed: a quote may stand beside another separator."""
    rows: list[list[str]] = []
    with suppress(Unusable):
        for row in islice(_records(path, encoding, separator), ROWS_LOOKED_AT):
            rows.append(row)

    return rows


def _records(path: Path, encoding: str, separator: str) -> Iterator[list[str]]:
    """All rows that hold a value."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        with path.open(encoding=encoding, newline="") as file:
            records = csv.reader(file, strict=True, delimiter=separator)
            yield from (record for record in records if any(map(str.strip, record)))
    except UnicodeDecodeError as problem:
        raise Unusable(
            f"{path} is not {encoding.upper()} text (byte {problem.start} of what was read);"
            " save it as UTF-8."
        ) from None
    except csv.Error as problem:
        raise Unusable(
            f"{path} is not well-formed or cut short near line {records.line_num} ({problem});"
            " write it again."
        ) from None
    except OSError as problem:
        raise Unusable(f"{path} cannot be read ({problem.strerror}).") from None


def _complete(records: Iterator[list[str]], header: Header, path: Path) -> Iterator[Sequence[str]]:
    """The records below the header, each with a value for every column; separators at the end of a
    record do not count, and a record that is the header again is left out.
    """
    width = len(header.names)
    for number, record in enumerate(islice(records, header.row + 1, None), start=1):
        if len(record) < width or any(map(str.strip, record[width:])):
            raise Unusable(
                f"{path}: record {number} has {len(record)} values where the header has {width}"
                " columns; the file may be cut short or a quote may be missing."
            )
        if not header.stands_in(record):
            yield record
