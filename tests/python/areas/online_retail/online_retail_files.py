"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Lines of Online Retail in the ODS form, and the same lines as the files that people have.
"""

import csv
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

TABLE = "ods_online_retail_line"
COLUMNS = (
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
)
Line = tuple[str | None, ...]


def line(description: str | None = "TEA", **cells: str | None) -> Line:
    """A line that is unremarkable but for the cells that are named."""
    usual = ("536365", "71053", description, "6", "2010-12-01 08:26:00", "2.55", "17850", "EIRE")
    return tuple((dict(zip(COLUMNS, usual, strict=True)) | cells).values())


# the names in Online Retail II
SECOND_EDITION = ("Invoice", *COLUMNS[1:5], "Price", "Customer ID", "Country")

# what a Western European encoding cannot hold
EMOJI = line("🎁 礼物")

LINES: Sequence[Line] = (
    line("WHITE HANGING HEART T-LIGHT HOLDER", StockCode="85123A"),
    line("CHILD'S GARDEN SPADE"),
    line('RECORD FRAME 7" SINGLE SIZE '),
    line("  leading, and trailing  ", InvoiceDate="2011-05-13 23:59:00"),
    line("Dotcomgiftshop Gift Voucher £40.00", StockCode="gift_0001_40", InvoiceNo="C536379"),
    line("two\nlines", Quantity="-80995"),
    line(None, CustomerID=None, UnitPrice="0"),
    line("NA", Country="null"),
    line("nan", StockCode="None"),
    line("=1+1", StockCode="022423"),
    line(UnitPrice="-11062.06", InvoiceNo="A563187", InvoiceDate="2011-08-12 14:51:00"),
    line(UnitPrice="38970"),
    line(UnitPrice="0.00001"),
    line(UnitPrice="12345678901.125"),
    line(Quantity=None, InvoiceDate=None, UnitPrice=None),
    line(),
    line(),
    line(InvoiceDate="2011-01-02 00:00:00"),
)


def write_parquet(
    path: Path, lines: Sequence[Line], unit: str = "us", **types: pa.DataType
) -> None:
    """Typed as the data set is: numbers, a timestamp, texts."""
    usual = {
        "Quantity": pa.int32(),
        "InvoiceDate": pa.timestamp(unit),
        "UnitPrice": pa.float64(),
        "CustomerID": pa.int32(),
    }
    kinds = usual | types
    columns = {}
    for place, name in enumerate(COLUMNS):
        kind = kinds.get(name, pa.string())
        values = [_typed(each[place], kind) for each in lines]
        columns[name] = pa.array(values, kind)
    pq.write_table(pa.table(columns), path)


def write_csv(
    path: Path,
    lines: Sequence[Line],
    *,
    encoding: str = "utf-8",
    end: str = "\n",
    header: Sequence[str] = COLUMNS,
    date: Callable[[str], str] = str,
    customer: str = "{}",
) -> None:
    """With the dates and the customers as some copy writes them."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator=end)
        writer.writerow(header)
        for *first, moment, price, person, country in lines:
            when = moment and date(moment)
            who = person and customer.format(person)
            writer.writerow([*first, when, price, who, country])


def month_first(moment: str) -> str:
    """`12/1/2010 8:26`, as the copy that is known best has it."""
    at = datetime.fromisoformat(moment)
    return f"{at.month}/{at.day}/{at.year} {at.hour}:{at:%M}"


def day_first(moment: str) -> str:
    """`01-12-2010 08:26`."""
    return f"{datetime.fromisoformat(moment):%d-%m-%Y %H:%M}"


def write_workbook(path: Path, **sheets: Sequence[Sequence[Any]]) -> None:
    """A workbook with these sheets; every row as it is, the header included."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row, start=1):
                cell = sheet.cell(number, place, value)
                if isinstance(value, str):
                    # else openpyxl takes a text that begins with = for a formula
                    cell.data_type = "s"
    book.save(path)


def sheet_of(lines: Sequence[Line], header: Sequence[str] = COLUMNS) -> list[list[Any]]:
    """Header and cells as UCI's workbook has them: what looks like a number is one."""
    kinds = {"InvoiceDate": pa.timestamp("us"), "UnitPrice": pa.float64()}
    rows: list[list[Any]] = [list(header)]
    for each in lines:
        row: list[Any] = []
        for name, text in zip(COLUMNS, each, strict=True):
            number = text is not None and text.lstrip("-").isdigit() and text[0] != "0"
            row.append(int(text or 0) if number else _typed(text, kinds.get(name, pa.string())))
        rows.append(row)
    return rows


def zipped(path: Path, name: str, write: Callable[[Path], None]) -> None:
    """A zip with the one file that `write` writes, as UCI's download."""
    inside = path.with_name(name)
    write(inside)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inside, name)
    inside.unlink()


def _typed(text: str | None, kind: pa.DataType) -> Any:
    if text is None or pa.types.is_string(kind):
        return text
    if pa.types.is_timestamp(kind):
        return datetime.fromisoformat(text)
    return float(text) if pa.types.is_floating(kind) else int(text)
