"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Several populations in one data frame: each is scored as if it were alone.
"""

from __future__ import annotations

from datetime import date

from chispa import assert_df_equality
from pyspark.sql import functions as F
from rfm_reference import customers_of

from customer_value.analytics.rfm import RfmParameters, calculate_rfm, calculate_rfm_of_each

MAY = [("c1", 1, 9, 90), ("c2", 30, 3, 30), ("c3", 30, 3, 30), ("c4", 999, 1, 0)]
JUNE = [("c1", 31, 8, 80), ("c2", 60, 2, 20), ("c5", 0, 1, 500)]


def dated(spark, rows, day):
    return customers_of(spark, rows).withColumn("as_of_date", F.lit(day))


def test_each_date_is_scored_as_if_it_were_alone(spark):
    may, june = dated(spark, MAY, date(2024, 5, 31)), dated(spark, JUNE, date(2024, 6, 30))

    scored = calculate_rfm_of_each(june.unionByName(may), RfmParameters(), each="as_of_date")

    assert_df_equality(
        scored,
        calculate_rfm(may, RfmParameters()).unionByName(calculate_rfm(june, RfmParameters())),
        ignore_row_order=True,
        ignore_nullable=True,
    )


def test_without_customers_there_are_no_rows_and_all_columns(spark):
    nobody = dated(spark, MAY, date(2024, 5, 31)).where("false")

    scored = calculate_rfm_of_each(nobody, RfmParameters(), each="as_of_date")

    assert scored.columns == calculate_rfm(nobody, RfmParameters()).columns
    assert scored.count() == 0
