"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The drawn tables of a part as text, each with what is planted in it.
"""

from collections import Counter

import pyarrow as pa

from customer_value.areas.customer_profile.sample import fact_kinds, kinds
from customer_value.areas.customer_profile.sample.campaigns import (
    assignment_table,
    draw_assignments,
    recommendation_table,
)
from customer_value.areas.customer_profile.sample.contacts import contact_table, draw_contacts
from customer_value.areas.customer_profile.sample.customers import (
    attribute_table,
    customer_table,
    relation_table,
)
from customer_value.areas.customer_profile.sample.lines import line_table, refund_table
from customer_value.areas.customer_profile.sample.orders import order_table
from customer_value.areas.customer_profile.sample.planted import Keyed, with_planted
from customer_value.areas.customer_profile.sample.reviews import draw_reviews, review_table
from customer_value.areas.customer_profile.sample.sessions import (
    draw_events,
    draw_sessions,
    event_table,
)
from customer_value.areas.customer_profile.sample.world import landed, world_of
from customer_value.sample.draws import Bools, Draws
from customer_value.sample.plan import SamplePlan

CUSTOMER = "ods_customer"
ATTRIBUTE = "ods_customer_declared_attribute"
REGION = "ods_region"
CHANNEL = "ods_channel"
ORDER = "ods_order"
LINE = "ods_order_item"
REFUND = "ods_refund"
EVENT = "ods_behavior_event"
CONTACT = "ods_service_contact"
REVIEW = "ods_review"
RELATION = "ods_customer_relation"
ASSIGNMENT = "ods_marketing_assignment"
RECOMMENDATION = "ods_recommendation_log"

TABLES = (
    CUSTOMER,
    ATTRIBUTE,
    REGION,
    CHANNEL,
    ORDER,
    LINE,
    REFUND,
    EVENT,
    CONTACT,
    REVIEW,
    RELATION,
    ASSIGNMENT,
    RECOMMENDATION,
)

_KINDS = {
    CUSTOMER: kinds.customer_kinds,
    ATTRIBUTE: kinds.attribute_kinds,
    ORDER: fact_kinds.order_kinds,
    LINE: fact_kinds.line_kinds,
    REFUND: fact_kinds.refund_kinds,
    EVENT: fact_kinds.event_kinds,
    CONTACT: fact_kinds.contact_kinds,
    REVIEW: fact_kinds.review_kinds,
    RELATION: kinds.relation_kinds,
    ASSIGNMENT: kinds.assignment_kinds,
    RECOMMENDATION: kinds.recommendation_kinds,
}

Tables = dict[str, tuple[pa.Table, Bools]]
"""By name: a table, and which of its rows are refused."""


def drawn_tables(plan: SamplePlan, part: int) -> tuple[Tables, Counter[tuple[str, str]]]:
    """The tables of a part, and the refused rows by (table, reason)."""
    draws = Draws(plan.seed)
    tables: Tables = {}
    rejected: Counter[tuple[str, str]] = Counter()
    for name, keyed in _keyed_tables(plan, part).items():
        table, refused, reasons = with_planted(
            draws, name, keyed, _KINDS[name](plan), first_part=part == 0
        )
        tables[name] = (table, refused)
        rejected.update({(name, reason): count for reason, count in reasons.items()})
    return tables, rejected


def _keyed_tables(plan: SamplePlan, part: int) -> dict[str, Keyed]:
    world = landed(plan, world_of(plan, part))
    catalogue, people, orders, lines = world.catalogue, world.people, world.orders, world.lines
    refunds = world.refunds
    sessions = draw_sessions(plan, catalogue, people, orders, lines)
    events = draw_events(plan, people, sessions)
    contacts = draw_contacts(plan, people, orders, lines)
    reviews = draw_reviews(plan, catalogue, people, orders, lines)
    assignments = draw_assignments(plan, people)
    customers, customer_rows = customer_table(plan, people)
    attributes, attribute_rows = attribute_table(plan, people)
    relations, relation_rows = relation_table(plan, people)
    assigned = assignment_table(plan, people, assignments)
    shown, shown_rows = recommendation_table(plan, catalogue, people)
    reviewed = review_table(plan, people, orders, lines, reviews)
    called = contact_table(plan, people, contacts)
    return {
        CUSTOMER: Keyed(customers, "customer_id", "C7", customer_rows),
        ATTRIBUTE: Keyed(attributes, "customer_id", "C7", attribute_rows),
        ORDER: Keyed(order_table(plan, people, orders), "order_id", "O7-", orders.key),
        LINE: Keyed(line_table(orders, lines), "order_item_id", "7900000", lines.key),
        REFUND: Keyed(refund_table(plan, lines, refunds), "refund_id", "F7-", refunds.key),
        EVENT: Keyed(event_table(plan, people, sessions, events), "event_id", "E7-", events.key),
        CONTACT: Keyed(called, "service_id", "7900000", contacts.key),
        REVIEW: Keyed(reviewed, "review_id", "W7-", reviews.key),
        RELATION: Keyed(relations, "customer_id", "C7", relation_rows),
        ASSIGNMENT: Keyed(assigned, "assignment_id", "G7-", assignments.key),
        RECOMMENDATION: Keyed(shown, "impression_id", "V7-", shown_rows),
    }
