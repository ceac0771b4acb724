"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey through the loader and the warehouse, held against the same tables counted by
DuckDB from the original files: SQL of its own in `complete_journey/`, written from the definitions
and not from the models.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from comparing import Compared, Fault, built_rows, counted_rows, differences, query_text
from pyspark.sql import SparkSession
from real_data import DATA, load
from workspace import Outcome, Workspace

JOURNEY = DATA / "complete_journey"
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
    "rows_conserved_*",
    "period_levels_sum_to_overall",
    "assert_every_consumer_is_scored",
    "assert_rfm_python_equals_sql",
)

pytestmark = pytest.mark.skipif(
    not JOURNEY.is_dir(),
    reason=f"The Complete Journey is not in {DATA}; set CUSTOMER_VALUE_DATA",
)

COMPARED = {
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
        "money on every use of a day",
        "uses",
        "(redeemed.campaign_id, redeemed.coupon_upc) = paying_redemption.redemption",
        "true",
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
def journey(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> Outcome:
    """The data set loaded into `journey_ods` and built into `journey_…`."""
    folder = tmp_path_factory.mktemp("journey")
    load(workspace, folder, "complete-journey", str(JOURNEY), "--schema", "journey_ods")
    return workspace.dbt(
        *("build", "--indirect-selection", "empty", "--select", *MODELS, *CHECKS),
        schema="journey",
        settings={
            "customer_service_promo_ods": "source",
            "shared_ods": "source",
            "ods_schema": "journey_ods",
            "as_of_date": AS_OF,
        },
    )


def count_from_files(fault: Fault | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB that has run every query on the original files, one of them with the fault."""
    connection = duckdb.connect()
    for path in JOURNEY.glob("*.parquet"):
        connection.read_parquet(str(path)).create_view(path.stem)
    connection.execute(f"set variable as_of = date '{AS_OF}'")
    for query in ("sends", "uses", "rates", *sorted(COMPARED)):
        connection.execute(query_text(QUERIES, query, fault))
    return connection


def test_build_is_green_and_warns_of_nothing(journey: Outcome) -> None:
    assert journey.error == ""
    assert journey.named("error", "fail", "skipped", "runtime error") == []
    assert journey.named("warn") == []
    assert sum(name.startswith("rows_conserved_") for name in journey.statuses) == 7


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


def test_yardstick_has_the_published_figures() -> None:
    figures = count_from_files().execute(
        """
        select
            (select count(*) from sends),
            (select count(distinct household_id) from sends),
            (select count(*) from uses),
            (select count(distinct household_id) from uses),
            (select count(distinct (campaign_id, household_id)) from uses)
        """
    )
    assert figures.fetchall() == [(6_589, 1_559, 2_102, 410, 792)]


def test_money_and_validity_of_all_uses(journey: Outcome, spark: SparkSession) -> None:
    uses = spark.table("journey_dwd.dwd_customer_service_promo_use")
    built = uses.selectExpr("sum(pay_amount)", "count_if(is_valid_use)").collect()
    counted = count_from_files().execute(
        "select sum(pay_amount), count(*) filter (is_valid) from uses"
    )
    assert [tuple(row) for row in built] == counted.fetchall()


@pytest.mark.parametrize("name", COMPARED)
def test_warehouse_equals_the_files(journey: Outcome, spark: SparkSession, name: str) -> None:
    counted = counted_rows(count_from_files(), name)
    built = built_rows(spark, COMPARED[name].table, list(counted[0]))
    if name == "overview":
        print(f"\nThe Complete Journey, overview on {AS_OF}:")
        print(*sorted(" ".join(map(str, row.values())) for row in built), sep="\n")

    found = differences(COMPARED[name].key, built, counted)

    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])
    assert (len(built), len(counted)) == (COMPARED[name].rows, COMPARED[name].rows)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_comparison_notices(journey: Outcome, spark: SparkSession, fault: Fault) -> None:
    counted = counted_rows(count_from_files(fault), fault.noticed_in)
    built = built_rows(spark, COMPARED[fault.noticed_in].table, list(counted[0]))

    assert differences(COMPARED[fault.noticed_in].key, built, counted)
