"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey, its complete tables, in the customer profile, held against the same counted by
DuckDB from the package's own files.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from comparing import Fault
from public_data import PublicData, said
from pyspark.sql import SparkSession
from real_data import JOURNEY, needs_journey
from workspace import Outcome, Workspace

pytestmark = needs_journey

DWS = "dws_customer_profile"
DATA = PublicData(
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
    ods="journey_ods",
)
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
def built(workspace: Workspace, many_rows: None, journey_ods: str) -> Outcome:
    """The loaded data set built into `public_complete_journey_…`."""
    return DATA.build(workspace)


def test_the_build_is_green(built: Outcome) -> None:
    assert built.error == ""
    assert built.named("error", "fail", "skipped", "runtime error") == []


def test_every_row_is_kept(built: Outcome, spark: SparkSession) -> None:
    assert DATA.row_counts(spark) == DATA.rows


@pytest.mark.parametrize("query", DATA.compared)
def test_warehouse_equals_the_files(built: Outcome, spark: SparkSession, query: str) -> None:
    found = DATA.differences(spark, DATA.count(), query)

    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_comparison_notices(built: Outcome, spark: SparkSession, fault: Fault) -> None:
    assert DATA.differences(spark, DATA.count(fault), fault.noticed_in)


def test_money_is_what_the_shop_received(built: Outcome, spark: SparkSession) -> None:
    lines = spark.table(f"{DATA.schema}_dwd.dwd_transaction_fact")
    (sums,) = lines.selectExpr(
        "sum(gross_amount)", "sum(refund_amount)", "sum(net_amount)", "sum(discount_amount)"
    ).collect()

    received = Decimal("4596039.58")
    # 791,650.64 off for the card and 4,542.65 for coupons that the shop matched
    assert tuple(sums) == (received, Decimal("0.00"), received, Decimal("796193.29"))


def test_demographics_are_declared_attributes(built: Outcome, spark: SparkSession) -> None:
    said_of = spark.table(f"{DATA.schema}_dwd.dwd_customer_declared_attribute")
    names = said_of.groupBy("attribute_name").count().collect()

    assert said_of.select("customer_id").distinct().count() == 801
    assert {row.attribute_name: row["count"] for row in names} == dict(
        DATA.count()
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


def test_the_build_says_what_is_off(built: Outcome, workspace: Workspace) -> None:
    lines = said(workspace, DATA.schema).splitlines()
    (missing,) = (line for line in lines if "optional and not in" in line)
    (empty,) = (line for line in lines if "without a row in" in line)

    for table in ("ods_review", "ods_customer_relation", "ods_marketing_assignment"):
        assert table in missing
    for table in ("ods_region", "ods_refund", "ods_behavior_event", "ods_service_contact"):
        assert table in empty
