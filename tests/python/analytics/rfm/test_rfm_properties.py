"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Properties of the scores for any customers, against the definition taken word for word.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pyspark.sql.types import (
    DecimalType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)
from rfm_reference import reference_scores

from customer_value.analytics.rfm import RfmParameters, calculate_rfm, score, thresholds
from customer_value.analytics.rfm.exact import to_number

SCORES = ("r_score", "f_score", "m_score")


def examples(count):
    """Few, as each is several Spark jobs; the search without Spark has hundreds of its own."""
    return settings(
        max_examples=count,
        deadline=None,
        # shrinking a failure would run for minutes
        phases=[Phase.explicit, Phase.generate],
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


recencies = st.one_of(st.just(999), st.integers(0, 3), st.integers(0, 998))
frequencies = st.one_of(st.integers(0, 3), st.integers(-(2**63), 2**63 - 1))
# heavy ties, cents beside each other, and as many digits as the type holds, on both sides of zero
cents = st.one_of(
    st.just(0),
    st.integers(-3, 3),
    st.integers(123_456_00, 123_457_99),
    st.integers(-(10**7), 10**7),
    st.integers(10**28 - 40, 10**28 - 1),
    st.integers(-(10**28) + 1, 10**28 - 1),
)
rows = st.lists(st.tuples(recencies, frequencies, cents), min_size=1, max_size=70)


@dataclass(frozen=True)
class Customers:
    rows: list[tuple[int, int, int]]
    scale: int = 2
    precision: int = 28

    def money(self) -> list[Decimal]:
        return [to_number(row[2], self.scale) for row in self.rows]

    def frame(self, spark):
        schema = StructType(
            [
                StructField("consumer_id", StringType()),
                StructField("recency_days", IntegerType()),
                StructField("frequency", LongType()),
                StructField("monetary", DecimalType(self.precision, self.scale)),
            ]
        )
        data = [
            (f"c{i:03}", r, f, to_number(m, self.scale)) for i, (r, f, m) in enumerate(self.rows)
        ]
        return spark.createDataFrame(data, schema)

    def expected(self, bins: int) -> list[tuple[int, int, int]]:
        return list(
            zip(
                reference_scores([row[0] for row in self.rows], bins, lower_is_better=True),
                reference_scores([row[1] for row in self.rows], bins, lower_is_better=False),
                reference_scores(self.money(), bins, lower_is_better=False),
                strict=True,
            )
        )


def scores_of(scored) -> list[tuple[int, int, int]]:
    found = {row.consumer_id: tuple(row[name] for name in SCORES) for row in scored.collect()}
    return [found[key] for key in sorted(found)]


@examples(10)
@given(rows=rows, bins=st.integers(2, 9))
def test_scores_follow_the_definition(spark, rows, bins):
    customers = Customers([(r, f, m // 100) for r, f, m in rows])
    frame = customers.frame(spark)
    parameters = RfmParameters(bins=bins, levels=(("low", bins), ("high", 3 * bins)))

    scored = calculate_rfm(frame, parameters)

    expected = customers.expected(bins)
    found = sorted(scored.collect())
    assert [tuple(row[name] for name in SCORES) for row in found] == expected
    for row in found:
        assert row.rfm_total == row.r_score + row.f_score + row.m_score
        assert row.rfm_code == f"{row.r_score}{row.f_score}{row.m_score}"
        assert row.user_level == ("low" if row.rfm_total <= bins else "high")


def scored_by(frame, found):
    return frame.select(
        "consumer_id",
        *[
            score(column, found[column], lower_is_better=column == "recency_days").alias(name)
            for column, name in zip(found, SCORES, strict=True)
        ],
    )


@examples(10)
@given(
    rows=rows,
    sample_size=st.integers(0, 70),
    value_limit=st.integers(1, 9),
    parts=st.integers(2, 64),
)
# all equal; two values; both with a sample of nothing
@example(rows=[(999, 1, 0)] * 9, sample_size=0, value_limit=1, parts=2)
@example(rows=[(0, 1, -1)] * 4 + [(1, 2, 10**28)] * 3, sample_size=2, value_limit=9, parts=64)
def test_small_samples_and_limits_lengthen_the_search_and_change_nothing(
    spark, rows, sample_size, value_limit, parts
):
    # three decimal places at the type's full width: values beyond what a double can tell apart
    customers = Customers(rows, scale=3, precision=38)
    frame = customers.frame(spark)

    found = thresholds(frame, sample_size=sample_size, value_limit=value_limit, parts=parts)

    assert scores_of(scored_by(frame, found)) == customers.expected(5)


@pytest.mark.parametrize(
    "base", [0, 10**14, 5 * 10**14 - 3, 10**27, -(10**27), 10**38 - 7], ids=lambda base: f"{base:g}"
)
def test_neighbours_are_counted_one_by_one_wherever_they_lie(spark, base):
    # one bracket of six units, counted value by value, and the sample knows only its ends
    units = [base + step for step in (0, 6, 1, 1, 2, 3, 4, 4, 5, 6)]
    customers = Customers([(1, 1, value) for value in units], scale=7, precision=38)
    frame = customers.frame(spark).coalesce(1)

    found = thresholds(frame, sample_size=2)

    assert scores_of(scored_by(frame, found)) == customers.expected(5)


def test_the_largest_decimals_are_told_apart(spark):
    top = 10**38 - 1
    customers = Customers(
        [(0, 2**63 - 1 - i, sign * (top - i)) for i in range(6) for sign in (1, -1)],
        scale=0,
        precision=38,
    )

    scored = calculate_rfm(customers.frame(spark), RfmParameters())
    searched = thresholds(customers.frame(spark), sample_size=0)

    assert scores_of(scored) == customers.expected(5)
    assert scores_of(scored_by(customers.frame(spark), searched)) == customers.expected(5)


@examples(3)
@given(rows=rows, seed=st.integers(0, 2**32))
def test_row_order_and_partitions_do_not_matter(spark, rows, seed):
    frame = Customers(rows).frame(spark)
    shuffled = spark.createDataFrame(
        random.Random(seed).sample(frame.collect(), len(rows)), frame.schema
    ).repartition(1 + seed % 3)

    assert thresholds(shuffled, sample_size=7) == thresholds(frame)
