"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The truth behind a part of the sample: what no raw table says and models have to find out. Tests and
the grading of models read it; no model does.
"""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.contacts import contact_table, draw_contacts
from customer_value.areas.customer_profile.sample.people import NEVER_LEAVES, People
from customer_value.areas.customer_profile.sample.reviews import draw_reviews, review_table
from customer_value.areas.customer_profile.sample.stories import THEMES
from customer_value.areas.customer_profile.sample.stories.story import Row
from customer_value.areas.customer_profile.sample.stories.tell import all_rows
from customer_value.areas.customer_profile.sample.texts import SENTIMENTS
from customer_value.areas.customer_profile.sample.world import World, landed, world_of
from customer_value.areas.shared.sample import names as goods
from customer_value.areas.shared.sample.customers import customer_ids, parts_by_customers
from customer_value.areas.shared.sample.erasures import is_erased
from customer_value.sample.draws import Bools, Floats, Ints
from customer_value.sample.plan import AreaSample, Part, SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    amounts,
    chosen,
    emptied,
    identifiers,
    seconds_of,
    string_table,
    whole_numbers,
)

CUSTOMER = "truth_customer"
CALL = "truth_service_contact"
REVIEW = "truth_review"
STORY = "truth_story"
DAYS_AHEAD = 365


def make_part(plan: SamplePlan, number: int) -> Part:
    """The truth of a part; the first part also holds that of the stories."""
    world = world_of(plan, number)
    texts = _texts(plan, landed(plan, world), with_stories=number == 0)
    stories = {STORY: _stories()} if number == 0 else {}
    return Part({CUSTOMER: _customers(plan, world), **texts, **stories})


def _customers(plan: SamplePlan, world: World) -> pa.Table:
    """One row per drawn customer. Next year's money is that of the 365 days after as_of: gross by
    the day of paying, refunds by their own.
    """
    people = world.people
    orders, gross, refunds = _next_year(plan, world)
    days = np.minimum(people.leaves, DAYS_AHEAD + 1)
    dates = [str(plan.as_of + timedelta(days=int(day))) for day in days]
    return string_table(
        {
            "customer_id": customer_ids(people.number),
            "is_known": _flags(people.is_known),
            "purchase_rate_per_week": _millionths(people.rate),
            "drop_out_date": emptied(pa.array(dates), people.leaves == NEVER_LEAVES),
            "next_year_orders": whole_numbers(orders),
            "next_year_gross": amounts(gross),
            "next_year_refunds": amounts(refunds),
            "taste": chosen(names.SEGMENTS, people.segment),
            "price_sensitivity": _millionths(people.price_sensitivity),
            **_tastes(people),
            "treatment_effect_per_week": _millionths(people.lift),
            "is_bot": _flags(people.is_bot),
            "is_erased": _flags(is_erased(plan, people.number)),
        }
    )


def _tastes(people: People) -> dict[str, pa.Array]:
    return {
        "liked_category_id": identifiers("G", people.liked_category, 2),
        "disliked_category_id": identifiers("G", people.disliked_category, 2),
        "liked_brand": chosen(goods.BRANDS, people.liked_brand),
        "disliked_brand": chosen(goods.BRANDS, people.disliked_brand),
    }


def _next_year(plan: SamplePlan, world: World) -> tuple[Ints, Ints, Ints]:
    """Paid orders, their amounts and the amounts refunded, per customer."""
    orders, lines, refunds = world.orders, world.lines, world.refunds
    count = len(world.people.number)
    ahead = orders.is_paid & _is_ahead(plan, orders.pay_seconds)
    who = orders.who[lines.order]
    counted = ahead[lines.order]
    given = _is_ahead(plan, refunds.seconds)
    return (
        np.bincount(orders.who[ahead], minlength=count),
        _sums(who[counted], lines.amount[counted], count),
        _sums(who[refunds.line[given]], refunds.amount[given], count),
    )


def _is_ahead(plan: SamplePlan, seconds: Ints) -> Bools:
    days = (seconds - seconds_of(plan.as_of)) // DAY
    ahead: Bools = (days >= 1) & (days <= DAYS_AHEAD)
    return ahead


def _sums(who: Ints, cents: Ints, count: int) -> Ints:
    sums = np.zeros(count, dtype=np.int64)
    np.add.at(sums, who, cents)
    return sums


def _texts(plan: SamplePlan, world: World, with_stories: bool) -> dict[str, pa.Table]:
    """The sentiment of each text that is in the raw tables, those of the stories first."""
    catalogue, people, orders, lines = world.catalogue, world.people, world.orders, world.lines
    contacts = draw_contacts(plan, people, orders, lines)
    reviews = draw_reviews(plan, catalogue, people, orders, lines)
    called = contact_table(plan, people, contacts)
    written = review_table(plan, people, orders, lines, reviews)
    told = all_rows(plan) if with_stories else []
    return {
        CALL: _sentiments(called, "service_id", "transcript", contacts.sentiment, told),
        REVIEW: _sentiments(written, "review_id", "review_text", reviews.sentiment, told),
    }


def _sentiments(
    table: pa.Table, key: str, text: str, sentiment: Ints, told: Sequence[Row]
) -> pa.Table:
    drawn = string_table({key: table[key], "sentiment": chosen(SENTIMENTS, sentiment)})
    rows = [row for row in told if row.sentiment is not None and key in row.cells]
    of_stories = string_table(
        {
            key: pa.array([row.cells[key] for row in rows], pa.string()),
            "sentiment": pa.array([row.sentiment for row in rows], pa.string()),
        }
    )
    return pa.concat_tables([of_stories, drawn.filter(pc.is_valid(table[text]))])


def _stories() -> pa.Table:
    """One row per story and thing that is expected of it."""
    rows = [
        (theme, story.customer_id, story.tells, name, value)
        for theme, stories in THEMES.items()
        for story in stories
        for name, value in story.expected.items()
    ]
    columns = ("theme", "customer_id", "tells", "expected_name", "expected_value")
    return string_table(
        {
            column: pa.array(cells, pa.string())
            for column, cells in zip(columns, zip(*rows, strict=True), strict=True)
        }
    )


def _flags(values: Bools) -> pa.Array:
    return chosen(["false", "true"], values.astype(np.int64))


def _millionths(values: Floats) -> pa.Array:
    """Numbers below one, with six digits."""
    digits = pa.array((values * 1_000_000).astype(np.int64)).cast(pa.string())
    return pc.binary_join_element_wise("0", pc.utf8_lpad(digits, width=6, padding="0"), ".")


TRUTH = AreaSample(
    "customer_profile", (CUSTOMER, CALL, REVIEW, STORY), make_part, parts_by_customers
)
