"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Marketing campaigns with a treated and a control group, and the log of recommendations shown.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.calendar import KEYS_PER_CUSTOMER, first_days
from customer_value.areas.customer_profile.sample.goods import choose
from customer_value.areas.customer_profile.sample.people import People
from customer_value.areas.shared.sample.catalogue import Catalogue
from customer_value.areas.shared.sample.customers import PAST_WEEKS, customer_ids
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH
from customer_value.sample.draws import Bools, Draws, Floats, Ints
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

WEEKS_OF_EFFECT = 4
ASSIGNMENT_WIDTH = 10
IMPRESSION_WIDTH = 12

_CAMPAIGN_WEEKS = (PAST_WEEKS - 22, PAST_WEEKS - 9)
_SHARE_ASSIGNED = 0.12
_SHARE_SHOWN = 0.06
_POSITIONS = 3


@dataclass(frozen=True)
class Assignments:
    """Arrays with one element per customer and campaign; `who` is a position in people."""

    who: Ints
    campaign: Ints
    key: Ints
    is_treated: Bools


def draw_assignments(plan: SamplePlan, people: People) -> Assignments:
    """Who was assigned to which campaign."""
    draws = Draws(plan.seed)
    size = len(_CAMPAIGN_WEEKS)
    key = (people.number[:, np.newaxis] * size + np.arange(size)).ravel()
    who = np.repeat(np.arange(len(people.number)), size)
    campaign = key % size
    days = first_days(np.array(_CAMPAIGN_WEEKS))[campaign]
    here = people.registered[who] < days
    keep = here & (draws.uniform("assigned", key) < _SHARE_ASSIGNED)
    treated = draws.uniform("treated", key) < 0.5
    return Assignments(who[keep], campaign[keep], key[keep], treated[keep])


def lifts(people: People, assignments: Assignments, weeks: int) -> Floats:
    """What treatments add to the chance of an order: customers × weeks."""
    lift = np.zeros((len(people.number), weeks))
    treated = assignments.who[assignments.is_treated]
    for campaign, week in enumerate(_CAMPAIGN_WEEKS):
        members = treated[assignments.campaign[assignments.is_treated] == campaign]
        lift[members, week : week + WEEKS_OF_EFFECT] = people.lift[members, np.newaxis]
    return lift


def assignment_table(plan: SamplePlan, people: People, assignments: Assignments) -> pa.Table:
    """`ods_marketing_assignment` as text; only the treated cost something."""
    draws = Draws(plan.seed)
    days = first_days(np.array(_CAMPAIGN_WEEKS))[assignments.campaign]
    seconds = seconds_of(plan.as_of) + days * DAY
    cost = 50 + draws.below("cost", assignments.key, 450)
    return string_table(
        {
            "assignment_id": identifiers("G", assignments.key, ASSIGNMENT_WIDTH),
            "campaign_id": chosen(names.CAMPAIGNS, assignments.campaign),
            "customer_id": customer_ids(people.number[assignments.who]),
            "arm": chosen(["control", "treatment"], assignments.is_treated.astype(np.int64)),
            "assign_time": times(seconds),
            "cost": amounts(cost, ~assignments.is_treated),
        }
    )


def recommendation_table(
    plan: SamplePlan, catalogue: Catalogue, people: People
) -> tuple[pa.Table, Ints]:
    """`ods_recommendation_log` as text, and the number of each row: three places at a time."""
    draws = Draws(plan.seed)
    shown = draws.uniform("shown", people.number) < _SHARE_SHOWN
    who = np.repeat(np.flatnonzero(shown & ~people.is_bot), _POSITIONS)
    place = np.arange(len(who)) % _POSITIONS
    key = people.number[who] * KEYS_PER_CUSTOMER + place
    ago = draws.below("shown ago", people.number[who], 60)
    policy = draws.below("policy", people.number[who], len(names.POLICIES))
    product = choose(draws, "shown", catalogue, people, key, who, -ago)
    propensity = 1_000 + draws.below("propensity", key, 999_001)
    clicked = draws.uniform("clicked", key) < 0.2
    ordered = clicked & (draws.uniform("ordered", key) < 0.3)
    seconds = seconds_of(plan.as_of) + 12 * 3_600 - ago * DAY
    table = string_table(
        {
            "impression_id": identifiers("V", key, IMPRESSION_WIDTH),
            "customer_id": customer_ids(people.number[who]),
            "product_id": identifiers("P", product, PRODUCT_WIDTH),
            "position": whole_numbers(place + 1),
            "policy": chosen(names.POLICIES, policy),
            "propensity": _millionths(propensity),
            "shown_time": times(seconds),
            "clicked": chosen(["false", "true"], clicked.astype(np.int64)),
            "ordered": chosen(["false", "true"], ordered.astype(np.int64)),
        }
    )
    return table, key


def _millionths(values: Ints) -> pa.Array:
    rest = pc.utf8_lpad(pa.array(values % 1_000_000).cast(pa.string()), width=6, padding="0")
    return pc.binary_join_element_wise(pa.array(values // 1_000_000).cast(pa.string()), rest, ".")
