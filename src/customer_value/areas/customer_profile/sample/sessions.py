"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws what customers do on the site: a visit before many orders, and visits that lead to nothing.
The shop keeps all events of the last weeks and fewer of the time before.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample.calendar import (
    KEYS_PER_CUSTOMER,
    first_days,
    last_second,
    moments,
)
from customer_value.areas.customer_profile.sample.dimensions import channel_ids
from customer_value.areas.customer_profile.sample.goods import choose
from customer_value.areas.customer_profile.sample.lines import Lines
from customer_value.areas.customer_profile.sample.orders import Orders
from customer_value.areas.customer_profile.sample.people import People
from customer_value.areas.shared.sample.catalogue import Catalogue
from customer_value.areas.shared.sample.customers import PAST_WEEKS, customer_ids
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH
from customer_value.sample.draws import Bools, Draws, Ints
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

EVENT_TYPES = [
    "page_view",
    "login",
    "search",
    "favorite",
    "compare",
    "add_to_cart",
    "share",
    "order",
]
SESSION_WIDTH = 12
EVENT_WIDTH = 14
FINGERPRINT_WIDTH = 10
MOST_EVENTS = 256

_MOST_OF_PEOPLE = 16
_OF_BOTS = 210

_PAGE_VIEW, _LOGIN, _ADD_TO_CART, _ORDER = 0, 1, 5, 7
_ONLINE_CHANNELS = 3
_RECENT_WEEKS = 9
_OLD_SHARE = 0.2
# page views are the most frequent: a number below 16 → an event type
_DRAWN_TYPES = np.array([0] * 8 + [1, 2, 2, 3, 4, 5, 6, 0])


@dataclass(frozen=True)
class Sessions:
    """Arrays with one element per session; `who` is a position in people, `product` what it is
    about, `has_order` whether it ends with an order.
    """

    key: Ints
    who: Ints
    seconds: Ints
    length: Ints
    product: Ints
    channel: Ints
    has_order: Bools


@dataclass(frozen=True)
class Events:
    """Arrays with one element per event; `session` is a position in sessions."""

    key: Ints
    session: Ints
    place: Ints
    seconds: Ints
    event_type: Ints


def draw_sessions(
    plan: SamplePlan, catalogue: Catalogue, people: People, orders: Orders, lines: Lines
) -> Sessions:
    """The sessions of a part. Bots come seldom and look at everything."""
    draws = Draws(plan.seed)
    weeks = np.arange(PAST_WEEKS + 1)
    keys = people.number[:, np.newaxis] * KEYS_PER_CUSTOMER + weeks
    days = first_days(weeks)
    around = (people.registered[:, np.newaxis] < days) & (days < people.leaves[:, np.newaxis])
    kept = np.where(weeks >= PAST_WEEKS - _RECENT_WEEKS, 1.0, _OLD_SHARE)
    eagerness = 0.008 + 0.28 * people.rate[:, np.newaxis]
    chance = np.minimum(eagerness * kept * plan.events_per_order, 0.9)
    chance = np.where(people.is_bot[:, np.newaxis], 0.02, chance)
    who, week = np.nonzero(around & (draws.uniform("visit", keys) < chance))
    own_key = keys[who, week]
    seconds = moments(plan, draws, "visit", own_key, week)
    day = (seconds - seconds_of(plan.as_of)) // DAY
    online = orders.channel < _ONLINE_CHANNELS
    old = orders.seconds < seconds_of(plan.as_of) - _RECENT_WEEKS * 7 * DAY
    share = np.minimum(np.where(old, 0.15, 0.45) * plan.events_per_order, 0.95)
    about = np.flatnonzero(online & (draws.uniform("visit of order", orders.key) < share))
    bought = lines.product[np.searchsorted(lines.order, about)]
    looked = choose(draws, "visit", catalogue, people, own_key, who, day)
    sources = np.repeat([0, 1], [len(who), len(about)])
    key = 2 * np.concatenate([own_key, orders.key[about]]) + sources
    members = np.concatenate([who, orders.who[about]])
    most = min(2 + plan.events_per_order, _MOST_OF_PEOPLE)
    length = 1 + draws.zipf("visit length", key, most)
    has_order = sources == 1
    length = np.where(people.is_bot[members], _OF_BOTS, np.where(has_order, length + 2, length))
    visits = Sessions(
        key=key,
        who=members,
        seconds=np.concatenate([seconds, orders.seconds[about] - 900]),
        length=length,
        product=np.concatenate([looked, bought]),
        channel=np.concatenate([people.channel[who] % _ONLINE_CHANNELS, orders.channel[about]]),
        has_order=has_order,
    )
    by_key = np.argsort(key, kind="stable")
    return Sessions(**{name: values[by_key] for name, values in vars(visits).items()})


