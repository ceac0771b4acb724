"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The versions of the customers' master data, and what they declare and whom they know.
"""

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.dimensions import CITIES
from customer_value.areas.customer_profile.sample.people import COMPANIES, People
from customer_value.areas.shared.sample.customers import customer_ids, pool_of
from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    chosen,
    emptied,
    seconds_of,
    string_table,
    times,
    whole_numbers,
)

MOST_VERSIONS = 4

_SHARE_RELATED = 0.12
_SHARE_DECLARING = 0.06


def customer_table(plan: SamplePlan, people: People) -> tuple[pa.Table, Ints]:
    """`ods_customer` as text, and the number of each row: one to four versions per customer, of
    which some changed nothing.
    """
    draws = Draws(plan.seed)
    number = people.number[people.is_known]
    count = 1 + draws.zipf("versions", number, MOST_VERSIONS) * (number % 4 == 0)
    owner = np.repeat(np.flatnonzero(people.is_known), count)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    customer = people.number[owner]
    key = customer * MOST_VERSIONS + place
    registered = seconds_of(plan.as_of) + people.registered[owner] * DAY
    registered = registered + draws.below("second of registering", customer, DAY)
    age = np.maximum(-people.registered[owner], 8)
    later = place * (age // (MOST_VERSIONS + 1)) * DAY + draws.below("changed", key, 6 * DAY)
    updated = np.where(place == 0, registered, registered + DAY + later)
    # a number of the version that last changed a thing: the first but for a few
    moved = _version_of(draws, "moved", customer, place, 0.4)
    rated = _version_of(draws, "rated", customer, place, 0.5)
    asked = _version_of(draws, "asked", customer, place, 0.3)
    company = people.segment[owner] == COMPANIES
    rating = draws.zipf("rating", rated, 10)
    city = (people.region[owner] + 7 * (moved % MOST_VERSIONS)) % len(CITIES)
    followers = draws.zipf("followers", customer, 50_000) - 3
    table = string_table(
        {
            "customer_id": customer_ids(customer),
            "customer_type": chosen(["个人", "企业"], company.astype(np.int64)),
            "industry": _of_companies(draws, "industry", names.INDUSTRIES, customer, company, 0.2),
            "company_size": _of_companies(draws, "size", names.COMPANY_SIZES, rated, company, 0.1),
            "credit_rating": emptied(chosen(names.CREDIT_RATINGS, rating), rated % 9 == 8),
            "region_id": emptied(chosen(CITIES, city), customer % 31 == 30),
            "declared_channel": emptied(
                chosen(names.DECLARED_CHANNELS, draws.below("declared", customer, 5)),
                draws.uniform("undeclared", customer) < 0.5,
            ),
            "eco_friendly": _answers(draws, "eco", customer, 0.35, 0.6),
            "follower_count": whole_numbers(np.maximum(followers, 0), followers < 0),
            "marketing_consent": _answers(draws, "marketing", asked, 0.7, 0.9),
            "profiling_consent": _answers(draws, "profiling", asked, 0.85, 0.93),
            "register_time": times(registered, customer % 37 == 36),
            "update_time": times(updated),
        }
    )
    return table, key


def attribute_table(plan: SamplePlan, people: People) -> tuple[pa.Table, Ints]:
    """`ods_customer_declared_attribute` as text, and the number of each row."""
    draws = Draws(plan.seed)
    size = len(names.ATTRIBUTES)
    keys = (people.number[:, np.newaxis] * size + np.arange(size)).ravel()
    declared = draws.uniform("declares", keys) < _SHARE_DECLARING
    key = keys[declared & np.repeat(people.is_known, size)]
    words = [word for values in names.ATTRIBUTES.values() for word in values]
    sizes = np.array([len(values) for values in names.ATTRIBUTES.values()])
    starts = np.cumsum(sizes) - sizes
    number = starts[key % size] + draws.below("attribute", key, sizes[key % size])
    table = string_table(
        {
            "customer_id": customer_ids(key // size),
            "attribute_name": chosen(list(names.ATTRIBUTES), key % size),
            "attribute_value": chosen(words, number),
        }
    )
    return table, key


def relation_table(plan: SamplePlan, people: People) -> tuple[pa.Table, Ints]:
    """`ods_customer_relation` as text, and the number of each row: the other may be anyone of the
    pool.
    """
    draws = Draws(plan.seed)
    number = people.number[draws.uniform("related", people.number) < _SHARE_RELATED]
    pool = pool_of(plan)
    step = 1 + draws.zipf("related to", number, pool - 1)
    kind = draws.below("relation", number, len(names.RELATIONS))
    seconds = seconds_of(plan.as_of) - draws.below("related ago", number, 400 * DAY)
    table = string_table(
        {
            "customer_id": customer_ids(number),
            "related_customer_id": customer_ids((number + step) % pool),
            "relation_type": chosen(names.RELATIONS, kind),
            "consent": _answers(draws, "consent of both", number, 0.6, 0.9),
            "create_time": times(seconds),
        }
    )
    return table, number


def _version_of(draws: Draws, name: str, customer: Ints, place: Ints, share: float) -> Ints:
    """The number of the version that last changed a thing: each version after the first changes it
    with a chance.
    """
    last = customer * MOST_VERSIONS
    for number in range(1, MOST_VERSIONS):
        key = customer * MOST_VERSIONS + number
        changes = (place >= number) & (draws.uniform(f"{name} changes", key) < share)
        last = np.where(changes, key, last)
    return last


def _answers(draws: Draws, name: str, keys: Ints, yes: float, answered: float) -> pa.Array:
    """`true` for a share, `false` up to another, else nothing."""
    luck = draws.uniform(f"answer {name}", keys)
    return emptied(chosen(["false", "true"], (luck < yes).astype(np.int64)), luck >= answered)


def _of_companies(
    draws: Draws, name: str, words: list[str], keys: Ints, company: Bools, missing: float
) -> pa.Array:
    number = draws.below(name, keys, len(words))
    absent = ~company | (draws.uniform(f"no {name}", keys) < missing)
    return emptied(chosen(words, number), absent)
