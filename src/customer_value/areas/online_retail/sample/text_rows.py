"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the lines as the text of the file; some cells are spoilt and some lines entered twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.areas.online_retail.sample import names
from customer_value.areas.online_retail.sample.catalogue import Catalogue
from customer_value.areas.online_retail.sample.classes import class_number
from customer_value.areas.online_retail.sample.invoices import FIRST_NUMBER, NO_CUSTOMER
from customer_value.areas.online_retail.sample.lines import Lines
from customer_value.sample.draws import Draws, Ints
from customer_value.sample.text_columns import amounts, chosen, string_table, times, whole_numbers

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

_SHARE_SPOILT = 0.002
_SHARE_ENTERED_TWICE = 0.01


@dataclass(frozen=True)
class Spoiling:
    """The cells that a spoilt line gets, and the class that it then has."""

    cells: Mapping[str, str | None]
    line_class: str


SPOILINGS = (
    Spoiling({"Quantity": "twelve"}, "invalid"),
    Spoiling({"Description": None}, "incomplete"),
    Spoiling({"UnitPrice": "free"}, "invalid"),
    Spoiling({"InvoiceDate": "2011-12-12 09:00:00"}, "after_snapshot"),
    Spoiling({"InvoiceDate": "2011-02-30 10:00:00"}, "invalid"),
    Spoiling({"Country": None}, "incomplete"),
    Spoiling({"StockCode": None}, "invalid"),
    Spoiling({"UnitPrice": None}, "invalid"),
)


def line_table(plan_seed: int, catalogue: Catalogue, lines: Lines) -> tuple[pa.Table, Ints]:
    """The eight columns as text, and the class of each row as a position in LINE_CLASSES."""
    draws = Draws(plan_seed)
    table, classes = _spoilt(draws, _text(catalogue, lines), lines)
    twice = draws.uniform("entered twice", _own_key(lines)) < _SHARE_ENTERED_TWICE
    rows = np.repeat(np.arange(len(twice)), np.where(twice, 2, 1))
    is_copy = np.diff(rows, prepend=-1) == 0
    unreadable = classes[rows] == class_number("invalid")
    copied = np.where(is_copy & ~unreadable, class_number("duplicate"), classes[rows])
    return table.take(pa.array(rows)), copied


def _own_key(lines: Lines) -> Ints:
    """A number of its own for every line: a cancellation does not share that of its purchase."""
    return 2 * lines.key + lines.is_credit


def _text(catalogue: Catalogue, lines: Lines) -> pa.Table:
    number = whole_numbers(FIRST_NUMBER + 2 * lines.row + lines.is_credit)
    letter = chosen(["", "C"], lines.is_credit.astype(np.int64))
    descriptions = pa.array(catalogue.descriptions, type=pa.string())
    return string_table(
        {
            "InvoiceNo": pc.binary_join_element_wise(letter, number, ""),
            "StockCode": chosen(catalogue.codes, lines.code),
            "Description": descriptions.take(pa.array(lines.description)),
            "Quantity": whole_numbers(lines.quantity),
            "InvoiceDate": times(lines.seconds),
            "UnitPrice": amounts(lines.price),
            "CustomerID": whole_numbers(lines.customer, lines.customer == NO_CUSTOMER),
            "Country": chosen(names.COUNTRIES, lines.country),
        }
    )


def _spoilt(draws: Draws, table: pa.Table, lines: Lines) -> tuple[pa.Table, Ints]:
    """A few of the sales with the cells of one spoiling each."""
    sale = lines.line_class == class_number("sale")
    spoilt = sale & (draws.uniform("spoilt", _own_key(lines)) < _SHARE_SPOILT)
    way = draws.below("way of spoiling", _own_key(lines), len(SPOILINGS))
    classes = lines.line_class.copy()
    for number, spoiling in enumerate(SPOILINGS):
        mask = spoilt & (way == number)
        classes[mask] = class_number(spoiling.line_class)
        for column, cell in spoiling.cells.items():
            here = pc.if_else(pa.array(mask), pa.scalar(cell, pa.string()), table[column])
            table = table.set_column(COLUMNS.index(column), column, here)
    return table, classes
