"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the sheets of Excel workbooks that have a table's columns.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pyarrow as pa
from python_calamine import CalamineWorkbook

from customer_value.loader.area_tables import OdsColumn, OdsTable
from customer_value.loader.files.content import Content
from customer_value.loader.files.header import ROWS_LOOKED_AT, Header, find_header
from customer_value.loader.files.typed_cells import cell_text
from customer_value.loader.unusable import Unusable

Cells = Sequence[Sequence[Any]]


def read_workbook(path: Path, table: OdsTable, sheet: str | None = None) -> list[Content]:
    """The named sheet, or all sheets that have the table's columns, in the workbook's order.

    Raises Unusable where the workbook cannot be read, has no such sheet, or a sheet has half of the
    columns: rows could be missed.
    """
    book = _opened(path)
    names = book.sheet_names if sheet is None else [_known(path, book, sheet)]
    found: dict[str, Content] = {}
    headers: dict[str, Header] = {}
    for name in names:
        cells = _cells(path, book, name)
        headers[name] = find_header(
            [[cell_text(value) or "" for value in row] for row in cells[:ROWS_LOOKED_AT]], table
        )
        if headers[name].missing or headers[name].twice or not headers[name].places:
            continue
        found[name] = _content(f"{path.name}, sheet '{name}'", cells, headers[name], table)
    _assert_none_missed(path, headers, found)
    others = [name for name, header in headers.items() if name not in found and any(header.names)]
    notes = []
    if len(found) > 1:
        notes.append(f"{path.name}: the sheets {_quoted(found)} are read together")
    if others:
        notes.append(
            f"{path.name}: left out {_quoted(others)}, without the columns of {table.name}"
        )
    first, *more = found.values()

    return [
        Content(first.columns, first.ignored, (*notes, *first.notes), True),
        *more,
    ]


def _opened(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    # the reader lets through whatever its zip and XML readers raise
    except Exception as problem:
        raise _unreadable(path, problem) from None


def _cells(path: Path, book: CalamineWorkbook, sheet: str) -> Cells:
    try:
        return book.get_sheet_by_name(sheet).to_python()
    except Exception as problem:
        raise _unreadable(path, problem) from None


def _unreadable(path: Path, problem: Exception) -> Unusable:
    reason = (str(problem).splitlines() or [type(problem).__name__])[0]

    return Unusable(f"{path} is not a readable Excel file ({reason}).")


def _known(path: Path, book: CalamineWorkbook, sheet: str) -> str:
    if sheet not in book.sheet_names:
        raise Unusable(f"{path} has no sheet '{sheet}' (it has: {', '.join(book.sheet_names)}).")
    return sheet


def _content(label: str, cells: Cells, header: Header, table: OdsTable) -> Content:
    columns: dict[str, pa.ChunkedArray] = {}
    rows = [
        row
        for row in cells[header.row + 1 :]
        if any(map(_holds_something, row)) and not header.stands_in([str(cell) for cell in row])
    ]
    for field in table.fields:
        if field.name not in header.places:
            continue
        where = header.places[field.name]
        texts = [_text(row[where], field) for row in rows]
        columns[field.name] = pa.chunked_array([pa.array(texts, pa.string())])

    return Content(
        columns, header.ignored, tuple(f"{label}: {note}" for note in header.notes), True
    )


def _text(cell: Any, field: OdsColumn) -> str | None:
    """The reader takes a time at midnight for a date."""
    if field.type == "timestamp" and type(cell) is date:
        cell = datetime.combine(cell, time())

    return cell_text(cell, field.is_id)


def _holds_something(cell: Any) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _assert_none_missed(path: Path, headers: dict[str, Header], found: dict[str, Content]) -> None:
    for name, header in sorted(headers.items(), key=lambda entry: -len(entry[1].places)):
        if name in found:
            continue
        if header.twice or not found or len(header.places) > len(header.missing):
            header.assert_sound(_place(path, name))
    if not found:
        raise Unusable(f"{path} has no sheet with a header.")


def _place(path: Path, sheet: str) -> str:
    return f"{path}, sheet '{sheet}',"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
