"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey as ODS, where its files are there.
"""

import shutil
from pathlib import Path

import duckdb
import pytest
from pyspark.sql import SparkSession
from real_data import DATA

from customer_value.commands.load import main

JOURNEY = DATA / "complete_journey"

needs_data = pytest.mark.skipif(
    not JOURNEY.is_dir(), reason=f"The Complete Journey is not in {DATA}; set CUSTOMER_VALUE_DATA"
)


@pytest.fixture(scope="module")
def schema(spark: SparkSession, project: Path) -> str:
    """The schema that holds the loaded data set."""
    options = ["--project-dir", str(project), "--schema", "ods_journey"]
    assert main(["complete-journey", str(JOURNEY), *options]) == 0
    return "ods_journey"


@needs_data
def test_rows(spark: SparkSession, schema: str) -> None:
    expected = {
        "ods_customer_service_promo_activity": 27,
        "ods_customer_service_promo_activity_item": 104_011,
        "ods_customer_service_promo_send": 6_589,
        "ods_customer_service_promo_use": 2_102,
        "ods_product": 92_331,
        "ods_sku": 0,
        "ods_customer_service": 3,
    }
    assert {name: spark.table(f"{schema}.{name}").count() for name in expected} == expected


@needs_data
def test_every_use_has_its_send(spark: SparkSession, schema: str) -> None:
    uses = spark.table(f"{schema}.ods_customer_service_promo_use")
    sends = spark.table(f"{schema}.ods_customer_service_promo_send")
    assert uses.join(sends, on="send_id", how="left_anti").count() == 0
    assert uses.select("send_id").distinct().count() == 792
    assert uses.select("use_id").distinct().count() == 2_102
    assert sends.select("send_id").distinct().count() == 6_589


@needs_data
def test_money_is_counted_once(spark: SparkSession, schema: str) -> None:
    uses = spark.table(f"{schema}.ods_customer_service_promo_use")
    total = uses.selectExpr("sum(cast(pay_amount as decimal(18, 2)))").first()
    expected = duckdb.execute(
        f"""
        with days as (
            select distinct household_id, redemption_date
            from '{JOURNEY}/coupon_redemptions.parquet'
        )
        select sum(cast(sales_value as decimal(18, 2)))
        from '{JOURNEY}/transactions_sample.parquet' join days using (household_id)
        where cast(transaction_timestamp as date) = redemption_date and coupon_disc > 0
        """
    ).fetchall()[0]
    assert total == expected
    paying = uses.where("pay_amount != '0.00'").selectExpr(
        "split(send_id, '-')[1] as household_id", "pay_time"
    )
    assert paying.count() == paying.distinct().count() > 100


@needs_data
def test_an_activity_reads_as_described(spark: SparkSession, schema: str) -> None:
    activities = spark.table(f"{schema}.ods_customer_service_promo_activity")
    (row,) = activities.where("activity_id = '18'").collect()
    assert (row.activity_name, row.activity_level) == ("Campaign 18 (Type A)", "商品级")
    assert (row.start_time[10:], row.end_time[10:]) == (" 00:00:00", " 23:59:59")


@needs_data
def test_file_missing_and_column_missing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    incomplete = tmp_path / "journey"
    shutil.copytree(JOURNEY, incomplete)
    shutil.copy(incomplete / "coupons.parquet", incomplete / "campaigns.parquet")
    (incomplete / "products.parquet").unlink()
    assert main(["complete-journey", str(incomplete), "--project-dir", str(project)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("campaigns.parquet has no column household_id.")
    assert second.endswith("products.parquet is missing; The Complete Journey has it.")
