"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the same rows in one of the many shapes in which people have them.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.loader.area_tables import OdsColumn, OdsTable

Row = dict[str, object]

SEPARATORS = {"csv": ",", "semicolons": ";", "tsv": "\t", "bars": "|"}
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
NOTHING = ("", "NULL", "null", "\\N", "nan", "None", "N/A", "#N/A", "-", "无", "  ")
TIMES: dict[str, str] = {
    "iso": "%Y-%m-%d %H:%M:%S",
    "T": "%Y-%m-%dT%H:%M:%S",
    "slashes": "%Y/%m/%d %H:%M:%S",
    "dots": "%Y.%m.%d %H:%M:%S",
    "compact": "%Y%m%d%H%M%S",
    "day first": "%d/%m/%Y %H:%M:%S",
    "month first": "%m/%d/%Y %H:%M:%S",
    "month first, half days": "%m/%d/%Y %I:%M:%S %p",
    "day first, short year": "%d.%m.%y %H:%M:%S",
    "month by name": "%d-%b-%Y %H:%M:%S",
    "Chinese": "%Y年%m月%d日 %H时%M分%S秒",
    # written as the instant, of which Shanghai's clocks are eight hours ahead
    "instant": "%Y-%m-%dT%H:%M:%S.000Z",
}
AHEAD = timedelta(hours=8)
NUMBERS: dict[str, Callable[[Decimal], str]] = {
    "plain": str,
    "thousands": lambda value: f"{value:,}",
    "sign": lambda value: f"¥{value:,}",
    "unit": lambda value: f"{value}元",
    "decimal comma": lambda value: str(value).replace(".", ","),
    "German": lambda value: f"{value:,}".translate(str.maketrans(",.", ".,")),
    "noise": lambda value: f"{value}00000000000{'1' if value else ''}",
    "full width": lambda value: str(value).translate(
        str.maketrans("0123456789.", "０１２３４５６７８９．")
    ),
}
IDS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "decimal zero": lambda text: f"{text}.0" if text.isdigit() and text[0] != "0" else text,
    "formula": lambda text: f'="{text}"',
    "apostrophe": lambda text: f"'{text}",
    "backtick": lambda text: f"`{text}",
    "tab": lambda text: f"{text}\t",
}
HEADERS = ("plain", "upper", "blanks", "spaced", "Chinese", "title", "trailing")
FORMATS = (*SEPARATORS, "xlsx", "typed xlsx", "two sheets", "parquet", "typed parquet", "parts")
PACKED = ("", "", ".gz", ".zip")


