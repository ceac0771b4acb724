"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Classifies the lines of an Online Retail file one by one, by rules that were written from the design
and not from the generator.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

COLUMNS = [
    *("InvoiceNo", "StockCode", "Description", "Quantity"),
    *("InvoiceDate", "UnitPrice", "CustomerID", "Country"),
]
SNAPSHOT = datetime(2011, 12, 10)
NON_PRODUCTS = re.compile(r"POST|DOT|M|C2|D|S|BANK CHARGES|AMAZONFEE|CRUK|B|gift_.*", re.IGNORECASE)
WHOLE = re.compile(r"-?[0-9]+")
PRICE = re.compile(r"-?[0-9]+(\.[0-9]{1,3})?")

RawRow = tuple[str | None, ...]


class Line(NamedTuple):
    """A row whose five required cells can be read."""

    invoice: str
    code: str
    description: str | None
    quantity: int
    date: datetime
    price: Decimal
    customer: str | None
    country: str | None

    @property
    def amount(self) -> Decimal:
        """Quantity × price."""
        return self.quantity * self.price


RULES: dict[str, Callable[[Line, int], bool]] = {
    "invalid": lambda line, copy: False,
    "duplicate": lambda line, copy: copy > 1,
    "after_snapshot": lambda line, copy: line.date >= SNAPSHOT,
    "cancellation": lambda line, copy: line.invoice[0] in "Cc",
    "adjustment": lambda line, copy: line.invoice[0] in "Aa" or line.quantity < 0 or line.price < 0,
    "no_customer": lambda line, copy: line.customer is None,
    "incomplete": lambda line, copy: line.description is None or line.country is None,
    "non_product": lambda line, copy: NON_PRODUCTS.fullmatch(line.code) is not None,
    "free": lambda line, copy: line.amount == 0,
    "sale": lambda line, copy: True,
}


def count_line_classes(folder: Path) -> dict[str, int]:
    """Lines by class in the CSV file or the Parquet files of a folder."""
    return dict(Counter(name for name, _ in classified(read_rows(folder))))


def classified(rows: Iterable[RawRow]) -> Iterator[tuple[str, Line | None]]:
    """The class of each row, and the row read where it can be."""
    seen: Counter[RawRow] = Counter()
    for row in rows:
        seen[row] += 1
        line = read_line(row)
        if line is None:
            yield "invalid", None
        else:
            yield next(name for name, fits in RULES.items() if fits(line, seen[row])), line


def read_rows(folder: Path) -> Iterator[RawRow]:
    """The rows as text, an empty cell as None. The columns are those that UCI publishes."""
    table = "ods_online_retail_line"
    path = folder / f"{table}.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            assert next(rows) == COLUMNS
            yield from (tuple(cell or None for cell in row) for row in rows)
    else:
        for part in sorted((folder / table).iterdir()):
            content = pq.read_table(part)
            assert content.column_names == COLUMNS
            yield from zip(*(column.to_pylist() for column in content.columns), strict=True)


def read_line(row: RawRow) -> Line | None:
    """The row with its values, or None where one that is required is missing or no value."""
    invoice, code, description, quantity, date, price, customer, country = row
    if None in (invoice, code, quantity, date, price):
        return None
    if not WHOLE.fullmatch(quantity) or not PRICE.fullmatch(price):
        return None
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    return Line(
        invoice, code, description, int(quantity), moment, Decimal(price), customer, country
    )
