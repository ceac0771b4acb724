"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey, its complete tables, through the loader and the warehouse, held against the
same tables counted by DuckDB from the package's own files: SQL of its own in `complete_journey/`,
written from the definitions and not from the models.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from comparing import Compared, Fault, Row, built_rows, counted_rows, differences, query_text
from pyspark.sql import SparkSession
from real_data import JOURNEY, needs_journey
from workspace import MANY_ROWS, Outcome, Workspace

QUERIES = Path(__file__).with_name("complete_journey")

# A campaign starts on this day, others run, have ended or have not begun; every level has sends in
# every period, and uses were paid on the first day of each period, on the day before it and on the
# day after the last. No other day of the data has all of this.
AS_OF = "2017-11-27"

MODELS = (
    "path:models/*/customer_service_promo,resource_type:model",
    "path:models/*/shared,resource_type:model",
    "path:seeds/reference,resource_type:seed",
)
CHECKS = (
    "path:models/ads/customer_service_promo,resource_type:test",
    "path:tests/singular/ads/customer_service_promo",
    "path:models/dwd/customer_service_promo,test_name:rows_conserved",
    "path:models/dwd/shared,test_name:rows_conserved",
    "period_levels_sum_to_overall",
    "assert_every_consumer_is_scored",
    "assert_rfm_python_equals_sql",
)

pytestmark = needs_journey

COMPARED = {
    "sends": Compared("journey_dwd.dwd_customer_service_promo_send", ("send_id",), 6_589),
    "uses": Compared("journey_dwd.dwd_customer_service_promo_use", ("use_id",), 2_102),
    "overview": Compared(
        "journey_ads_candidate.ads_customer_service_promo_overview",
        ("stat_period", "user_level"),
        15,
    ),
    "activity_effect": Compared(
        "journey_ads_candidate.ads_customer_service_promo_activity_effect", ("activity_id",), 27
    ),
    "performance": Compared(
        "journey_ads_candidate.ads_customer_service_performance", ("customer_service_id",), 3
    ),
    "consumer_rfm": Compared(
        "journey_dws.dws_customer_service_promo_consumer_rfm", ("consumer_id",), 1_550
    ),
}
# of the facts, whose yardstick has further columns for other queries: its columns by their names in
# the warehouse
FACT_COLUMNS = {
    "sends": {"send_id": "send_id", "product_id": "product_id", "dt": "send_date"},
    "uses": {name: name for name in ("use_id", "send_id", "pay_amount", "is_valid_use")}
    | {"dt": "pay_date"},
}

FAULTS = (
    Fault("a 6-day window", "overview", "('7天', 7)", "('7天', 6)", "overview"),
    Fault("an 8-day window", "overview", "('7天', 7)", "('7天', 8)", "overview"),
    Fault("a 29-day window", "overview", "('30天', 30)", "('30天', 29)", "overview"),
    Fault("a 31-day window", "overview", "('30天', 30)", "('30天', 31)", "overview"),
    Fault(
        "a period that ends a day late",
        "performance",
        "pay_date <= getvariable('as_of')",
        "pay_date <= getvariable('as_of') + 1",
        "performance",
    ),
    Fault(
        "a level boundary moved by one",
        "consumer_rfm",
        "('潜力用户', 9, 12), ('高价值用户', 13, 15)",
        "('潜力用户', 9, 11), ('高价值用户', 12, 15)",
        "overview",
    ),
    Fault(
        "a use counted on its send date",
        "uses",
        "redeemed.redemption_date as pay_date",
        "sends.send_date as pay_date",
        "overview",
    ),
    Fault(
        "ties scored by row order",
        "consumer_rfm",
        "rank() over (order by frequency)",
        "row_number() over (order by frequency)",
        "consumer_rfm",
    ),
    Fault(
        "a day by the clocks of Greenwich",
        "uses",
        "timezone('America/New_York', timezone('UTC', utc))::date",
        "utc::date",
        "uses",
    ),
    Fault(
        "money for products that the coupon is not for",
        "uses",
        "(campaign_id, coupon_upc, product_id) in",
        "true or (campaign_id, coupon_upc, product_id) in",
        "uses",
    ),
    Fault(
        "money for undiscounted lines beside discounted ones",
        "uses",
        "qualify is_discounted or not",
        "qualify true or not",
        "uses",
    ),
    Fault(
        "money for discounted lines only",
        "uses",
        "qualify is_discounted or not",
        "qualify is_discounted and",
        "uses",
    ),
    Fault(
        "a line that pays for two uses",
        "uses",
        "order by campaign_id, coupon_upc) = 1",
        "order by campaign_id, coupon_upc) < 3",
        "uses",
    ),
    Fault(
        "a line that goes to the last of two uses",
        "uses",
        "order by campaign_id, coupon_upc) = 1",
        "order by campaign_id desc, coupon_upc desc) = 1",
        "uses",
    ),
    Fault(
        "money that is missing in the levels",
        "consumer_rfm",
        "sum(pay_amount) as paid",
        "max(pay_amount) as paid",
        "consumer_rfm",
    ),
    Fault(
        "a rate rounded down",
        "rates",
        "* use_count + send_count",
        "* use_count",
        "activity_effect",
    ),
    Fault(
        "sends of the future",
        "activity_effect",
        " and send_date <= getvariable('as_of')",
        "",
        "activity_effect",
    ),
)


