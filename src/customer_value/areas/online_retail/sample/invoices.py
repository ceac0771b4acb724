"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the invoices (who bought, and when) in time order, one part of the sample at a time.
"""

from dataclasses import dataclass

import numpy as np

from customer_value.areas.online_retail.sample import names
from customer_value.areas.online_retail.sample.calendar import invoice_times, month_numbers
from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan

SENDS_PER_INVOICE = 4
FIRST_NUMBER = 536_365
NO_CUSTOMER = -1
FIRST_DRAWN_CUSTOMER = 12_400
"""Smaller customer numbers are left to the stories."""

_SENDS_PER_WHOLESALER = 2_000
_SENDS_PER_REGULAR = 26
_SHARE_WRITTEN_OFF = 0.02
_SHARE_ANONYMOUS = 0.08
_SHARE_OF_ONE_TIME_BUYERS = 0.25
_SHARE_OF_WHOLESALERS = 0.47
_MONTHS = 13
_TRIES = 6


@dataclass(frozen=True)
class Invoices:
    """Arrays with one element per invoice; `row` counts all invoices of the sample, times are local
    seconds since 1970, `country` is a position in names.COUNTRIES.
    """

    row: Ints
    seconds: Ints
    customer: Ints
    country: Ints
    is_wholesale: Bools
    is_write_off: Bools


def draw_invoices(plan: SamplePlan, part: int) -> Invoices:
    """The invoices of a part."""
    draws = Draws(plan.seed)
    first, end = (sends // SENDS_PER_INVOICE for sends in plan.rows_of(part))
    rows = np.arange(first, end)
    seconds = invoice_times(draws, rows, plan.sends // SENDS_PER_INVOICE)
    luck = draws.uniform("buyer", rows)
    is_wholesale = (luck >= _SHARE_OF_ONE_TIME_BUYERS) & (luck < _SHARE_OF_WHOLESALERS)
    wholesalers = 4 + plan.sends // _SENDS_PER_WHOLESALER
    account = np.where(
        is_wholesale,
        draws.zipf("wholesaler", rows, wholesalers),
        wholesalers + _regulars(plan, draws, rows, month_numbers(seconds)),
    )
    # Even numbers are accounts, odd ones belong to one invoice each: its buyer never comes back.
    number = np.where(luck < _SHARE_OF_ONE_TIME_BUYERS, 2 * rows + 1, 2 * account)
    is_anonymous = luck < _SHARE_ANONYMOUS
    customer = np.where(is_anonymous, NO_CUSTOMER, FIRST_DRAWN_CUSTOMER + number)
    return Invoices(
        row=rows,
        seconds=seconds,
        customer=customer,
        country=_countries(draws, customer, is_wholesale),
        is_wholesale=is_wholesale,
        is_write_off=luck < _SHARE_WRITTEN_OFF,
    )


def _regulars(plan: SamplePlan, draws: Draws, rows: Ints, months: Ints) -> Ints:
    """The regular who bought: the first of a drawn one and the neighbours who was around in that
    month.
    """
    regulars = plan.sends // _SENDS_PER_REGULAR
    candidate = draws.zipf("regular", rows, regulars)
    chosen = candidate
    for step in reversed(range(_TRIES)):
        neighbour = (candidate + step) % regulars
        chosen = np.where(_is_around(draws, neighbour, months), neighbour, chosen)
    return chosen


def _is_around(draws: Draws, regulars: Ints, months: Ints) -> Bools:
    """Whether a regular may buy in a month: not before joining, then in some months and not in
    others, each customer with a chance of their own.
    """
    joined = draws.zipf("joined", regulars, _MONTHS)
    keenness = 0.25 + 0.65 * draws.uniform("keenness", regulars)
    return (months >= joined) & (draws.uniform("around", regulars * _MONTHS + months) < keenness)


def _countries(draws: Draws, customer: Ints, is_wholesale: Bools) -> Ints:
    """A customer's own country: the first wholesaler is Dutch, one retail customer in nine lives
    abroad.
    """
    abroad = 1 + draws.below("country", customer, len(names.COUNTRIES) - 1)
    drawn = np.where(draws.uniform("abroad", customer) < 1 / 9, abroad, 0)
    at_home = is_wholesale | (customer == NO_CUSTOMER)
    is_first = is_wholesale & (customer == FIRST_DRAWN_CUSTOMER)
    return np.where(is_first, names.COUNTRIES.index("Netherlands"), np.where(at_home, 0, drawn))