@dataclass(frozen=True)
class Shape:
    """One way of writing a table."""

    kind: str
    encoding: str
    time: str
    number: str
    identifier: str
    header: str
    nothing: str
    packed: str
    upper_suffix: bool
    order: int

    @classmethod
    def draw(cls, draw: random.Random) -> Shape:
        """Any combination."""
        return cls(
            kind=draw.choice(FORMATS),
            encoding=draw.choice(ENCODINGS),
            time=draw.choice(list(TIMES)),
            number=draw.choice(list(NUMBERS)),
            identifier=draw.choice(list(IDS)),
            header=draw.choice(HEADERS),
            nothing=draw.choice(NOTHING),
            packed=draw.choice(PACKED),
            upper_suffix=draw.random() < 0.2,
            order=draw.randrange(1000),
        )

    def write(self, folder: Path, table: OdsTable, rows: Sequence[Row]) -> None:
        """The rows as `<table>.…` in the folder. Values are str, int, Decimal, datetime or None."""
        fields = list(table.fields)
        random.Random(self.order).shuffle(fields)
        writer = _Writer(self, folder, table.name, fields)
        if self.kind in SEPARATORS:
            writer.text(folder, table.name, rows)
        elif self.kind == "parts":
            parts = folder / table.name
            parts.mkdir()
            for number, start in enumerate(range(0, len(rows), 1 + len(rows) // 3)):
                part = rows[start : start + 1 + len(rows) // 3]
                random.Random(number).shuffle(writer.fields)
                writer.text(parts, f"part-{number}", part)
        elif "parquet" in self.kind:
            writer.parquet(rows)
        else:
            writer.workbook(rows)


@dataclass(frozen=True)
class _Writer:
    shape: Shape
    folder: Path
    name: str
    fields: list[OdsColumn]

    def text(self, folder: Path, name: str, rows: Sequence[Row]) -> None:
        separator = SEPARATORS.get(self.shape.kind, ",")
        suffix = {"\t": "tsv", ",": "csv"}.get(separator, "txt")
        file = io.StringIO()
        lines = csv.writer(file, delimiter=separator, lineterminator="\r\n")
        trailing = [""] if self.shape.header == "trailing" else []
        lines.writerows([*above, *trailing] for above in self._above())
        lines.writerow([*self._header(), *trailing])
        lines.writerows([*self._texts(row), *trailing] for row in rows)
        self._pack(folder, f"{name}.{suffix}", file.getvalue().encode(self.shape.encoding))

    def workbook(self, rows: Sequence[Row]) -> None:
        book = openpyxl.Workbook()
        book.active.title = "一"
        halves = [rows]
        if self.shape.kind == "two sheets":
            halves = [rows[: len(rows) // 2], rows[len(rows) // 2 :]]
        typed = self.shape.kind == "typed xlsx"
        for number, half in enumerate(halves):
            sheet = book.active if number == 0 else book.create_sheet("二")
            for line in (*self._above(), self._header()):
                sheet.append(line)
            for row in half:
                sheet.append(self._typed(row) if typed else self._texts(row))
        content = io.BytesIO()
        book.save(content)
        self._pack(self.folder, f"{self.name}.xlsx", content.getvalue())

    def parquet(self, rows: Sequence[Row]) -> None:
        header = self._header() if self.shape.header not in ("title", "trailing") else self._names()
        if self.shape.kind == "parquet":
            columns = zip(*(self._texts(row) for row in rows), strict=True)
            arrays = [pa.array(list(column), pa.string()) for column in columns]
        else:
            columns = zip(*([row[f.name] for f in self.fields] for row in rows), strict=True)
            arrays = [pa.array(list(column)) for column in columns]
        content = io.BytesIO()
        pq.write_table(pa.table(arrays, names=header), content)
        self._pack(self.folder, f"{self.name}.parquet", content.getvalue())

    def _pack(self, folder: Path, name: str, content: bytes) -> None:
        packed = self.shape.packed
        if packed == ".gz":
            content = gzip.compress(content, mtime=0)
        elif packed == ".zip":
            archive = io.BytesIO()
            with zipfile.ZipFile(archive, "w") as file:
                file.writestr(name, content)
            content = archive.getvalue()
        stem, _, suffix = name.rpartition(".")
        endings = f".{suffix}{packed}"
        endings = endings.upper() if self.shape.upper_suffix else endings
        (folder / f"{stem}{endings}").write_bytes(content)

    def _above(self) -> list[list[str]]:
        return [["客服专属优惠明细"]] if self.shape.header == "title" else []

    def _names(self) -> list[str]:
        return [field.name for field in self.fields]

    def _header(self) -> list[str]:
        way = self.shape.header
        if way == "Chinese":
            return [field.aliases[0] if field.aliases else field.name for field in self.fields]
        change = {
            "upper": str.upper,
            "blanks": lambda name: f" {name}\u3000",
            "spaced": lambda name: name.replace("_", " ").title(),
        }.get(way, str)

        return [change(name) for name in self._names()]

    def _texts(self, row: Row) -> list[str]:
        return [self._text(field, row[field.name]) for field in self.fields]

    def _text(self, field: OdsColumn, value: object) -> str:
        if value is None:
            return self.shape.nothing
        if isinstance(value, datetime):
            moment = value - AHEAD if self.shape.time == "instant" else value
            return moment.strftime(TIMES[self.shape.time])
        if isinstance(value, Decimal):
            return NUMBERS[self.shape.number](value)
        if isinstance(value, int):
            return f"{value:,}" if self.shape.number == "thousands" else str(value)
        way = self.shape.identifier
        if "xlsx" in self.shape.kind or self.shape.kind == "two sheets":
            # openpyxl would write a formula without its value
            way = "plain" if way == "formula" else way
        return IDS[way](str(value)) if field.is_id else str(value)

    def _typed(self, row: Row) -> list[object]:
        typed: list[object] = []
        for field in self.fields:
            value = row[field.name]
            if isinstance(value, Decimal):
                value = float(value)
            elif field.is_id and isinstance(value, str) and value.isdigit() and value[0] != "0":
                value = int(value)
            typed.append(value)

        return typed


def good_rows(draw: random.Random, count: int) -> list[Row]:
    """Sends with every kind of value: long and short ids, leading zeros, any amounts."""
    start = datetime(2024, 5, 13, 8, 0, 0)
    return [
        {
            "send_id": f"{900000 + number}",
            "activity_id": f"A{number % 4}",
            "product_id": f"{7000 + number % 9}",
            "sku_id": None if number % 3 == 0 else f"{70000 + number % 11}",
            "customer_service_id": f"0{number % 5}",
            "consumer_id": f"{80000 + number % 29}",
            "promo_amount": Decimal(draw.choice((500, 1250, 123450, 9900, 5, 1234567))).scaleb(-2),
            "valid_hours": 24 if number % 5 else 1200,
            "send_time": start + timedelta(hours=37 * number, seconds=draw.randrange(3600)),
        }
        for number in range(count)
    ]
