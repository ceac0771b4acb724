"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey, its complete tables, in the customer profile, held against the same counted by
DuckDB from the package's own files: of a tenth of the households, and by make torture of all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from comparing import Fault
from public_data import PublicData, said
from pyspark.sql import SparkSession
from real_data import JOURNEY, needs_journey
from torture import LONG
from workspace import Outcome, Workspace

pytestmark = needs_journey

DWS = "dws_customer_profile"
COMPLETE = PublicData(
    "complete-journey",
    "complete_journey",
    JOURNEY,
    date(2017, 11, 27),
    (
        *(f"{DWS}_order_rfm", f"{DWS}_lifecycle", f"{DWS}_penetration"),
        *(f"{DWS}_price_sensitivity", "dwd_customer_declared_attribute"),
    ),
    ("customers", "monthly", "order_rfm", "lifecycle", "penetration", "price_sensitivity"),
    {
        "ods_customer": (2_469, 0),
        "ods_customer_declared_attribute": (5_237, 0),
        "ods_channel": (457, 0),
        "ods_order": (155_848, 0),
        "ods_order_item": (1_469_307, 0),
    },
)
# of the households whose number ends with 1
A_TENTH = {
    "ods_customer": (248, 0),
    "ods_customer_declared_attribute": (523, 0),
    "ods_channel": (164, 0),
    "ods_order": (14_489, 0),
    "ods_order_item": (142_393, 0),
}
# what the shop received, off for the card, coupons that the shop matched
MONEY = ("4596039.58", "791650.64", "4542.65") if LONG else ("442481.80", "78767.34", "469.33")
FAULTS = (
    Fault(
        "days in Greenwich",
        "complete_journey",
        "timezone('America/New_York', timezone('UTC', transaction_timestamp))",
        "transaction_timestamp",
        "monthly",
    ),
    Fault(
        "less the manufacturers' coupons",
        "complete_journey",
        "sales_value::decimal(18, 2) as",
        "(sales_value - coupon_disc)::decimal(18, 2) as",
        "order_rfm",
    ),
    Fault(
        "a window without the first day", "order_rfm", "as_of') - 365", "as_of') - 330", "order_rfm"
    ),
    Fault(
        "no pull to the median", "lifecycle", "+ 3 * typical_gap", "+ 0 * typical_gap", "lifecycle"
    ),
    Fault(
        "all products on sale",
        "complete_journey",
        " in (select product_id from lines)",
        " is not null",
        "penetration",
    ),
    Fault(
        "without the retailer's match",
        "complete_journey",
        " + coupon_match_disc::decimal(18, 2)",
        "",
        "price_sensitivity",
    ),
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> PublicData:
    """The data set, complete or a tenth of it."""
    if LONG:
        return COMPLETE
    folder = tmp_path_factory.mktemp("tenth")
    for file in sorted(JOURNEY.glob("*.parquet")):
        if "household_id" in duckdb.read_parquet(str(file)).columns:
            duckdb.read_parquet(str(file)).filter("household_id % 10 = 1").write_parquet(
                str(folder / file.name)
            )
        else:
            (folder / file.name).symlink_to(file)
    return replace(COMPLETE, source=folder, rows=A_TENTH)


@pytest.fixture(scope="module")
def built(
    data: PublicData,
    workspace: Workspace,
    spark: SparkSession,
    many_rows: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Outcome:
    """The data set loaded, and built into `public_complete_journey_…`."""
    return data.load_and_build(workspace, tmp_path_factory.mktemp("journey_project"))


def test_the_build_is_green(built: Outcome) -> None:
    assert built.error == ""
    assert built.named("error", "fail", "skipped", "runtime error") == []


def test_every_row_is_kept(data: PublicData, built: Outcome, spark: SparkSession) -> None:
    assert data.row_counts(spark) == data.rows


@pytest.mark.parametrize("query", COMPLETE.compared)
def test_warehouse_equals_the_files(
    data: PublicData, built: Outcome, spark: SparkSession, query: str
) -> None:
    found = data.differences(spark, data.count(), query)

    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_comparison_notices(
    data: PublicData, built: Outcome, spark: SparkSession, fault: Fault
) -> None:
    assert data.differences(spark, data.count(fault), fault.noticed_in)


def test_money_is_what_the_shop_received(
    data: PublicData, built: Outcome, spark: SparkSession
) -> None:
    lines = spark.table(f"{data.schema}_dwd.dwd_transaction_fact")
    (sums,) = lines.selectExpr(
        "sum(gross_amount)", "sum(refund_amount)", "sum(net_amount)", "sum(discount_amount)"
    ).collect()

    received, card, matched = map(Decimal, MONEY)
    assert tuple(sums) == (received, Decimal("0.00"), received, card + matched)


def test_demographics_are_declared_attributes(
    data: PublicData, built: Outcome, spark: SparkSession
) -> None:
    said_of = spark.table(f"{data.schema}_dwd.dwd_customer_declared_attribute")
    names = said_of.groupBy("attribute_name").count().collect()

    assert said_of.select("customer_id").distinct().count() == (801 if LONG else 79)
    assert {row.attribute_name: row["count"] for row in names} == dict(
        data.count()
        .execute(
            """
            select attribute_name, count(*) from (
                unpivot (
                    select * exclude household_id
                    from read_parquet(getvariable('source') || '/demographics.parquet')
                ) on * into name attribute_name value said
            ) group by attribute_name
            """
        )
        .fetchall()
    )


def test_the_build_says_what_is_off(data: PublicData, built: Outcome, workspace: Workspace) -> None:
    lines = said(workspace, data.schema).splitlines()
    (missing,) = (line for line in lines if "optional and not in" in line)
    (empty,) = (line for line in lines if "without a row in" in line)

    for table in ("ods_review", "ods_customer_relation", "ods_marketing_assignment"):
        assert table in missing
    for table in ("ods_region", "ods_refund", "ods_behavior_event", "ods_service_contact"):
        assert table in empty
