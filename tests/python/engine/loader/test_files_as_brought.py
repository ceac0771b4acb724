"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Files in the shapes that people report: each is read as the rows that it means, or refused in one
sentence with the way out.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from meant_values import RULES, SENDS, meant, meant_by
from shapes import Row, good_rows

from customer_value.loader.find_files import files_of
from customer_value.loader.read_table import ReadTable, read_table
from customer_value.loader.unusable import Unusable

ROWS = good_rows(random.Random(7), 60)
COLUMNS = SENDS.columns
Lines = list[list[str]]


def lines_of(rows: Sequence[Row]) -> Lines:
    """The rows as plain texts."""
    return [["" if row[name] is None else str(row[name]) for name in COLUMNS] for row in rows]


def changed(column: str, change: Callable[[str], str]) -> Lines:
    """The rows with a column's texts changed."""
    place = COLUMNS.index(column)
    return [
        [change(cell) if at == place else cell for at, cell in enumerate(line)]
        for line in lines_of(ROWS)
    ]


def text_of(lines: Lines, header: Sequence[str] = COLUMNS, separator: str = ",") -> str:
    """The lines as a text file."""
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\n").writerows([header, *lines])
    return file.getvalue()


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    """One sheet for each table of cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, cells in enumerate(sheets, 1):
        sheet = book.create_sheet(f"第{number}页")
        for line in cells:
            sheet.append(list(line))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def zipped(**files: str) -> bytes:
    """An archive as people make it, with what macOS adds."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"export/{name}.csv", text)
            archive.writestr(f"__MACOSX/export/._{name}.csv", "x")
    return content.getvalue()


@dataclass(frozen=True)
class Brought:
    """A file of sends: its ending, its content, and a note that tells how it was read."""

    ending: str
    content: bytes
    note: str = ""


def csv_file(lines: Lines, header: Sequence[str] = COLUMNS, note: str = "") -> Brought:
    """A plain text file."""
    return Brought(".csv", text_of(lines, header).encode(), note)


def day_of(text: str) -> datetime:
    """A plain text as a time."""
    return datetime.fromisoformat(text)


