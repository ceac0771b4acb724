"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Cut points as a table: what is stored, what is refused, and scoring new customers by them.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from chispa import assert_df_equality
from rfm_reference import CUSTOMERS_SCHEMA

from customer_value.analytics.rfm import (
    RfmInputError,
    RfmParameters,
    calculate_rfm,
    cut_points,
    rescore,
)

ROWS = [
    ("c1", 1, 9, Decimal("90.00")),
    ("c2", 30, 3, Decimal("30.00")),
    ("c3", 30, 3, Decimal("30.50")),
    ("c4", 999, 1, Decimal("0.00")),
]


@pytest.fixture(scope="module")
def scored(spark):
    return calculate_rfm(spark.createDataFrame(ROWS, CUSTOMERS_SCHEMA), RfmParameters())


def test_each_score_that_somebody_has_is_stored_with_its_worst_value(spark, scored):
    expected = spark.createDataFrame(
        [
            ("recency_days", 1, Decimal("999.00"), 1),
            ("recency_days", 2, Decimal("30.00"), 2),
            ("recency_days", 4, Decimal("1.00"), 1),
            ("frequency", 1, Decimal("1.00"), 1),
            ("frequency", 2, Decimal("3.00"), 2),
            ("frequency", 4, Decimal("9.00"), 1),
            ("monetary", 1, Decimal("0.00"), 1),
            ("monetary", 2, Decimal("30.00"), 1),
            ("monetary", 3, Decimal("30.50"), 1),
            ("monetary", 4, Decimal("90.00"), 1),
        ],
        "metric string, score int, lowest_value decimal(32,4), customer_count bigint",
    )

    assert_df_equality(cut_points(scored), expected, ignore_row_order=True, ignore_nullable=True)


def test_the_worst_of_several_values_of_a_score_is_stored(spark):
    # each recency score has two combinations with the frequency, and each of these two customers
    rows = [(f"c{i}", 19 - i, i // 2 % 2, Decimal(i)) for i in range(20)]
    scored = calculate_rfm(spark.createDataFrame(rows, CUSTOMERS_SCHEMA), RfmParameters())

    stored = {(row.metric, row.score): tuple(row)[2:] for row in cut_points(scored).collect()}

    expected = {("frequency", 1): (0, 10), ("frequency", 3): (1, 10)}
    for score, first in enumerate((0, 4, 8, 12, 16), start=1):
        expected["recency_days", score] = (19 - first, 4)
        expected["monetary", score] = (first, 4)
    assert stored == expected


def test_other_customers_are_scored_by_the_stored_cut_points(spark, scored):
    others = spark.createDataFrame(
        [
            ("between", 29, 4, Decimal("30.49")),
            ("better", 0, 10, Decimal("90.01")),
            ("worse", 1000, 0, Decimal("-1.00")),
        ],
        CUSTOMERS_SCHEMA,
    )

    rescored = rescore(others, cut_points(scored))

    assert {row.consumer_id: tuple(row)[-3:] for row in rescored.collect()} == {
        "between": (2, 2, 2),
        "better": (4, 4, 4),
        "worse": (1, 1, 1),
    }


@pytest.mark.parametrize("method", ["computed", "rfm_package"])
def test_amounts_of_three_and_four_places_are_stored_and_scored_exactly(spark, method):
    rows = [(f"c{i}", i, i, Decimal(f"{i // 2}.{123 + i % 2:04}")) for i in range(9)]
    schema = CUSTOMERS_SCHEMA.replace("decimal(28,2)", "decimal(28,4)")
    customers = spark.createDataFrame(rows, schema)
    scored = calculate_rfm(customers, RfmParameters(method=method))

    stored = cut_points(scored)

    amounts = {row[3] for row in rows}
    assert {row.lowest_value for row in stored.collect() if row.metric == "monetary"} <= amounts
    again = {row.consumer_id: row.m_score for row in rescore(customers, stored).collect()}
    assert again == {row.consumer_id: row.m_score for row in scored.collect()}


def test_a_value_that_the_stored_type_would_round_is_refused(scored):
    finer = scored.withColumn("monetary", scored.monetary.cast("decimal(18,5)"))

    with pytest.raises(RfmInputError, match=r"customers\.monetary has 5 decimal places"):
        cut_points(finer)


def test_a_value_that_the_stored_type_cannot_hold_stops_the_query(spark, scored):
    huge = scored.selectExpr(
        *[name for name in scored.columns if name != "monetary"],
        "cast('1e30' as decimal(38,2)) as monetary",
    )

    with pytest.raises(Exception, match="monetary has a value that decimal\\(32,4\\) cannot hold"):
        cut_points(huge).collect()


def test_cut_points_without_a_metric_are_refused(spark, scored):
    some = cut_points(scored).where("metric != 'frequency'")

    with pytest.raises(RfmInputError, match="the cut points have no row for frequency"):
        rescore(spark.createDataFrame(ROWS, CUSTOMERS_SCHEMA), some)
