"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes a published file of Online Retail as the one Parquet file that the loader registers.
"""

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.areas.online_retail.load.cells import column_texts, without_decimal_zero
from customer_value.areas.online_retail.load.dates import dates_as_ods
from customer_value.areas.online_retail.load.files import Lines, read_csv, read_parquet
from customer_value.areas.online_retail.load.workbook import read_workbook
from customer_value.errors import LoadError
from customer_value.loader.inspect_file import Unusable
from customer_value.loader.source_tables import OdsTable

_KINDS = (".xlsx", ".csv", ".parquet")


def write_online_retail(
    source: Path, target: Path, table: OdsTable, sheet: str | None = None
) -> list[str]:
    """Write `<table>.parquet` into `target`, one row for each of the file's, all columns text, and
    return notes for the person who loads it.

    Texts are the file's own. What changes: InvoiceDate becomes `YYYY-MM-DD HH:MM:SS`, a CustomerID
    `17850.0` becomes `17850`, typed numbers are written in their shortest form. Raises LoadError
    with one sentence where the file cannot be loaded.
    """
    print(f"reading {source} …", file=sys.stderr, flush=True)
    try:
        lines = _read(source, table, sheet)
        print(f"{lines.rows:,} rows", file=sys.stderr, flush=True)
        content, notes = _as_ods(source, lines, table)
    except Unusable as problem:
        raise LoadError(str(problem)) from None
    except OSError as problem:
        raise LoadError(f"{source} cannot be read ({problem.strerror}).") from None
    pq.write_table(content, target / f"{table.name}.parquet")
    if lines.ignored:
        notes.insert(0, f"{table.name}: ignored column {', '.join(lines.ignored)}")
    return notes


def _read(source: Path, table: OdsTable, sheet: str | None) -> Lines:
    kind = source.suffix.lower()
    if source.is_dir():
        raise Unusable(f"{source} is a folder; name the file in it.")
    if not source.exists():
        raise Unusable(f"{source} is missing; name the file that you downloaded.")
    if kind not in _KINDS:
        raise Unusable(f"{source} is no {', '.join(_KINDS)} file; unpack or convert it first.")
    if source.stat().st_size == 0:
        raise Unusable(f"{source} is empty; download it again.")
    if kind == ".xlsx":
        return read_workbook(source, table.columns, sheet)
    if sheet is not None:
        raise Unusable(f"{source} is no workbook, so it has no sheet '{sheet}'; leave out --sheet.")
    read = read_csv if kind == ".csv" else read_parquet
    return read(source, table.columns)


def _as_ods(source: Path, lines: Lines, table: OdsTable) -> tuple[pa.Table, list[str]]:
    columns = {name: _texts(source, name, lines.columns[name]) for name in table.columns}
    columns["CustomerID"] = without_decimal_zero(columns["CustomerID"])
    try:
        columns["InvoiceDate"], more = dates_as_ods(columns["InvoiceDate"])
    except Unusable as problem:
        raise Unusable(f"{source}: {problem}") from None
    return pa.table(columns), [*lines.notes, *more]


def _texts(source: Path, name: str, values: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        return column_texts(values)
    except pa.ArrowInvalid:
        raise Unusable(f"{source}: column {name} holds bytes that are not UTF-8 text.") from None
