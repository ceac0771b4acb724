"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the lines of the invoices as arrays of numbers: purchases, postage, cancellations and
write-offs.
"""

from dataclasses import dataclass, fields

import numpy as np

from customer_value.areas.online_retail.sample.calendar import CLOSES, next_open_day
from customer_value.areas.online_retail.sample.catalogue import Catalogue
from customer_value.areas.online_retail.sample.classes import class_number
from customer_value.areas.online_retail.sample.invoices import NO_CUSTOMER, Invoices
from customer_value.areas.online_retail.sample.names import STOCK_NOTES
from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import DAY

_MOST_LINES = 16
_KEYS_PER_INVOICE = 32
_DEAR = 5_000
_POSTAGE_PENCE = 1_800
_RETAIL_UNITS = np.array([1, 1, 2, 2, 3, 4, 6, 6, 8, 10, 12, 12, 12, 24, 25, 48])
_WHOLESALE_UNITS = np.array([24, 48, 48, 72, 96, 120, 144, 200, 240, 288, 360, 432])


@dataclass(frozen=True)
class Lines:
    """Arrays with one element per line; prices in pence, `code` and `description` are numbers of
    the catalogue, `line_class` is a position in LINE_CLASSES.

    `key` differs for every line drawn, cancellations aside, whose key is that of the line they
    cancel.
    """

    key: Ints
    row: Ints
    is_credit: Bools
    code: Ints
    description: Ints
    quantity: Ints
    seconds: Ints
    price: Ints
    customer: Ints
    country: Ints
    line_class: Ints

    def take(self, positions: Ints | Bools) -> "Lines":
        """The lines at these positions, or where the mask is true."""
        return Lines(*(getattr(self, field.name)[positions] for field in fields(self)))

    def but(self, **arrays: Ints | Bools) -> "Lines":
        """The same lines with other values in the columns named."""
        return Lines(*(arrays.get(f.name, getattr(self, f.name)) for f in fields(self)))


def draw_lines(plan: SamplePlan, catalogue: Catalogue, invoices: Invoices) -> Lines:
    """All lines of a part's invoices, no two of them alike."""
    draws = Draws(plan.seed)
    bought = _bought(draws, catalogue, invoices)
    together = (bought, _postage(draws, catalogue, invoices), _cancellations(draws, bought))
    return Lines(
        *(np.concatenate([getattr(lines, f.name) for lines in together]) for f in fields(Lines))
    )


def _bought(draws: Draws, catalogue: Catalogue, invoices: Invoices) -> Lines:
    """The lines that name a product: bought, bought without a name, or written off."""
    luck = draws.uniform("lines", invoices.row)
    counts = np.where(invoices.is_wholesale, 3, 1) + (luck * luck * 12).astype(np.int64)
    counts = np.where(invoices.is_write_off, 1, counts)
    invoice = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(invoice)) - (np.cumsum(counts) - counts)[invoice]
    key = invoices.row[invoice] * _KEYS_PER_INVOICE + place
    product = draws.zipf("retail product", key, catalogue.products)
    # A product drawn twice for one invoice is kept once, so that no line is the copy of another.
    _, first = np.unique(invoice * catalogue.products + product, return_index=True)
    kept = np.sort(first)
    invoice, key, product = invoice[kept], key[kept], product[kept]
    written_off = invoices.is_write_off[invoice]
    anonymous = invoices.customer[invoice] == NO_CUSTOMER
    free = draws.uniform("free line", key) < 0.004
    note = catalogue.first_note + draws.below("note", key, len(STOCK_NOTES))
    classes = [
        (written_off, class_number("adjustment")),
        (anonymous, class_number("no_customer")),
        (free, class_number("free")),
    ]
    wholesale = invoices.is_wholesale[invoice]
    price = catalogue.price[product] * np.where(wholesale, 85, 100) // 100
    return Lines(
        key=key,
        row=invoices.row[invoice],
        is_credit=np.zeros(len(key), dtype=np.bool_),
        code=product,
        description=np.where(written_off, note, product),
        quantity=_units(draws, key, price, wholesale) * np.where(written_off, -1, 1),
        seconds=invoices.seconds[invoice],
        price=np.where(written_off | free, 0, price),
        customer=invoices.customer[invoice],
        country=invoices.country[invoice],
        line_class=np.select(
            [when for when, _ in classes],
            [number for _, number in classes],
            default=class_number("sale"),
        ),
    )


def _units(draws: Draws, key: Ints, price: Ints, wholesale: Bools) -> Ints:
    """Units of a line: many for a wholesaler, a few of what is dear."""
    several = np.where(
        wholesale,
        _WHOLESALE_UNITS[draws.below("wholesale units", key, len(_WHOLESALE_UNITS))],
        _RETAIL_UNITS[draws.below("retail units", key, len(_RETAIL_UNITS))],
    )
    few = 1 + draws.below("dear units", key, np.where(wholesale, 6, 2))
    return np.where(price >= _DEAR * 85 // 100, few, several)


def _postage(draws: Draws, catalogue: Catalogue, invoices: Invoices) -> Lines:
    """A line for postage: on most invoices abroad, and on every third without a customer."""
    rows = invoices.row
    anonymous = invoices.customer == NO_CUSTOMER
    luck = draws.uniform("postage", rows)
    paid = np.where(anonymous, luck < 1 / 3, (invoices.country > 0) & (luck < 0.7))
    posted = np.flatnonzero(paid & ~invoices.is_write_off)
    anonymous = anonymous[posted]
    code = np.where(anonymous, catalogue.dotcom_postage, catalogue.postage)
    pence = _POSTAGE_PENCE + draws.below("dotcom postage", rows[posted], 20_000)
    return Lines(
        key=rows[posted] * _KEYS_PER_INVOICE + _MOST_LINES,
        row=rows[posted],
        is_credit=np.zeros(len(posted), dtype=np.bool_),
        code=code,
        description=code,
        quantity=np.where(anonymous, 1, 1 + draws.below("parcels", rows[posted], 3)),
        seconds=invoices.seconds[posted],
        price=np.where(anonymous, pence, _POSTAGE_PENCE),
        customer=invoices.customer[posted],
        country=invoices.country[posted],
        line_class=np.where(anonymous, class_number("no_customer"), class_number("non_product")),
    )


def _cancellations(draws: Draws, bought: Lines) -> Lines:
    """One sale in forty is cancelled, wholly or in part, minutes or days later: all that is
    cancelled of an invoice at the same moment.
    """
    cancelled = draws.uniform("cancelled", bought.key) < 0.025
    sales = bought.take(cancelled & (bought.line_class == class_number("sale")))
    soon = draws.uniform("cancelled soon", sales.row) < 0.3
    minutes = 60 * (10 + draws.below("minutes", sales.row, 50))
    days = DAY * (1 + draws.below("days", sales.row, 21))
    seconds = np.minimum(next_open_day(sales.seconds + np.where(soon, minutes, days)), CLOSES)
    partly = draws.uniform("cancelled partly", sales.key) < 0.4
    units = np.where(partly, np.maximum(sales.quantity // 3, 1), sales.quantity)
    credits = sales.but(
        is_credit=np.ones(len(sales.key), dtype=np.bool_),
        quantity=-units,
        seconds=seconds,
        line_class=np.full(len(sales.key), class_number("cancellation")),
    )
    return credits.take(seconds > sales.seconds)
