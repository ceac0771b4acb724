"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the committed customer profile must hold, because somewhere a test or a page depends on meeting
it; and that its stories are told as they are meant.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest

from customer_value.areas.customer_profile.sample.stories import THEMES
from customer_value.areas.customer_profile.sample.stories.tell import all_rows, story_rows
from customer_value.areas.customer_profile.sample.truth import make_part as make_truth
from customer_value.areas.shared.sample.customers import pool_of
from customer_value.areas.shared.sample.erasures import STORY_CUSTOMERS
from customer_value.sample.plan import SamplePlan

AS_OF = "2024-06-30"
STORIES = [story for stories in THEMES.values() for story in stories]
STORY_ID = re.compile(r"C8\d{7}")

# in drawn rows; a condition on a table joined with what it belongs to
PRESENT = {
    "orders": {
        "cancelled after paying": "order_status = '已取消' and pay_time is not null",
        "never paid": "order_status = '未支付'",
        "paid on another day": "left(pay_time, 10) > left(order_time, 10)",
        "after as_of": f"order_time > '{AS_OF} 23:59:59'",
        "at a promotion": "order_time like '2023-11-1%'",
        "in a shop": "channel_id = 'CH04'",
        "by a company": "customer_id in (select customer_id from customer"
        " where customer_type = '企业')",
    },
    "order_item": {
        "with a discount": "discount_amount is not null",
        "without one": "discount_amount is null",
        "without a SKU": "sku_id is null",
        "several units": "quantity = '2'",
    },
    "refund": {
        "of a whole line": "refund_amount = (select any_value(amount) from order_item"
        " where order_item_id = refund.order_item_id)",
        "of a part": "refund_amount != (select any_value(amount) from order_item"
        " where order_item_id = refund.order_item_id)",
    },
    "behavior_event": {
        **{
            f"of the type {name}": f"event_type = '{name}'"
            for name in (
                "page_view",
                "login",
                "search",
                "favorite",
                "compare",
                "add_to_cart",
                "share",
                "order",
            )
        },
        "without a session": "session_id is null",
        "without a customer": "customer_id is null",
        "without a device": "device_fingerprint is null",
        "in the last 30 days": "event_timestamp >= '2024-06-01'",
        "in the 30 days before": "event_timestamp between '2024-05-02' and '2024-06-01'",
    },
    "service_contact": {
        "automatic": "contact_source = 'auto_message'",
        "unsolved": "contact_source = 'human' and resolution_time is null",
        "complaints": "issue_category = '投诉'",
        "rated": "nps_score is not null",
        "unrated": "contact_source = 'human' and nps_score is null",
        "escalated": "escalation_level = '2'",
        "about an order": "order_id is not null",
        "of 180 days": "contact_time > '2024-01-02'",
    },
    "review": {
        "five stars": "rating = '5'",
        "one star": "rating = '1'",
        "without a text": "review_text is null",
    },
    "customer": {
        "companies without an industry": "customer_type = '企业' and industry is null",
        "without consent": "profiling_consent = 'false'",
        "never asked": "profiling_consent is null",
        "without a region": "region_id is null",
        "with followers": "follower_count::int > 100",
    },
    "customer_relation": {"agreed": "consent = 'true'", "not agreed": "consent = 'false'"},
    "marketing_assignment": {"treated": "arm = 'treatment'", "control": "arm = 'control'"},
    "recommendation_log": {"clicked": "clicked = 'true'", "ordered": "ordered = 'true'"},
}
CASES = {
    f"{table} {name}": (table, condition)
    for table, conditions in PRESENT.items()
    for name, condition in conditions.items()
}


@pytest.fixture(scope="module")
def database(all_seeds: Path) -> duckdb.DuckDBPyConnection:
    """The rows of drawn customers and what they do, without planted ones; ods_order is `orders`."""
    connection = duckdb.connect()
    for path in all_seeds.glob("customer_profile/*.csv"):
        name = path.stem.removeprefix("ods_").replace("order", "orders")
        name = {"orders_item": "order_item"}.get(name, name)
        source = f"read_csv('{path}', header = true, all_varchar = true)"
        key = connection.execute(f"select * from {source}").description[0][0]
        planted = f"regexp_matches({key}, '^([A-Z]?7-|79|C[78]|[A-Z]-|80000)')"
        connection.execute(f'create table "{name}" as from {source} where not {planted}')
    return connection


