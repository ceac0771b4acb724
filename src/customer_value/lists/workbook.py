"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A list as a workbook: the list, and what it is with what changed since the last time.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from customer_value.lists.read import CustomerList
from customer_value.lists.record import Changes
from customer_value.lists.safe_cells import cell_value, looks_like_formula

# what a sheet holds, the line of headings among them
MOST_ROWS = 1_048_576
LIST, ABOUT = "list", "about"
_TEXT, _MONEY, _DATE, _TIME = "@", "0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"
_WIDTH = 18
_BOLD = Font(bold=True)
FIRST = "第一次导出，没有可比的 / first export, nothing to compare with"


def write_workbook(path: Path, exported: CustomerList, changed: Changes) -> None:
    """Write the sheets `list` and `about` into a file.

    Raises ValueError where the list has more rows than a sheet holds.
    """
    if len(exported.rows) >= MOST_ROWS:
        raise ValueError(f"{len(exported.rows)} rows are more than a sheet holds")
    book = Workbook(write_only=True)
    names, kinds = list(exported.columns), list(exported.columns.values())
    listed = _sheet(book, LIST, len(names))
    listed.freeze_panes = "A2"
    listed.append([_cell(listed, name, "string", bold=True) for name in names])
    for row in exported.rows:
        listed.append([_cell(listed, value, kind) for value, kind in zip(row, kinds, strict=True)])
    about = _sheet(book, ABOUT, 2)
    for label, value in about_rows(exported, changed):
        about.append([_cell(about, label, "string", bold=True), _cell(about, value, "string")])
    about.append([])
    about.append([_cell(about, name, "string", bold=True) for name in ("change", names[0])])
    for change, customer in changed_rows(changed):
        about.append([_cell(about, change, "string"), _cell(about, customer, "string")])
    book.save(path)


def about_rows(exported: CustomerList, changed: Changes) -> list[tuple[str, Any]]:
    """What the list is, of which release, and what changed, with labels in both languages."""
    row, release, since = exported.row, exported.release, changed.since

    return [
        ("清单 / List", row.list_name),
        ("标题 / Title", f"{row.title} / {row.title_english}"),
        ("截止日 / As-of date", release.as_of_date),
        ("发布 / Release", release.release_id),
        ("构建时间 / Built at", release.etl_load_time),
        ("客户数 / Customers", len(exported.customers)),
        ("行数 / Rows", len(exported.rows)),
        ("上次导出 / Last export", f"{since.as_of_date} ({since.release_id})" if since else FIRST),
        ("进入 / Entered", len(changed.entered) if since else None),
        ("离开 / Left", len(changed.left) if since else None),
        (
            "离开，不列编号：不再同意或已删除 / Left without ids: consent withdrawn or erased",
            changed.gone if since else None,
        ),
    ]


def changed_rows(changed: Changes) -> list[tuple[str, str]]:
    """(entered or left, customer): those who entered first, each in the order of ids."""
    return [
        *(("entered", customer) for customer in changed.entered),
        *(("left", customer) for customer in changed.left),
    ]


def _sheet(book: Workbook, name: str, columns: int) -> Any:
    sheet = book.create_sheet(name)
    for number in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTH
    return sheet


def _cell(sheet: Any, value: Any, kind: str, bold: bool = False) -> Any:
    """A cell that shows the value as it is: text never becomes a number or a formula."""
    kept = cell_value(value, kind)
    cell = WriteOnlyCell(sheet, value=kept)
    if isinstance(kept, str):
        cell.data_type, cell.number_format = "s", _TEXT
        # stays text also when somebody edits the cell
        cell.quotePrefix = looks_like_formula(kept)
    elif isinstance(kept, datetime):
        cell.number_format = _TIME
    elif isinstance(kept, date):
        cell.number_format = _DATE
    elif isinstance(kept, Decimal):
        cell.number_format = _MONEY
    if bold:
        cell.font = _BOLD
    return cell
