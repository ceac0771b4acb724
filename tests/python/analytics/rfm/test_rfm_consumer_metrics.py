"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Metrics straight from the facts: edges of the window, the never-redeemed, and uses that multiply.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from chispa import assert_df_equality

from customer_value.ads_fu_bu import consumer_metrics
from customer_value.analytics.rfm import RfmInputError

AS_OF = date(2024, 6, 30)
SENDS_SCHEMA = "send_id string, consumer_id string, dt date"
USES_SCHEMA = "send_id string, consumer_id string, dt date, pay_amount decimal(18,2)"
METRICS_SCHEMA = (
    "consumer_id string, recency_days int, has_redeemed boolean, frequency bigint, "
    "monetary decimal(28,2), as_of_date date"
)


def days_ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def assert_metrics(spark, sends, uses, expected):
    metrics = consumer_metrics(
        spark.createDataFrame([(s, c, days_ago(d)) for s, c, d in sends], SENDS_SCHEMA),
        spark.createDataFrame(
            [(s, c, days_ago(d), Decimal(m)) for s, c, d, m in uses], USES_SCHEMA
        ),
        as_of_date=AS_OF,
        window_days=30,
    )

    rows = [(c, r, has, f, Decimal(m), AS_OF) for c, r, has, f, m in expected]
    assert_df_equality(
        metrics,
        spark.createDataFrame(rows, METRICS_SCHEMA),
        ignore_row_order=True,
        ignore_nullable=True,
    )


def test_every_edge_of_the_metrics(spark):
    assert_metrics(
        spark,
        sends=[
            ("s1", "thrice", 0),
            ("s2", "never", 0),
            ("s3", "edge", 29),
            ("s4", "edge", 30),
            ("s5", "long_ago", 2000),
            ("s6", "future", -1),
            ("s7", "later", 1),
            ("s8", "later", -1),
        ],
        uses=[
            ("s1", "thrice", 0, "10.10"),
            ("s1", "thrice", 0, "10.10"),
            ("s1", "thrice", 5, "0.05"),
            ("s3", "edge", 29, "7.00"),
            ("s3", "edge", 30, "100.00"),
            ("s5", "long_ago", 1999, "5.00"),
            ("s6", "future", -1, "9.00"),
            ("s7", "later", -1, "9.00"),
            ("s0", "use_only", 3, "1.00"),
        ],
        expected=[
            ("thrice", 0, True, 1, "20.25"),
            ("never", 999, False, 1, "0.00"),
            ("edge", 29, True, 1, "7.00"),
            ("long_ago", 998, True, 0, "0.00"),
            ("later", 999, False, 1, "0.00"),
            ("use_only", 3, True, 0, "1.00"),
        ],
    )


def test_nothing_sent_gives_no_consumers(spark):
    assert_metrics(spark, sends=[], uses=[], expected=[])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"as_of_date": "2024-06-30"}, "as_of_date is '2024-06-30': give a date"),
        ({"as_of_date": datetime(2024, 6, 30)}, "as_of_date is datetime"),
        ({"window_days": 0}, "window_days is 0: give at least one day"),
        ({"never_redeemed_days": 0}, "never_redeemed_days is 0"),
    ],
)
def test_refused_in_one_sentence(spark, arguments, sentence):
    sends = spark.createDataFrame([], SENDS_SCHEMA)
    uses = spark.createDataFrame([], USES_SCHEMA)

    with pytest.raises(RfmInputError, match=sentence):
        consumer_metrics(sends, uses, **{"as_of_date": AS_OF, "window_days": 30, **arguments})


def test_a_floating_amount_is_refused(spark):
    sends = spark.createDataFrame([], SENDS_SCHEMA)
    uses = spark.createDataFrame([], USES_SCHEMA.replace("decimal(18,2)", "double"))

    with pytest.raises(RfmInputError, match=r"uses.pay_amount is double, which is not exact"):
        consumer_metrics(sends, uses, as_of_date=AS_OF, window_days=30)
