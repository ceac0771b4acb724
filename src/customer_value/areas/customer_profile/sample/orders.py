"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the orders: at most one per customer and week, by season, promotions and treatment, until the
customer leaves.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.calendar import (
    KEYS_PER_CUSTOMER,
    WEEKS,
    first_days,
    has_promotion,
    moments,
    season,
)
from customer_value.areas.customer_profile.sample.campaigns import draw_assignments, lifts
from customer_value.areas.customer_profile.sample.dimensions import channel_ids
from customer_value.areas.customer_profile.sample.people import People
from customer_value.areas.shared.sample.customers import customer_ids
from customer_value.sample.draws import Bools, Draws, Floats, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    chosen,
    identifiers,
    seconds_of,
    string_table,
    times,
)

ORDER_WIDTH = 12

_LIKELIEST = 0.85
STATUSES = [names.DONE, names.PAID, names.CANCELLED, names.UNPAID]


@dataclass(frozen=True)
class Orders:
    """Arrays with one element per order, those of the year after as_of included; times in local
    seconds. `who` is a position in people, `key` the number of the order.
    """

    key: Ints
    who: Ints
    seconds: Ints
    pay_seconds: Ints
    in_promotion: Bools
    channel: Ints
    status: Ints
    has_pay_time: Bools

    @property
    def is_paid(self) -> Bools:
        """Whether the order counts: paid, and not cancelled."""
        return self.has_pay_time & (self.status < 2)


def draw_orders(plan: SamplePlan, people: People) -> Orders:
    """The orders of a part, by customer and week."""
    draws = Draws(plan.seed)
    weeks = np.arange(WEEKS)
    chance = _chances(plan, people)
    keys = people.number[:, np.newaxis] * KEYS_PER_CUSTOMER + weeks
    who, week = np.nonzero(draws.uniform("order", keys) < chance)
    key = keys[who, week]
    seconds = moments(plan, draws, "order", key, week)
    days = (seconds - seconds_of(plan.as_of)) // DAY
    here = (people.registered[who] < days) & (days < people.leaves[who])
    key, who, week, seconds = key[here], who[here], week[here], seconds[here]
    luck = draws.uniform("status", key)
    # 3 % cancelled before paying, 2 % after, 3 % never paid
    status = np.select([luck < 0.05, luck < 0.08, luck < 0.25], [2, 3, 1], default=0)
    return Orders(
        key=key,
        who=who,
        seconds=seconds,
        pay_seconds=seconds + _delays(draws, key),
        in_promotion=has_promotion(plan)[week] > 0,
        channel=_channels(draws, people, key, who),
        status=status,
        has_pay_time=(luck < 0.02) | (luck >= 0.08),
    )


def order_table(plan: SamplePlan, people: People, orders: Orders) -> pa.Table:
    """`ods_order` as text."""
    draws = Draws(plan.seed)
    method = draws.zipf("payment method", orders.key, len(names.PAYMENT_METHODS))
    return string_table(
        {
            "order_id": identifiers("O", orders.key, ORDER_WIDTH),
            "customer_id": customer_ids(people.number[orders.who]),
            "channel_id": channel_ids(orders.channel),
            "order_time": times(orders.seconds),
            "pay_time": times(orders.pay_seconds, ~orders.has_pay_time),
            "payment_method": chosen(names.PAYMENT_METHODS, method),
            "order_status": chosen(STATUSES, orders.status),
        }
    )


def _chances(plan: SamplePlan, people: People) -> Floats:
    """Customers × weeks."""
    eager = 1.0 + 2.0 * people.price_sensitivity[:, np.newaxis] * has_promotion(plan)
    chance = people.rate[:, np.newaxis] * season(plan) * eager
    chance += lifts(people, draw_assignments(plan, people), WEEKS)
    days = first_days(np.arange(WEEKS))
    around = (people.registered[:, np.newaxis] < days + 7) & (days < people.leaves[:, np.newaxis])
    return np.where(around & ~people.is_bot[:, np.newaxis], np.minimum(chance, _LIKELIEST), 0.0)


def _channels(draws: Draws, people: People, key: Ints, who: Ints) -> Ints:
    other = draws.below("channel", key, 5)
    return np.where(draws.uniform("own channel", key) < 0.7, people.channel[who], other)


def _delays(draws: Draws, key: Ints) -> Ints:
    """Seconds from order to payment: mostly minutes, sometimes days."""
    share = draws.uniform("pay delay", key)
    late = draws.uniform("late pay", key) < 0.06
    return 5 + np.where(late, share * 3 * DAY, share * share * 1_800).astype(np.int64)