def number(database: duckdb.DuckDBPyConnection, query: str) -> int:
    row = database.execute(query).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize(("table", "condition"), CASES.values(), ids=CASES.keys())
def test_rows_of_every_kind(
    database: duckdb.DuckDBPyConnection, table: str, condition: str
) -> None:
    assert number(database, f"select count(*) from {table} where {condition}") > 0


def test_size(all_seeds: Path) -> None:
    files = list(all_seeds.glob("customer_profile/*.csv"))
    assert sum(path.read_text(encoding="utf-8").count("\n") - 1 for path in files) < 4_100


def test_two_years_of_orders_in_every_month(database: duckdb.DuckDBPyConnection) -> None:
    query = """
        select count(distinct left(order_time, 7)) from orders
        where order_time between '2022-07-01' and '2024-06-30 24' and order_id like 'O0%'
    """
    assert number(database, query) == 24


def test_gaps_between_purchases_leave_the_stages_of_the_stories_where_they_are(
    database: duckdb.DuckDBPyConnection,
) -> None:
    query = """
        select median(gap) from (
            select day - lag(day) over (partition by customer_id order by day) as gap from (
                select distinct customer_id, left(pay_time, 10)::date as day from orders
                where order_id like 'O0%' and order_status not in ('已取消', '未支付')
                and pay_time is not null
            )
        )
    """
    assert 25 <= number(database, query) <= 100


def test_customers_are_those_of_the_promotion_area(all_seeds: Path) -> None:
    def ids(area: str, table: str, column: str) -> set[str]:
        path = all_seeds / area / f"ods_{table}.csv"
        query = f"select distinct {column} from read_csv('{path}', all_varchar = true)"
        found = {row[0] for row in duckdb.execute(query).fetchall() if row[0]}
        return {value for value in found if re.fullmatch(r"C0\d{7}", value)}

    pool = {f"C{number + 1:08d}" for number in range(pool_of(SamplePlan()))}
    sent = ids("customer_service_promo", "customer_service_promo_send", "consumer_id")
    known = ids("customer_profile", "customer", "customer_id")
    bought = ids("customer_profile", "order", "customer_id")
    assert sent <= pool and known <= pool and bought <= pool
    assert 0.9 * len(pool) < len(known) < len(pool)
    assert len(sent & known) > 0.9 * len(sent)
    assert bought - known


def test_the_shared_list_erases_the_stories_that_say_so() -> None:
    erased = [story.customer_id for story in STORIES if story.expected.get("is_erased") == "true"]
    assert tuple(erased) == STORY_CUSTOMERS


