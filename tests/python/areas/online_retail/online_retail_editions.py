"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A workbook of the size and shape of Online Retail II, from the lines of Online Retail.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import duckdb
import openpyxl
from online_retail_files import SECOND_EDITION, Line

SHEETS = ("Year 2009-2010", "Year 2010-2011")
# The first year is the second one year earlier, under invoices of other numbers; the sheet of the
# first ends with the first nine days of the second, as UCI's does.
_LINES = """
    with real as (
        select *, row_number() over () as place from '{file}'
        where hash(regexp_extract(InvoiceNo, '[0-9]+')) % {every} = 0
    ),
    parts as (
        select * replace (
            regexp_replace(InvoiceNo, '5([0-9]{{5}})', '4\\1') as InvoiceNo,
            InvoiceDate - interval 1 year as InvoiceDate
        ), 1 as part from real where InvoiceDate < timestamp '2011-12-01'
        union all
        select *, 2 from real where InvoiceDate < timestamp '2010-12-10'
        union all
        select *, 3 from real
    )
    select InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country
    from parts
    where (part = 3) = {is_second}
    order by part, place
"""
_EPOCH = datetime(1899, 12, 30)
_A_DAY = 24 * 60 * 60
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)


def write_second_edition(first: Path, path: Path, every: int = 1) -> Counter[Line]:
    """Write the workbook from the Parquet file of the first edition, of every so many invoices, and
    give its lines as the ODS table has them. openpyxl alone would take minutes.
    """
    skeleton = path.with_name("skeleton.xlsx")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in SHEETS:
        # the style of a time, the only one, has the number 1
        book.create_sheet(name).append([_EPOCH])
    book.save(skeleton)
    written: Counter[Line] = Counter()
    with (
        zipfile.ZipFile(skeleton) as plain,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for entry in plain.namelist():
            if "worksheets/sheet" not in entry:
                archive.writestr(entry, plain.read(entry))
        for number in (1, 2):
            query = _LINES.format(file=first, every=every, is_second=number == 2)
            rows = duckdb.execute(query).fetchall()
            written.update(map(_line, rows))
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as sheet:
                for text in _sheet(rows):
                    sheet.write(text.encode())
    skeleton.unlink()

    return written


def _line(row: tuple[Any, ...]) -> Line:
    invoice, code, description, quantity, moment, price, customer, country = row
    plain = f"{price:.3f}".rstrip("0").rstrip(".")
    who = None if customer is None else str(customer)

    return invoice, code, description, str(quantity), str(moment), plain, who, country


def _sheet(rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    yield _HEAD
    yield _row(SECOND_EDITION)
    for row in rows:
        yield _row(row)
    yield "</sheetData></worksheet>"


def _row(values: Iterable[Any]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: Any) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, datetime):
        return f'<c s="1"><v>{(value - _EPOCH).total_seconds() / _A_DAY!r}</v></c>'
    # UCI's workbook has a number where all of a text are digits
    if isinstance(value, str) and not (value.isdigit() and value[0] != "0"):
        text = escape(value)
        return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

    return f"<c><v>{value}</v></c>"