PLAIN = lines_of(ROWS)
CHINESE = [field.aliases[0] for field in SENDS.fields]
HALF = len(ROWS) // 2
TITLE = [["客服专属优惠发送明细"], []]
READ = {
    "tabs after ids": csv_file(changed("consumer_id", lambda text: f"{text}\t")),
    "slashes, short": csv_file(
        changed("send_time", lambda t: f"{day_of(t):%Y/%-m/%-d %-H:%M:%S}"), note="is read as"
    ),
    "ids with a decimal zero": csv_file(
        changed("consumer_id", lambda text: f"{text}.0" if int(text) % 2 else text)
    ),
    "protected from Excel": csv_file(changed("consumer_id", lambda text: f'="{text}"')),
    "apostrophes": csv_file(changed("send_id", lambda text: f"'{text}")),
    "amounts with a sign": csv_file(
        changed("promo_amount", lambda text: f"¥{float(text):,.2f}"), note="promo_amount: '¥"
    ),
    "hours with a unit": csv_file(
        changed("valid_hours", lambda text: f"{text}小时"), note="'1200小时' is read as 1200"
    ),
    "gzip": Brought(".csv.gz", gzip.compress(text_of(PLAIN).encode())),
    "zip of parts": Brought(".zip", zipped(one=text_of(PLAIN[:HALF]), two=text_of(PLAIN[HALF:]))),
    "capital ending": Brought(".CSV", text_of(PLAIN).encode()),
    "capital header": csv_file(PLAIN, [name.upper() for name in COLUMNS]),
    "blanks around names": csv_file(PLAIN, [f" {name}\u3000" for name in COLUMNS]),
    "Chinese header": csv_file(PLAIN, CHINESE),
    "separators at the end": csv_file([[*line, ""] for line in PLAIN], [*COLUMNS, ""]),
    "rows without any value": csv_file([*PLAIN, [" "] * len(COLUMNS)]),
    "a header in two languages": csv_file([list(COLUMNS), *PLAIN], CHINESE),
    "files put together": csv_file([*PLAIN[:HALF], list(COLUMNS), *PLAIN[HALF:]]),
    "ids in full width": csv_file(
        changed("consumer_id", lambda text: text.translate({48 + n: 0xFF10 + n for n in range(10)}))
    ),
    "ids with thousands separators": csv_file(
        changed("consumer_id", lambda text: f"{int(text):,}"), note="consumer_id: '80,000' is read"
    ),
    "text by the name of a workbook": Brought(
        ".xls", text_of(PLAIN, separator="\t").encode(), "is a text file, whatever its name says"
    ),
    "a workbook by the name of text": Brought(
        ".csv", workbook([COLUMNS, *PLAIN]), "is a workbook, whatever its name says"
    ),
    "a column more": csv_file(
        [[*line, "x"] for line in PLAIN], [*COLUMNS, "备注"], "ignored column 备注"
    ),
    "semicolons": Brought(
        ".csv", text_of(PLAIN, separator=";").encode(), "separated by semicolons"
    ),
    "GB 18030": Brought(
        ".txt",
        text_of(PLAIN, CHINESE, "\t").encode("gb18030"),
        "read as GB18030",
    ),
    "UTF-16, as Excel saves text": Brought(
        ".txt", text_of(PLAIN, separator="\t").encode("utf-16"), "read as UTF-16"
    ),
    "a title above": Brought(
        ".xlsx",
        workbook([*TITLE, COLUMNS, *PLAIN]),
        "row 3 has the names of the columns; above it stands '客服专属优惠发送明细'",
    ),
    "two sheets": Brought(
        ".xlsx",
        workbook([COLUMNS, *PLAIN[:HALF]], [COLUMNS, *PLAIN[HALF:]]),
        "the sheets '第1页', '第2页' are read together",
    ),
    "another sheet": Brought(
        ".xlsx", workbook([COLUMNS, *PLAIN], [["说明"], ["仅供内部使用"]]), "left out '第2页'"
    ),
    "typed cells with the noise of formulas": Brought(
        ".xlsx",
        workbook(
            [
                COLUMNS,
                *(
                    [
                        float(row[name]) * 3 / 3 if name == "promo_amount" else row[name]  # type: ignore[arg-type]
                        for name in COLUMNS
                    ]
                    for row in ROWS
                ),
            ]
        ),
    ),
}


@pytest.mark.parametrize("name", READ)
def test_it_is_read_as_it_is_meant(name: str, tmp_path: Path) -> None:
    brought = READ[name]
    read = read_brought(brought, tmp_path)
    assert meant_by(read.file) == meant(ROWS)
    assert not read.faults
    assert any(brought.note in note for note in read.notes) or not brought.note, read.notes


def test_two_files_with_another_order_of_columns(tmp_path: Path) -> None:
    folder = tmp_path / SENDS.name
    folder.mkdir()
    (folder / "1.csv").write_text(text_of(PLAIN[:HALF]), encoding="utf-8")
    turned = [line[::-1] for line in PLAIN[HALF:]]
    (folder / "2.csv").write_text(text_of(turned, COLUMNS[::-1]), encoding="utf-8")
    read = read_table(SENDS, files_of(tmp_path, SENDS.name), RULES, tmp_path)
    assert meant_by(read.file) == meant(ROWS)


@pytest.mark.parametrize("word", ["NULL", "null", "\\N", "nan", "None", "N/A", "#N/A", "-", "无"])
def test_a_word_for_nothing_is_nobody(word: str, tmp_path: Path) -> None:
    """Of every column: no customer is made of it, and the rows are counted."""
    lines = [[word] * len(COLUMNS) if number < 3 else line for number, line in enumerate(PLAIN)]
    read = read_brought(csv_file(lines), tmp_path)
    nobody: Row = dict.fromkeys(COLUMNS)
    assert meant_by(read.file) == meant([nobody] * 3 + ROWS[3:])
    assert next(str(fault) for fault in read.faults) == "send_id has no value in 3 rows"
    assert {fault.column for fault in read.faults} == set(COLUMNS) - {"sku_id"}