def test_stories_share_no_id() -> None:
    assert all(STORY_ID.fullmatch(story.customer_id) for story in STORIES)
    names = Counter(story.customer_id for story in STORIES)
    assert [name for name, count in names.items() if count > 1] == []
    keys = Counter(
        (row.table, next(iter(row.cells.values())))
        for row in all_rows(SamplePlan())
        if row.table in ("order", "order_item", "refund", "behavior_event", "service_contact")
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_a_theme_has_a_hundred_of_its_own() -> None:
    for number_of_theme, stories in enumerate(THEMES.values(), start=1):
        assert {story.customer_id[:7] for story in stories} == {f"C8000{number_of_theme:02d}"}
        assert all(story.tells and story.expected for story in stories)


def test_every_rule_has_stories_on_both_sides() -> None:
    fired = Counter(
        warning
        for story in THEMES["warnings"]
        for warning in filter(None, story.expected["warnings"].split(","))
    )
    assert len(fired) == 10
    assert sum(story.expected["warnings"] == "" for story in THEMES["warnings"]) >= 10
    stages = Counter(story.expected["stage"] for story in THEMES["stages"])
    assert set(stages) == {"潜客", "流失", "沉睡", "回流", "新客", "成长", "成熟"}


def test_stories_move_with_as_of() -> None:
    story = THEMES["stages"][5]
    there = {row.cells.get("order_time") for row in story_rows(SamplePlan(), story)}
    later = SamplePlan(as_of=date(2025, 1, 31))
    assert "2024-06-25 12:00:00" in there
    assert "2025-01-26 12:00:00" in {
        row.cells.get("order_time") for row in story_rows(later, story)
    }


def test_the_money_of_the_stories_is_what_their_rows_say(all_seeds: Path) -> None:
    """A second road to what the theme of money expects: from the seeds, by the rules."""
    folder = all_seeds / "customer_profile"
    tables = {
        name: f"read_csv('{folder}/ods_{name}.csv', all_varchar = true, header = true)"
        for name in ("order", "order_item", "refund")
    }
    query = f"""
        with lines as (
            select order_item_id, customer_id, amount::decimal(18, 2) as amount,
                pay_time < '2024-07-01' and order_status not in ('已取消', '未支付') as counts
            from {tables["order_item"]} join {tables["order"]} using (order_id)
            where customer_id like 'C800006%' and amount not like '-%'
        ),
        refunds as (
            select customer_id, refund_amount::decimal(18, 2) as refunded, refund_time,
                sum(refunded) over (
                    partition by order_item_id order by refund_time, refund_id
                ) <= amount as is_kept
            from {tables["refund"]} join lines using (order_item_id)
            where refund_id not like 'F7%'
        ),
        paid as (select customer_id, sum(amount) as gross from lines where counts group by all),
        given as (
            select customer_id, sum(refunded) as refunds from refunds
            where is_kept and refund_time < '2024-07-01' group by all
        )
        select customer_id, coalesce(gross, 0), coalesce(refunds, 0)
        from paid full join given using (customer_id)
    """
    found = {row[0]: (row[1], row[2]) for row in duckdb.execute(query).fetchall()}
    for story in THEMES["money"]:
        gross, refunds = found.get(story.customer_id, (0, 0))
        counted = [f"{value:.2f}" for value in (gross, refunds, gross - refunds)]
        assert counted == list(story.expected.values()), story.tells


def test_truth_is_of_all_customers_and_never_raw(all_seeds: Path) -> None:
    truth = make_truth(SamplePlan(), 0).tables
    assert truth["truth_customer"].num_rows == pool_of(SamplePlan())
    told = set(truth["truth_story"]["customer_id"].to_pylist())
    assert told == {story.customer_id for story in STORIES}
    raw = {
        column
        for path in all_seeds.glob("*/ods_*.csv")
        for column in path.open(encoding="utf-8").readline().strip().split(",")
    }
    columns = {name for table in truth.values() for name in table.column_names}
    # it names customers and texts, and says nothing that a raw table says
    assert raw & columns == {"customer_id", "review_id", "service_id"}


def test_truth_agrees_with_what_is_raw(all_seeds: Path) -> None:
    truth = make_truth(SamplePlan(), 0).tables
    rows = truth["truth_customer"].to_pylist()
    assert sum(int(row["next_year_orders"]) > 0 for row in rows) > 30
    assert all(
        (row["next_year_gross"] == "0.00") or int(row["next_year_orders"]) > 0 for row in rows
    )
    gone = [row for row in rows if row["drop_out_date"] and row["drop_out_date"] <= "2024-06-23"]
    assert gone and all(int(row["next_year_orders"]) == 0 for row in gone)
    forgotten = {row["customer_id"] for row in rows if row["is_erased"] == "true"}
    erasures = (all_seeds / "shared/ods_customer_erasure.csv").read_text(encoding="utf-8")
    assert forgotten and forgotten <= set(re.findall(r"C0\d{7}", erasures))
    for name in ("truth_service_contact", "truth_review"):
        sentiments = {row["sentiment"] for row in truth[name].to_pylist()}
        assert sentiments == {"negative", "neutral", "positive"}
