"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers that cannot be scored are refused in one sentence that names the column.
"""

from __future__ import annotations

from importlib import import_module

import pytest
from pyspark.sql.types import StructType
from rfm_reference import customers_of

from customer_value.ads_fu_bu import RfmParameters, calculate_rfm
from customer_value.analytics.rfm import RfmInputError, thresholds

FIXED_ONES = RfmParameters(
    bins=2,
    method="fixed",
    fixed_cut_points={"recency_days": (1,), "frequency": (1,), "monetary": (1,)},
)


METHODS = [RfmParameters(), RfmParameters(method="rfm_package"), FIXED_ONES]


@pytest.mark.parametrize("parameters", METHODS, ids=lambda method: method.method)
@pytest.mark.parametrize("column", ["recency_days", "frequency", "monetary"])
def test_null_metrics_are_refused_with_their_number(spark, column, parameters):
    rows = customers_of(spark, [("c1", 1, 1, 1), ("c2", 2, 2, 2), ("c3", 3, 3, 3)])
    kept = {name: name for name in rows.columns}
    kept[column] = f"if(consumer_id = 'c1', {column}, null) as {column}"

    with pytest.raises(RfmInputError, match=rf"customers.{column} is null in 2 row\(s\)"):
        calculate_rfm(rows.selectExpr(*kept.values()), parameters)


@pytest.mark.parametrize("data_type", ["double", "float", "string"])
@pytest.mark.parametrize("parameters", METHODS, ids=lambda method: method.method)
def test_inexact_types_are_refused(spark, data_type, parameters):
    customers = spark.createDataFrame([], StructType()).selectExpr(
        "1 as recency_days", "1 as frequency", f"cast(1 as {data_type}) as monetary"
    )

    with pytest.raises(
        RfmInputError, match=f"customers.monetary is {data_type}, which is not exact"
    ):
        calculate_rfm(customers, parameters)


def test_a_missing_metric_is_named(spark):
    customers = spark.range(3).selectExpr("id as frequency", "id as monetary")

    with pytest.raises(RfmInputError, match="customers has no column recency_days"):
        calculate_rfm(customers, RfmParameters())


def test_a_score_that_is_there_already_is_not_doubled(spark):
    scored = calculate_rfm(customers_of(spark, [("c1", 1, 1, 1)]), RfmParameters())

    with pytest.raises(RfmInputError, match="customers already has the column r_score"):
        calculate_rfm(scored, RfmParameters())


@pytest.mark.parametrize("sample_size", [10, 1], ids=["all are sampled", "one is sampled"])
def test_nulls_are_refused_whichever_pass_finds_them(spark, sample_size):
    rows = customers_of(spark, [("c1", 1, 1, 1), ("c2", 2, 2, 2), ("c3", 3, 3, 3)])
    nulls = rows.selectExpr(
        "recency_days", "frequency", "if(frequency = 1, monetary, null) monetary"
    )

    with pytest.raises(RfmInputError, match=r"customers.monetary is null in 2 row\(s\)"):
        thresholds(nulls, sample_size=sample_size)


def test_rows_that_change_between_the_passes_are_noticed(spark, monkeypatch):
    module = import_module("customer_value.analytics.rfm.thresholds")
    count = module.counts_by_segment
    passes = []

    def fewer_each_time(customers, *others):
        passes.append(1)
        return count(customers.where(f"consumer_id >= 'c{len(passes)}'"), *others)

    monkeypatch.setattr(module, "counts_by_segment", fewer_each_time)
    customers = customers_of(spark, [(f"c{i}", 302 + i % 2, 1, 1) for i in range(6)])

    with pytest.raises(RfmInputError, match=r"recency_days had 5 row\(s\) in one pass and 4 in"):
        thresholds(customers, sample_size=0)