def test_what_cannot_be_used_is_counted_with_an_example(tmp_path: Path) -> None:
    amounts = iter(["12.345", "-3", "one", *["5.00"] * 99])
    times = iter(["2024-02-30 00:00:00", "1969-12-31 00:00:00", *["2024-06-01 00:00:00"] * 99])
    lines = changed("promo_amount", lambda _: next(amounts))
    place = COLUMNS.index("send_time")
    lines = [[*line[:place], next(times), *line[place + 1 :]] for line in lines]
    read = read_brought(csv_file(lines), tmp_path)
    assert [str(fault) for fault in read.faults] == [
        "promo_amount is negative in 1 row, for example '-3'",
        "promo_amount is no number of its size in 2 rows, for example '12.345'",
        "send_time is no time in 1 row, for example '2024-02-30 00:00:00'",
        "send_time is outside ods_min_time and ods_max_time in 1 row, for example"
        " '1969-12-31 00:00:00'",
    ]


REFUSED = {
    "a column twice": (
        Brought(".xlsx", workbook([[*COLUMNS, "Consumer ID"], *([*x, "1"] for x in PLAIN)])),
        "names the column consumer_id twice, as consumer_id and Consumer ID; keep one of them",
    ),
    "scientific notation": (
        csv_file(changed("consumer_id", lambda text: f"{float(text) * 1e12:.2E}")),
        "an identifier in scientific notation, whose last digits are lost",
    ),
    "an id that a cell cannot hold": (
        Brought(".xlsx", workbook([COLUMNS, *([10**17 + 3, *x[1:]] for x in PLAIN)])),
        "an identifier in scientific notation, whose last digits are lost",
    ),
    "day and month in either order": (
        csv_file(changed("send_time", lambda t: f"03/0{day_of(t).day % 9 + 1}/2024 10:00")),
        "send_time does not tell whether '03/01/2024 10:00' is written day first or month first",
    ),
    "day and month in both orders": (
        csv_file(
            changed(
                "send_time",
                lambda t: f"{day_of(t):%d/%m/%Y}" if day_of(t).day % 2 else f"{day_of(t):%m/%d/%Y}",
            )
        ),
        "write the column as YYYY-MM-DD HH:MM:SS",
    ),
    "two currencies": (
        csv_file(
            changed("promo_amount", lambda text: f"${text}" if float(text) < 100 else f"¥{text}")
        ),
        "of another currency; bring the column to one currency",
    ),
    "only a title": (
        Brought(".xlsx", workbook([["客服专属优惠"], *PLAIN])),
        "has no header among its first rows (the first is: 客服专属优惠); put the names",
    ),
    "a web page": (
        Brought(".xls", b"<html><table><tr><td>send_id</td></tr></table></html>"),
        "is a web page, whatever its name says; open it in a spreadsheet",
    ),
    "a cut archive": (Brought(".zip", zipped(one="x")[:-30]), "cannot be unpacked"),
    "Parquet by name only": (
        Brought(".parquet", text_of(PLAIN).encode()),
        "is not a complete Parquet file",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    brought, sentence = REFUSED[name]
    with pytest.raises(Unusable) as refused:
        read_brought(brought, tmp_path)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_lost_digits_of_a_double(tmp_path: Path) -> None:
    columns = {name: pa.array([None], pa.string()) for name in COLUMNS}
    columns["consumer_id"] = pa.array([1.2345678901234567e17])
    path = tmp_path / f"{SENDS.name}.parquet"
    pq.write_table(pa.table(columns), path)
    with pytest.raises(Unusable, match=r"consumer_id holds '1\.23456789012346E\+17'"):
        read_table(SENDS, [path], RULES, tmp_path)


def read_brought(brought: Brought, folder: Path) -> ReadTable:
    """The file, read."""
    (folder / f"{SENDS.name}{brought.ending}").write_bytes(brought.content)
    return read_table(SENDS, files_of(folder, SENDS.name), RULES, folder)


def test_days_without_a_time_are_said(tmp_path: Path) -> None:
    read = read_brought(csv_file(changed("send_time", lambda text: text[:10])), tmp_path)
    assert "send_time holds days without a time; they count from midnight" in read.notes
