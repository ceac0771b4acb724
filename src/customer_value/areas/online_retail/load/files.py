"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the columns of Online Retail from a CSV or Parquet file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.areas.online_retail.load.header import Header, match_header
from customer_value.loader.inspect_file import Unusable, csv_records

LOCAL_TIME = "Europe/London"
_RECORDS_AT_A_TIME = 50_000
_BYTES_LOOKED_AT = 4096


@dataclass(frozen=True)
class Lines:
    """The wanted columns of a file, of any plain type, and notes for the person who loads it."""

    columns: dict[str, pa.ChunkedArray]
    ignored: list[str]
    notes: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many lines the file holds."""
        return len(next(iter(self.columns.values())))


def read_csv(path: Path, wanted: Sequence[str]) -> Lines:
    """A CSV file in UTF-8, or else in the Western European encoding that a note names.

    Raises Unusable where the file is empty, no text, cut short, or lacks a column.
    """
    encoding, notes = _encoding_of(path)
    records = csv_records(path, encoding)
    header = sound_header(path, next(records), wanted)
    chunks: dict[str, list[pa.Array]] = {name: [] for name in wanted}
    for batch in _batches(records):
        for name in wanted:
            values = [record[header.places[name]] for record in batch]
            chunks[name].append(pa.array(values, pa.string()))
    columns = {name: pa.chunked_array(chunks[name], pa.string()) for name in wanted}
    return Lines(columns, header.ignored, notes)


def read_parquet(path: Path, wanted: Sequence[str]) -> Lines:
    """A Parquet file; instants, which a time zone moves, become local times of the shop.

    Raises Unusable where the file is incomplete, lacks a column, or holds lists or structs.
    """
    try:
        with pq.ParquetFile(path) as file:
            header = sound_header(path, file.schema_arrow.names, wanted)
            names = {name: header.names[header.places[name]] for name in wanted}
            content = file.read(columns=list(names.values()))
    except (pa.ArrowException, OSError) as problem:
        raise Unusable(
            f"{path} is not a complete Parquet file ({_first_line(problem)}); write it again."
        ) from None
    columns, notes = {}, []
    for name, name_in_file in names.items():
        values = content.column(name_in_file)
        if pa.types.is_nested(values.type):
            raise Unusable(f"{path}: column {name} holds {values.type}; ODS needs plain values.")
        if pa.types.is_timestamp(values.type) and values.type.tz:
            values = _local_times(values)
            notes.append(f"{name} holds instants; they are written as local times, {LOCAL_TIME}")
        columns[name] = values
    return Lines(columns, header.ignored, notes)


def sound_header(place: object, names: Sequence[str], wanted: Sequence[str]) -> Header:
    """The header of the file or sheet `place`; raises Unusable where it does not do."""
    header = match_header(names, wanted)
    if header.problem:
        raise Unusable(f"{place} {header.problem}")
    return header


def _encoding_of(path: Path) -> tuple[str, list[str]]:
    with path.open("rb") as file:
        if b"\0" in file.read(_BYTES_LOOKED_AT):
            raise Unusable(
                f"{path} is not a text file (UTF-16, or a workbook?); save it as CSV in UTF-8."
            )
    if _decodes(path, "utf-8-sig"):
        return "utf-8-sig", []
    # Windows-1252 leaves five bytes undefined; ISO-8859-1 has a character for every byte.
    encoding = "windows-1252" if _decodes(path, "windows-1252") else "iso-8859-1"
    return encoding, [f"{path.name} is not UTF-8; it was read as {encoding.title()}"]


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            for _ in file:
                pass
    except UnicodeDecodeError:
        return False
    return True


def _batches(records: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    while batch := list(islice(records, _RECORDS_AT_A_TIME)):
        yield batch


def _local_times(instants: pa.ChunkedArray) -> pa.ChunkedArray:
    # pandas brings its own time zones; Arrow needs those of the operating system.
    local = instants.to_pandas().dt.tz_convert(LOCAL_TIME).dt.tz_localize(None)
    return pa.chunked_array([pa.array(local, from_pandas=True)])


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0]