@pytest.fixture(scope="module")
def journey(workspace: Workspace, many_rows: None, journey_ods: str) -> Outcome:
    """The loaded data set built into `journey_…`."""
    return workspace.dbt(
        *("build", "--indirect-selection", "empty", "--select", *MODELS, *CHECKS),
        schema="journey",
        settings={
            "customer_service_promo_ods": "source",
            "shared_ods": "source",
            "ods_schema": journey_ods,
            "as_of_date": AS_OF,
        },
        environment=MANY_ROWS,
    )


Count = Callable[..., duckdb.DuckDBPyConnection]


@pytest.fixture(scope="module")
def count() -> Count:
    """Runs every query on the original files, one of them with a fault if there is one."""
    connection = duckdb.connect()
    connection.execute(f"set variable folder = '{JOURNEY}'")
    connection.execute(f"set variable as_of = date '{AS_OF}'")
    connection.execute(query_text(QUERIES, "inputs"))

    def count(fault: Fault | None = None) -> duckdb.DuckDBPyConnection:
        for query in ("sends", "uses", "rates", *sorted(COMPARED.keys() - FACT_COLUMNS.keys())):
            connection.execute(query_text(QUERIES, query, fault))
        return connection

    return count


def rows_of(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    """A table of the yardstick, of a fact only what the warehouse has too."""
    rows = counted_rows(connection, name)
    columns = FACT_COLUMNS.get(name, {column: column for column in rows[0]})

    return [{ours: row[theirs] for ours, theirs in columns.items()} for row in rows]


def test_build_is_green_and_warns_of_nothing(journey: Outcome) -> None:
    assert journey.error == ""
    assert journey.named("error", "fail", "skipped", "runtime error") == []
    assert journey.named("warn") == []
    assert sum(name.startswith("rows_conserved_") for name in journey.statuses) == 8


def test_every_row_of_the_files_is_a_fact(journey: Outcome, spark: SparkSession) -> None:
    facts = {
        name: spark.table(f"journey_dwd.dwd_customer_service_promo_{name}").count()
        for name in ("activity", "activity_item", "send", "use", "reject")
    }
    assert facts == {
        "activity": 27,
        "activity_item": 104_011,
        "send": 6_589,
        "use": 2_102,
        "reject": 0,
    }


def test_yardstick_has_the_published_figures(count: Count) -> None:
    figures = count().execute(
        """
        select
            (select count(*) from sends),
            (select count(distinct household_id) from sends),
            (select count(*) from uses),
            (select count(distinct household_id) from uses),
            (select count(distinct (campaign_id, household_id)) from uses),
            (select count(*) from read_parquet(getvariable('folder') || '/transactions.parquet'))
        """
    )
    assert figures.fetchall() == [(6_589, 1_559, 2_102, 410, 792, 1_469_307)]


def test_money_and_validity_of_all_uses(journey: Outcome, spark: SparkSession) -> None:
    uses = spark.table("journey_dwd.dwd_customer_service_promo_use")
    paid = uses.selectExpr("sum(pay_amount)", "count_if(pay_amount > 0)", "count_if(is_valid_use)")
    assert [tuple(row) for row in paid.collect()] == [(Decimal("10657.35"), 1_790, 15)]


def test_ods_is_text_and_reads_as_described(journey: Outcome, spark: SparkSession) -> None:
    activities = spark.table("journey_ods.ods_customer_service_promo_activity")
    (row,) = activities.where("activity_id = '18'").collect()
    assert (row.activity_name, row.activity_level) == ("Campaign 18 (Type A)", "商品级")
    assert (row.start_time, row.end_time) == ("2017-10-30 00:00:00", "2017-12-24 23:59:59")
    assert {kind for _, kind in activities.dtypes} == {"string"}
    assert spark.table("journey_ods.ods_product").count() == 92_331
    assert spark.table("journey_ods.ods_sku").count() == 0


@pytest.mark.parametrize("name", COMPARED)
def test_warehouse_equals_the_files(
    journey: Outcome, spark: SparkSession, count: Count, name: str
) -> None:
    counted = rows_of(count(), name)
    built = built_rows(spark, COMPARED[name].table, list(counted[0]))
    if name == "overview":
        print(f"\nThe Complete Journey, overview on {AS_OF}:")
        print(*sorted(" ".join(map(str, row.values())) for row in built), sep="\n")

    found = differences(COMPARED[name].key, built, counted)

    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])
    assert (len(built), len(counted)) == (COMPARED[name].rows, COMPARED[name].rows)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_comparison_notices(
    journey: Outcome, spark: SparkSession, count: Count, fault: Fault
) -> None:
    counted = rows_of(count(fault), fault.noticed_in)
    built = built_rows(spark, COMPARED[fault.noticed_in].table, list(counted[0]))

    assert differences(COMPARED[fault.noticed_in].key, built, counted)
