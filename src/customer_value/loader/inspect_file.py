"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Checks one file before Spark reads it: its form, its columns and its number of rows.
"""

import csv
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq


class Unusable(Exception):
    """A file cannot be loaded; the message says why and the way out."""


@dataclass(frozen=True)
class Content:
    """What a file holds: its columns, their types where it has any, its rows, and an Excel file's
    cells as text.
    """

    columns: tuple[str, ...]
    rows: int
    types: dict[str, pa.DataType] = field(default_factory=dict)
    sheet: pd.DataFrame | None = field(default=None, compare=False)

    def form(self, wanted: Sequence[str]) -> tuple[object, ...]:
        """What all files of one table must have in common: for text the header, else the types of
        the columns.
        """
        if self.types:
            return tuple(self.types.get(column) for column in wanted)
        return () if self.sheet is not None else self.columns


def csv_content(path: Path) -> Content:
    """Header and number of records of a CSV file in UTF-8; raises Unusable like `csv_records`, or
    where a column is named twice.
    """
    records = csv_records(path)
    header = _header(next(records), path)
    return Content(header, sum(1 for _ in records))


def csv_records(path: Path, encoding: str = "utf-8-sig") -> Iterator[list[str]]:
    """The header of a CSV file, then its records: quotes doubled, empty lines left out, line ends
    inside quotes as they are.

    Raises Unusable where the file is empty, not of that encoding, ends inside quotes, or a record
    has too few or too many values.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        with path.open(encoding=encoding, newline="") as file:
            records = csv.reader(file, strict=True)
            header = next(records, [])
            if not header:
                raise _empty(path)
            yield header
            yield from _complete(records, header, path)
    except UnicodeDecodeError as problem:
        raise Unusable(
            f"{path} is not UTF-8 text (byte {problem.start} of what was read); save it as UTF-8."
        ) from None
    except csv.Error as problem:
        raise Unusable(
            f"{path} is not well-formed or cut short near line {records.line_num} ({problem});"
            " write it again."
        ) from None
    except OSError as problem:
        raise Unusable(f"{path} cannot be read ({problem.strerror}).") from None


def parquet_content(path: Path) -> Content:
    """Columns, types and rows of a Parquet file, from its footer.

    Raises Unusable where the footer is missing (an empty or cut file) or a column has a type that
    has no text.
    """
    try:
        with pq.ParquetFile(path) as file:
            schema, rows = file.schema_arrow, file.metadata.num_rows
    except (pa.ArrowException, OSError) as problem:
        first_line = str(problem).splitlines()[0]
        raise Unusable(
            f"{path} is not a complete Parquet file ({first_line}); write it again."
        ) from None
    types = {entry.name: _plain_type(entry, path) for entry in schema}
    return Content(tuple(schema.names), rows, types)


def excel_content(path: Path) -> Content:
    """The first sheet of a workbook, every cell as text, empty cells as None, wholly empty rows
    left out.

    Raises Unusable where the workbook cannot be opened or has no header.
    """
    try:
        sheet = pd.read_excel(path, dtype=str, keep_default_na=False, na_values=[""])
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as problem:
        raise Unusable(f"{path} is not a readable Excel file ({problem}).") from None
    header = _header([str(column) for column in sheet.columns], path)
    sheet = sheet.dropna(how="all").astype(object)
    return Content(header, len(sheet), sheet=sheet.where(sheet.notna(), None))


def _header(names: list[str], path: Path) -> tuple[str, ...]:
    if not names:
        raise _empty(path)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Unusable(f"{path} names the column {twice[0]} twice; keep one of them.")
    return tuple(names)


def _empty(path: Path) -> Unusable:
    return Unusable(f"{path} is empty; it needs at least a header with the column names.")


def _complete(
    records: Iterator[list[str]], header: Sequence[str], path: Path
) -> Iterator[list[str]]:
    for number, record in enumerate(filter(None, records), start=1):
        if len(record) != len(header):
            raise Unusable(
                f"{path}: record {number} has {len(record)} values where the header has"
                f" {len(header)} columns; the file may be cut short or a quote may be missing."
            )
        yield record


def _plain_type(entry: pa.Field, path: Path) -> pa.DataType:
    kind = entry.type.value_type if pa.types.is_dictionary(entry.type) else entry.type
    if pa.types.is_nested(kind):
        raise Unusable(f"{path}: column {entry.name} holds {kind}; ODS needs plain values.")
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        raise Unusable(
            f"{path}: column {entry.name} holds nanoseconds, which Spark cannot read; write it with"
            " microseconds (pandas: to_parquet(…, coerce_timestamps='us'))."
        )
    return pa.string() if pa.types.is_large_string(kind) else kind
