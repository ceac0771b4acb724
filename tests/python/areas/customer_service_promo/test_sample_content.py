"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the committed sample must hold, because somewhere a test or a page depends on meeting it.
"""

from pathlib import Path

import duckdb
import pytest

# One row per use whose send is there once, with what decides whether the use is valid.
USES = """
    with sends as (
        select
            send_id,
            any_value(consumer_id) as consumer_id,
            any_value(activity_id) as activity_id,
            any_value(product_id) as product_id,
            min(try_cast(send_time as timestamp)) as sent,
            any_value(try_cast(valid_hours as int)) as hours
        from send
        where try_cast(send_time as timestamp) > '2024-01-01'
        group by send_id
        having count(*) = 1
    ),
    items as (
        select activity_id, product_id, max(try_cast(purchase_limit as int)) as most
        from activity_item group by all
    )
    select send_id, sends.consumer_id, sent, hours, most, pay_amount,
        try_cast(pay_time as timestamp) as paid, try_cast(quantity as int) as quantity
    from use join sends using (send_id) left join items using (activity_id, product_id)
"""

PRESENT = {
    "on the expiry second": "paid = sent + to_hours(hours)",
    "a second after expiry": "paid = sent + to_hours(hours) + interval 1 second",
    "before the send": "paid < sent",
    "on the second of the send": "paid = sent",
    "days after the send": "paid::date - sent::date >= 2",
    "nothing paid": "pay_amount = '0.00'",
    "over the limit": "quantity > most",
    "three units": "quantity = 3",
    "without a limit": "most is null",
    "after as_of": "paid >= '2024-07-01'",
    "paid days later, after the window began": "sent < '2024-06-01' and paid >= '2024-06-01'",
}


def files(seeds: Path) -> list[Path]:
    return [*seeds.glob("customer_service_promo/*.csv"), *seeds.glob("shared/*.csv")]


@pytest.fixture(scope="module")
def database(all_seeds: Path) -> duckdb.DuckDBPyConnection:
    """The tables of the area, and of the dimensions that it shares with others."""
    connection = duckdb.connect()
    for path in files(all_seeds):
        name = path.stem.removeprefix("ods_").removeprefix("customer_service_promo_")
        connection.execute(
            f"create table \"{name}\" as from read_csv('{path}', header = true, all_varchar = true)"
        )
    connection.execute(f"create table uses as {USES}")
    return connection


def number(database: duckdb.DuckDBPyConnection, query: str) -> int:
    row = database.execute(query).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("condition", PRESENT.values(), ids=PRESENT.keys())
def test_uses_of_every_kind(database: duckdb.DuckDBPyConnection, condition: str) -> None:
    assert number(database, f"select count(*) from uses where {condition}") > 0


def test_several_uses_of_one_send(database: duckdb.DuckDBPyConnection) -> None:
    query = "select count(*) from (select 1 from uses group by send_id having count(*) = {})"
    assert number(database, query.format(2)) >= 5
    assert number(database, query.format(3)) >= 5


def test_size(database: duckdb.DuckDBPyConnection, all_seeds: Path) -> None:
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in files(all_seeds))
    assert lines < 2_500
    assert 200 <= number(database, "select count(distinct consumer_id) from send") <= 300
    assert 200 <= number(database, "select count(*) from use") <= 350


def test_most_consumers_never_redeem(database: duckdb.DuckDBPyConnection) -> None:
    consumers = number(database, "select count(distinct consumer_id) from send")
    assert number(database, "select count(distinct consumer_id) from uses") < consumers / 2


def test_consumers_are_skewed(database: duckdb.DuckDBPyConnection) -> None:
    query = "select count(*) as n from send group by consumer_id order by n desc limit 25"
    assert number(database, f"select sum(n) from ({query})") > 300


def test_some_consumers_were_only_sent_something_before_the_window(
    database: duckdb.DuckDBPyConnection,
) -> None:
    query = "select 1 from send group by consumer_id having max(send_time) < '2024-06-01'"
    assert number(database, f"select count(*) from ({query})") >= 10


@pytest.mark.parametrize("time", ["23:59:59", "00:00:00"])
def test_sends_around_midnight(database: duckdb.DuckDBPyConnection, time: str) -> None:
    query = f"select count(*) from send where send_time like '2024-0_-__ {time}'"
    assert number(database, query) >= 2


def test_sends_up_to_two_days_after_as_of(database: duckdb.DuckDBPyConnection) -> None:
    late = "select count(*) from send where send_time between '2024-07-0{0}' and '2024-07-0{0} 24'"
    assert number(database, late.format(1)) > 0
    assert number(database, late.format(2)) > 0
    assert number(database, late.format(3)) == 0


def test_weekends_are_busier(database: duckdb.DuckDBPyConnection) -> None:
    query = """
        select count(*) from send
        where try_cast(send_time as timestamp) between '2024-05-20' and '2024-06-30 23:59:59'
        and isodow(try_cast(send_time as timestamp)) {} 5
    """
    per_weekend_day = number(database, query.format(">")) / 12
    per_working_day = number(database, query.format("<=")) / 30
    assert per_weekend_day > 1.3 * per_working_day


def test_activities_and_agents_without_sends(database: duckdb.DuckDBPyConnection) -> None:
    unsent = """
        select count(*) from {0}
        where {1} is not null
        and {1} not in (select {1} from send where {1} is not null)
    """
    assert number(database, unsent.format("activity", "activity_id")) >= 2
    assert number(database, unsent.format("customer_service", "customer_service_id")) >= 2
    running = unsent.format("activity", "activity_id") + (
        " and start_time < '2024-06-30' and end_time > '2024-06-30 23'"
    )
    assert number(database, running) >= 1


def test_product_and_sku_level(database: duckdb.DuckDBPyConnection) -> None:
    query = """
        select count(*) from {0} join activity using (activity_id)
        where activity_level = '{1}' and sku_id is {2} null
    """
    assert number(database, query.format("activity_item", "商品级", "")) > 0
    assert number(database, query.format("activity_item", "商品级", "not")) == 0
    assert number(database, query.format("activity_item", "SKU级", "not")) > 0
    without_sku = number(database, query.format("send", "商品级", ""))
    with_sku = number(database, query.format("send", "商品级", "not"))
    assert 0 < with_sku < without_sku / 2