def draw_events(plan: SamplePlan, people: People, sessions: Sessions) -> Events:
    """The events of the sessions. One with an order ends in a cart and, 900 seconds after it began,
    the order.
    """
    draws = Draws(plan.seed)
    session = np.repeat(np.arange(len(sessions.key)), sessions.length)
    starts = np.cumsum(sessions.length) - sessions.length
    place = np.arange(len(session)) - starts[session]
    key = sessions.key[session] * MOST_EVENTS + place
    bot = people.is_bot[sessions.who[session]]
    gap = np.where(bot, 1, 4 + draws.below("gap", key, 52))
    passed = np.cumsum(gap) - (np.cumsum(gap) - gap)[starts[session]]
    drawn = _DRAWN_TYPES[draws.below("event type", key, len(_DRAWN_TYPES))]
    left = sessions.length[session] - place
    is_order = sessions.has_order[session] & (left == 1)
    is_cart = sessions.has_order[session] & (left == 2)
    is_login = (place == 0) & (draws.uniform("logs in", key) < 0.35)
    event_type = np.select(
        [is_order, is_cart, bot, is_login],
        [_ORDER, _ADD_TO_CART, _PAGE_VIEW, _LOGIN],
        default=drawn,
    )
    seconds = sessions.seconds[session] + np.where(is_order, 900, np.minimum(passed, 890))
    here = seconds <= last_second(plan)
    return Events(key[here], session[here], place[here], seconds[here], event_type[here])


def event_table(plan: SamplePlan, people: People, sessions: Sessions, events: Events) -> pa.Table:
    """`ods_behavior_event` as text. Some visits have no session, some no customer: neither is known
    before the login.
    """
    draws = Draws(plan.seed)
    session_key = sessions.key[events.session]
    customer = people.number[sessions.who[events.session]]
    viewed = events.event_type == _PAGE_VIEW
    bot = people.is_bot[sessions.who[events.session]]
    anonymous = draws.uniform("anonymous", session_key) < 0.12
    share = draws.uniform("stay", events.key)
    stay = np.where(bot, 0, (share * share * share * 600).astype(np.int64))
    about = (viewed & (events.key % 4 != 3)) | np.isin(events.event_type, (3, 4, 5, 6, 7))
    unseen = session_key % 29 == 28
    device = customer * 3 + draws.zipf("device", session_key, 3)
    return string_table(
        {
            "event_id": identifiers("E", events.key, EVENT_WIDTH),
            "session_id": identifiers(
                "N", session_key, SESSION_WIDTH, draws.uniform("no session", session_key) < 0.1
            ),
            "customer_id": customer_ids(customer, anonymous),
            "device_fingerprint": identifiers("fp-", device, FINGERPRINT_WIDTH, unseen),
            "event_type": chosen(EVENT_TYPES, events.event_type),
            "event_timestamp": times(events.seconds),
            "page_duration": whole_numbers(stay, ~viewed),
            "scroll_depth": amounts(draws.below("scroll", events.key, 101), ~viewed),
            "product_id": identifiers("P", sessions.product[events.session], PRODUCT_WIDTH, ~about),
            "channel_id": channel_ids(sessions.channel[events.session]),
        }
    )
