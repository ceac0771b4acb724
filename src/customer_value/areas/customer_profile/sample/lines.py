"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the lines of the orders, and what is given back of them.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.goods import choose
from customer_value.areas.customer_profile.sample.orders import ORDER_WIDTH, Orders
from customer_value.areas.customer_profile.sample.people import COMPANIES, People
from customer_value.areas.shared.sample.catalogue import Catalogue
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH, SKU_WIDTH
from customer_value.areas.shared.sample.names import CATEGORIES
from customer_value.sample.draws import Draws, Floats, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    amounts,
    chosen,
    identifiers,
    seconds_of,
    string_table,
    times,
    whole_numbers,
)

MOST_LINES = 4
MOST_REFUNDS = 2
REFUND_WIDTH = 12

_LINES_OF_ORDER = np.array([1, 1, 1, 1, 1, 2, 2, 3, MOST_LINES])


@dataclass(frozen=True)
class Lines:
    """Arrays with one element per line; `order` is a position in orders, amounts in cents."""

    key: Ints
    order: Ints
    product: Ints
    sku: Ints
    quantity: Ints
    price: Ints
    discount: Ints
    amount: Ints


@dataclass(frozen=True)
class Refunds:
    """Arrays with one element per refund; `line` is a position in lines, amounts in cents."""

    key: Ints
    line: Ints
    seconds: Ints
    amount: Ints


def draw_lines(plan: SamplePlan, catalogue: Catalogue, people: People, orders: Orders) -> Lines:
    """The lines of a part's orders, in their order; one to four of each."""
    draws = Draws(plan.seed)
    count = _LINES_OF_ORDER[draws.below("lines", orders.key, len(_LINES_OF_ORDER))]
    order = np.repeat(np.arange(len(orders.key)), count)
    place = np.arange(len(order)) - np.repeat(np.cumsum(count) - count, count)
    key = orders.key[order] * MOST_LINES + place
    days = (orders.seconds[order] - seconds_of(plan.as_of)) // DAY
    product = choose(draws, "line", catalogue, people, key, orders.who[order], days)
    skus = catalogue.first_sku[product + 1] - catalogue.first_sku[product]
    companies = people.segment[orders.who[order]] == COMPANIES
    quantity = 1 + draws.zipf("units", key, 5) // 2 + 2 * companies
    price = catalogue.product_price[product]
    percent = _percents(draws, people, orders, key, order)
    discount = price * quantity * percent // 100
    return Lines(
        key=key,
        order=order,
        product=product,
        sku=catalogue.first_sku[product] + draws.below("sku", key, skus),
        quantity=quantity,
        price=price,
        discount=discount,
        amount=price * quantity - discount,
    )


def line_table(orders: Orders, lines: Lines) -> pa.Table:
    """`ods_order_item` as text. The numbers of the lines have no letter: they are numbers for the
    document.
    """
    return string_table(
        {
            "order_item_id": whole_numbers(lines.key + 1),
            "order_id": identifiers("O", orders.key[lines.order], ORDER_WIDTH),
            "product_id": identifiers("P", lines.product, PRODUCT_WIDTH),
            "sku_id": identifiers("K", lines.sku, SKU_WIDTH, lines.key % 6 == 5),
            "quantity": whole_numbers(lines.quantity),
            "unit_price": amounts(lines.price),
            "discount_amount": amounts(lines.discount, lines.discount == 0),
            "amount": amounts(lines.amount),
        }
    )


def draw_refunds(plan: SamplePlan, people: People, orders: Orders, lines: Lines) -> Refunds:
    """The refunds of paid lines, those after the raw tables end included: all of it, or a part and
    sometimes another part. Who dislikes the category sends more back.
    """
    draws = Draws(plan.seed)
    who = orders.who[lines.order]
    disliked = lines.product % len(CATEGORIES) == people.disliked_category[who]
    chance: Floats = np.where(disliked, 0.3, 0.07)
    returned = draws.uniform("returned", lines.key) < chance
    line = np.flatnonzero(returned & orders.is_paid[lines.order] & (lines.amount > 1))
    whole = draws.uniform("wholly", lines.key[line]) < 0.6
    twice = ~whole & (draws.uniform("twice", lines.key[line]) < 0.3)
    percent = 10 + draws.below("refunded", lines.key[line], 60)
    first = np.where(whole, lines.amount[line], np.maximum(lines.amount[line] * percent // 100, 1))
    second = (lines.amount[line] - first)[twice]
    paid = orders.pay_seconds[lines.order[line]]
    delay = 3_600 + draws.below("refund delay", lines.key[line], 35 * DAY)
    again = delay[twice] + 60 + draws.below("second refund delay", lines.key[line][twice], 9 * DAY)
    key = lines.key[line] * MOST_REFUNDS
    return _by_key(
        Refunds(
            key=np.concatenate([key, key[twice] + 1]),
            line=np.concatenate([line, line[twice]]),
            seconds=np.concatenate([paid + delay, paid[twice] + again]),
            amount=np.concatenate([first, second]),
        )
    )


def refund_table(plan: SamplePlan, lines: Lines, refunds: Refunds) -> pa.Table:
    """`ods_refund` as text."""
    reason = Draws(plan.seed).below("refund reason", refunds.key, len(names.REFUND_REASONS))
    return string_table(
        {
            "refund_id": identifiers("F", refunds.key, REFUND_WIDTH),
            "order_item_id": whole_numbers(lines.key[refunds.line] + 1),
            "refund_time": times(refunds.seconds),
            "refund_amount": amounts(refunds.amount),
            "refund_reason": chosen(names.REFUND_REASONS, reason),
        }
    )


def _percents(draws: Draws, people: People, orders: Orders, key: Ints, order: Ints) -> Ints:
    """Percent off: those who look at prices buy what is reduced, everybody does in promotions."""
    wanted = 0.1 + 0.5 * people.price_sensitivity[orders.who[order]]
    chance = np.where(orders.in_promotion[order], wanted + 0.3, wanted)
    reduced = draws.uniform("reduced", key) < chance
    return np.where(reduced, 5 * (1 + draws.below("percent", key, 8)), 0)


def _by_key(refunds: Refunds) -> Refunds:
    order = np.argsort(refunds.key, kind="stable")
    return Refunds(**{name: values[order] for name, values in vars(refunds).items()})
