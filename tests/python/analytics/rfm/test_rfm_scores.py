"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Scores, totals, codes and levels on a handful of customers.
"""

from __future__ import annotations

from decimal import Decimal

from chispa import assert_df_equality
from rfm_reference import customers_of

from customer_value.ads_fu_bu import RfmParameters, calculate_rfm
from customer_value.analytics.rfm import rfm_code, thresholds, user_level

SCORES_SCHEMA = "consumer_id string, r_score int, f_score int, m_score int"
ADDED = ["r_score", "f_score", "m_score", "rfm_total", "rfm_code", "user_level"]


def assert_scores(spark, rows, expected, parameters=None):
    scored = calculate_rfm(customers_of(spark, rows), parameters or RfmParameters())

    assert_df_equality(
        scored.select("consumer_id", "r_score", "f_score", "m_score"),
        spark.createDataFrame(expected, SCORES_SCHEMA),
        ignore_row_order=True,
        ignore_nullable=True,
    )


def test_ties_share_the_score_of_their_worst_member(spark):
    assert_scores(
        spark,
        [("c1", 1, 9, 90), ("c2", 30, 3, 30), ("c3", 30, 3, 30), ("c4", 999, 1, 0)],
        [("c1", 4, 4, 4), ("c2", 2, 2, 2), ("c3", 2, 2, 2), ("c4", 1, 1, 1)],
    )


def test_never_redeemed_and_nothing_spent_get_one_however_many_they_are(spark):
    rows = [(f"never{i}", 999, 2, 0) for i in range(9)] + [("once", 998, 2, "0.01")]

    assert_scores(spark, rows, [(f"never{i}", 1, 1, 1) for i in range(9)] + [("once", 5, 1, 5)])


def test_all_equal_are_all_one(spark):
    assert_scores(
        spark,
        [(f"c{i}", 12, 3, "9.99") for i in range(7)],
        [(f"c{i}", 1, 1, 1) for i in range(7)],
    )


def test_a_single_customer_is_the_worst_one(spark):
    assert_scores(spark, [("c1", 0, 100, 10**6)], [("c1", 1, 1, 1)])


def test_fewer_customers_than_scores_skip_numbers(spark):
    assert_scores(
        spark,
        [("c1", 5, 1, 1), ("c2", 4, 2, 2), ("c3", 3, 3, 3)],
        [("c1", 1, 1, 1), ("c2", 2, 2, 2), ("c3", 4, 4, 4)],
    )


def test_five_distinct_customers_get_each_score_once(spark):
    assert_scores(
        spark,
        [(f"c{i}", 50 - i, i, f"{i}.5") for i in range(1, 6)],
        [(f"c{i}", i, i, i) for i in range(1, 6)],
    )


def test_two_values_score_by_the_share_of_the_worse_one(spark):
    rows = [(f"low{i}", 9, 1, 0) for i in range(3)] + [(f"high{i}", 1, 2, 5) for i in range(2)]

    assert_scores(
        spark,
        rows,
        [(f"low{i}", 1, 1, 1) for i in range(3)] + [(f"high{i}", 4, 4, 4) for i in range(2)],
    )


def test_negative_money_is_worse_than_none(spark):
    assert_scores(
        spark,
        [("refund", 1, 1, "-0.01"), ("none", 1, 1, 0), ("cent", 1, 1, "0.01")],
        [("refund", 1, 1, 1), ("none", 1, 1, 2), ("cent", 1, 1, 4)],
    )


def test_bins_is_the_number_of_scores(spark):
    assert_scores(
        spark,
        [("c1", 4, 1, 1), ("c2", 3, 2, 2), ("c3", 2, 3, 3), ("c4", 1, 4, 4)],
        [("c1", 1, 1, 1), ("c2", 1, 1, 1), ("c3", 2, 2, 2), ("c4", 2, 2, 2)],
        RfmParameters(bins=2),
    )


def test_thresholds_are_exact_values_of_the_column_type(spark):
    customers = customers_of(spark, [(f"c{i}", 300 + i, i, f"{i}.10") for i in range(10)])

    found = thresholds(customers)

    assert found == {
        "recency_days": (308, 306, 304, 302),
        "frequency": (1, 3, 5, 7),
        "monetary": tuple(Decimal(f"{i}.10") for i in (1, 3, 5, 7)),
    }
    assert {type(value) for value in found["frequency"]} == {int}
    assert [str(value) for value in found["monetary"]] == ["1.10", "3.10", "5.10", "7.10"]


def test_the_input_columns_stay_in_order_and_the_scores_follow_with_their_types(spark):
    customers = spark.createDataFrame(
        [(Decimal("1.00"), True, 3, "c1", 7)],
        "monetary decimal(28,2), has_redeemed boolean, recency_days int, consumer_id string, "
        "frequency bigint",
    )

    scored = calculate_rfm(customers, RfmParameters())

    assert scored.columns == [*customers.columns, *ADDED]
    assert dict(scored.dtypes) == {
        **dict(customers.dtypes),
        **{name: "int" for name in ADDED[:4]},
        "rfm_code": "string",
        "user_level": "string",
    }
    assert [tuple(row)[5:] for row in scored.collect()] == [(1, 1, 1, 3, "111", "流失用户")]


def test_no_customers_give_no_rows_and_the_same_columns(spark):
    some = customers_of(spark, [("c1", 1, 1, 1)])

    scored = calculate_rfm(some.where("consumer_id is null"), RfmParameters())

    assert scored.collect() == []
    assert scored.dtypes == calculate_rfm(some, RfmParameters()).dtypes


def test_level_boundaries(spark):
    totals = spark.createDataFrame(
        [
            (3, "流失用户"),
            (5, "流失用户"),
            (6, "一般用户"),
            (8, "一般用户"),
            (9, "潜力用户"),
            (12, "潜力用户"),
            (13, "高价值用户"),
            (15, "高价值用户"),
            (16, None),
        ],
        "rfm_total int, expected string",
    )

    labelled = totals.select(
        "rfm_total",
        user_level("rfm_total", RfmParameters().levels).alias("actual"),
        "expected",
    ).collect()

    assert [row.actual for row in labelled] == [row.expected for row in labelled]


def test_the_code_tells_customers_of_the_same_total_apart(spark):
    scores = spark.createDataFrame([(5, 1, 1), (1, 1, 5)], "r int, f int, m int")

    assert [row[0] for row in scores.select(rfm_code("r", "f", "m")).collect()] == ["511", "115"]


def test_fixed_cut_points_are_the_worst_values_that_earn_the_score(spark):
    parameters = RfmParameters(
        method="fixed",
        fixed_cut_points={
            "recency_days": (90, 60, 30, 7),
            "frequency": (2, 3, 5, 8),
            "monetary": (Decimal("0.01"), 50, Decimal("99.995"), 500),
        },
    )

    assert_scores(
        spark,
        [
            ("never", 999, 0, 0),
            ("on_two", 90, 2, "0.01"),
            ("on_four", 30, 5, "100"),
            ("before_four", 31, 4, "99.99"),
            ("on_five", 7, 8, 500),
            ("best", 0, 99, 10**9),
        ],
        [
            ("never", 1, 1, 1),
            ("on_two", 2, 2, 2),
            ("on_four", 4, 4, 4),
            ("before_four", 3, 3, 3),
            ("on_five", 5, 5, 5),
            ("best", 5, 5, 5),
        ],
        parameters,
    )
