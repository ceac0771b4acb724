"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the uses of the sends: none, one or several for each send.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.areas.customer_service_promo.sample.catalogue import UNLIMITED, Catalogue
from customer_value.areas.customer_service_promo.sample.sends import SEND_WIDTH, Sends
from customer_value.sample.draws import Bools, Draws, Floats, Ints
from customer_value.sample.plan import LATER_DAYS, SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    amounts,
    identifiers,
    seconds_of,
    string_table,
    times,
    whole_numbers,
)

MOST_USES = 3
_NEVER_REDEEM = 0.55


@dataclass(frozen=True)
class Uses:
    """Arrays with one element per use; `send` is the position of its send in the part, amounts in
    cents.
    """

    send: Ints
    number: Ints
    seconds: Ints
    amount: Ints
    quantity: Ints


def draw_uses(
    plan: SamplePlan, catalogue: Catalogue, sends: Sends, forced: Ints, barred: Bools
) -> Uses:
    """The uses of a part's sends, in the order of the sends.

    The sends at positions `forced` get at least one use, those where `barred` none.
    """
    draws = Draws(plan.seed)
    limit = catalogue.item_limit[sends.item]
    used = _used(draws, sends, limit, forced, barred)
    send, number = np.nonzero(used)
    key = sends.row[send] * MOST_USES + number
    luck = draws.uniform("quantity", key)
    several = (limit[send] != 1) | (luck > 0.97)
    quantity = np.where(several & (luck > 0.93), 3, np.where(several & (luck > 0.75), 2, 1))
    price = catalogue.product_price[sends.product[send]]
    paid = np.maximum(price - sends.amount[send], 1) * quantity
    paid = np.where(draws.uniform("free", key) < 0.02, 0, paid)
    latest = seconds_of(plan.as_of) + (LATER_DAYS + 1) * DAY - 1
    seconds = np.minimum(sends.seconds[send] + _delays(draws, key, sends.valid_hours[send]), latest)
    return Uses(send=send, number=number, seconds=seconds, amount=paid, quantity=quantity)


def use_table(sends: Sends, uses: Uses) -> pa.Table:
    """`ods_customer_service_promo_use` as text, before anything is planted in it."""
    send_row = sends.row[uses.send]
    numbers = whole_numbers(uses.number + 1)
    order = send_row * MOST_USES + uses.number
    return string_table(
        {
            "use_id": pc.binary_join_element_wise(
                identifiers("U", send_row, SEND_WIDTH), numbers, "-"
            ),
            "send_id": identifiers("D", send_row, SEND_WIDTH),
            "order_id": identifiers("O", order, SEND_WIDTH + 1, order % 50 == 49),
            "pay_time": times(uses.seconds),
            "pay_amount": amounts(uses.amount),
            "quantity": whole_numbers(uses.quantity),
        }
    )


def _propensity(draws: Draws, consumers: Ints) -> Floats:
    """A consumer's own chance to redeem a send: 0 for most, 0.25 to 0.9 for the others."""
    luck = draws.uniform("propensity", consumers)
    keenness = (luck - _NEVER_REDEEM) / (1.0 - _NEVER_REDEEM)
    return np.where(luck < _NEVER_REDEEM, 0.0, 0.25 + 0.65 * keenness)


def _used(draws: Draws, sends: Sends, limit: Ints, forced: Ints, barred: Bools) -> Bools:
    """Sends × possible uses: use n+1 only happens after use n, and rarely where the purchase
    limit is 1.
    """
    used = np.zeros((len(sends.row), MOST_USES), dtype=np.bool_)
    used[:, 0] = draws.uniform("use 1", sends.row) < _propensity(draws, sends.consumer)
    again = np.where(limit == 1, 0.06, np.where(limit == UNLIMITED, 0.5, 0.4))
    for number in range(1, MOST_USES):
        once_more = draws.uniform(f"use {number + 1}", sends.row) < again
        used[:, number] = used[:, number - 1] & once_more
    used[forced, 0] = True
    used[barred] = False
    return used


def _delays(draws: Draws, key: Ints, valid_hours: Ints) -> Ints:
    """Seconds from send to payment: mostly soon; some on the expiry second, after it, days later,
    or before the send.
    """
    validity = valid_hours * 3_600
    share = draws.uniform("delay", key)
    kind = draws.uniform("kind of delay", key)
    kinds = [
        (kind < 0.02, -1 - (share * 5_400).astype(np.int64)),
        (kind < 0.03, np.zeros_like(validity)),
        (kind < 0.05, validity),
        (kind < 0.07, validity + 1),
        (kind < 0.12, validity + 2 + (share * 3 * DAY).astype(np.int64)),
        (kind < 0.15, 2 * DAY + (share * 5 * DAY).astype(np.int64)),
    ]
    soon = (share * share * validity).astype(np.int64)
    return np.select([when for when, _ in kinds], [delay for _, delay in kinds], default=soon)
