"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the contacts with the service: about an order, and about nothing that was bought.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.calendar import (
    KEYS_PER_CUSTOMER,
    first_days,
    last_second,
    moments,
)
from customer_value.areas.customer_profile.sample.lines import Lines
from customer_value.areas.customer_profile.sample.orders import ORDER_WIDTH, Orders
from customer_value.areas.customer_profile.sample.people import People
from customer_value.areas.customer_profile.sample.texts import TRANSCRIPTS, texts
from customer_value.areas.shared.sample.customers import PAST_WEEKS, customer_ids
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH
from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    chosen,
    emptied,
    identifiers,
    string_table,
    times,
    whole_numbers,
)

NOTHING = -1

_SHARE_OF_ORDERS = 0.14
_SHARE_OF_WEEKS = 0.0035


@dataclass(frozen=True)
class Contacts:
    """Arrays with one element per contact; `who` is a position in people, `order` and `product` are
    numbers or NOTHING, `issue` and `sentiment` positions in their lists.
    """

    key: Ints
    who: Ints
    seconds: Ints
    order: Ints
    product: Ints
    issue: Ints
    sentiment: Ints
    is_automatic: Bools


def draw_contacts(plan: SamplePlan, people: People, orders: Orders, lines: Lines) -> Contacts:
    """The contacts of a part: first those about orders, then the others."""
    draws = Draws(plan.seed)
    about = np.flatnonzero(draws.uniform("contact", orders.key) < _SHARE_OF_ORDERS)
    delay = 600 + draws.below("contact delay", orders.key[about], 12 * DAY)
    weeks = np.arange(PAST_WEEKS + 1)
    keys = people.number[:, np.newaxis] * KEYS_PER_CUSTOMER + weeks
    days = first_days(weeks)
    around = (people.registered[:, np.newaxis] < days) & (days < people.leaves[:, np.newaxis])
    who, week = np.nonzero(around & (draws.uniform("weekly contact", keys) < _SHARE_OF_WEEKS))
    own_key = keys[who, week]
    first_line = np.searchsorted(lines.order, about)
    sources = np.repeat([0, 1], [len(about), len(who)])
    key = 2 * np.concatenate([orders.key[about], own_key]) + sources
    members = np.concatenate([orders.who[about], who])
    nothing = np.full(len(who), NOTHING)
    mood = 0.7 * draws.uniform("mood of contact", key) + 0.3 * people.mood[members]
    sentiment = np.select([mood < 0.4, mood < 0.75], [0, 1], default=2)
    luck = draws.uniform("issue", key)
    issue = np.where(
        sentiment == 0, np.where(luck < 0.8, 0, 1), np.where(luck < 0.1, 0, 1 + (luck > 0.8))
    )
    contacts = Contacts(
        key=key,
        who=members,
        seconds=np.concatenate(
            [orders.seconds[about] + delay, moments(plan, draws, "contact", own_key, week)]
        ),
        order=np.concatenate([orders.key[about], nothing]),
        product=np.concatenate([lines.product[first_line], nothing]),
        issue=issue,
        sentiment=sentiment,
        is_automatic=draws.uniform("automatic", key) < 0.22,
    )
    here = contacts.seconds <= last_second(plan)
    by_key = np.argsort(key[here], kind="stable")
    return Contacts(**{name: values[here][by_key] for name, values in vars(contacts).items()})


def contact_table(plan: SamplePlan, people: People, contacts: Contacts) -> pa.Table:
    """`ods_service_contact` as text. An automatic message solves nothing and is not rated; a
    contact without minutes is not solved yet.
    """
    draws = Draws(plan.seed)
    key, automatic = contacts.key, contacts.is_automatic
    unsolved = draws.uniform("unsolved", key) < np.where(contacts.issue == 0, 0.15, 0.04)
    share = draws.uniform("minutes", key)
    minutes = (share * share * share * 4_000).astype(np.int64)
    answer = np.array([1, 5, 8])[contacts.sentiment] + draws.below("answer", key, 3)
    unrated = automatic | (draws.uniform("unrated", key) < 0.45)
    escalated = (contacts.sentiment == 0) & ~automatic
    level = np.where(escalated, draws.zipf("level", key, 4), 0)
    silent = automatic | (draws.uniform("silent contact", key) < 0.5)
    words = texts(draws, "transcript", TRANSCRIPTS, key, contacts.sentiment)
    nowhere = contacts.order == NOTHING
    return string_table(
        {
            "service_id": whole_numbers(key + 1),
            "customer_id": customer_ids(people.number[contacts.who]),
            "contact_type": chosen(
                names.CONTACT_TYPES, draws.below("way", key, len(names.CONTACT_TYPES))
            ),
            "contact_source": chosen([names.HUMAN, names.AUTO], automatic.astype(np.int64)),
            "issue_category": chosen(names.ISSUES, contacts.issue),
            "contact_time": times(contacts.seconds),
            "resolution_time": whole_numbers(minutes, automatic | unsolved),
            "nps_score": whole_numbers(np.minimum(answer, 10), unrated),
            "escalation_level": whole_numbers(level),
            "product_id": identifiers("P", contacts.product, PRODUCT_WIDTH, nowhere),
            "order_id": identifiers("O", contacts.order, ORDER_WIDTH, nowhere),
            "transcript": emptied(words, silent),
        }
    )
