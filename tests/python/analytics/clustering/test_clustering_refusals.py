"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers that cannot be clustered are refused in one sentence that names the column.
"""

from __future__ import annotations

import pytest
from clustering_reference import clustered, customers_of

from customer_value.analytics.clustering import ClusteringInputError, cluster_models

POINTS = [(1.0, 1.0, 1.0), (2.0, 2.0, 2.0), (3.0, 3.0, 3.0)]


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("customer_id", "null", r"customers.customer_id is null in 1 row\(s\)"),
        ("r_feature", "null", r"customers.r_feature is null in 1 row\(s\)"),
        ("f_feature", "double('NaN')", r"f_feature is NaN, infinite or beyond 1e\+100 in 1 row"),
        ("m_feature", "double('-Infinity')", "customers.m_feature is NaN, infinite or beyond"),
        ("customer_id", "'c0001'", "customers has 2 rows for customer_id 'c0001'"),
    ],
)
def test_values_that_cannot_be_clustered(spark, column, value, sentence):
    customers = customers_of(spark, POINTS)
    kept = {name: name for name in customers.columns}
    kept[column] = f"if(customer_id = 'c0002', {value}, {column}) as {column}"

    with pytest.raises(ClusteringInputError, match=sentence):
        clustered(customers.selectExpr(*kept.values()))


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_customers(spark, count):
    with pytest.raises(ClusteringInputError, match=rf"customers has {count} row\(s\)"):
        clustered(customers_of(spark, POINTS[:count]))


def test_a_missing_column_is_named(spark):
    with pytest.raises(ClusteringInputError, match="customers has no column f_feature"):
        clustered(customers_of(spark, POINTS).drop("f_feature"))


@pytest.mark.parametrize("features", [[], ["r_feature", "R_feature"], ["r_feature", "customer_id"]])
def test_features_that_say_nothing_or_the_same_twice(spark, features):
    customers = customers_of(spark, POINTS)

    with pytest.raises(ClusteringInputError, match="name at least one column to compare"):
        cluster_models(customers, key="customer_id", features=features)


def test_text_is_not_a_number(spark):
    customers = customers_of(spark, POINTS).selectExpr(
        "customer_id", "r_feature", "f_feature", "cast(m_feature as string) m_feature"
    )

    with pytest.raises(ClusteringInputError, match="m_feature is string, which is not a number"):
        clustered(customers)


@pytest.mark.parametrize("max_k", [0, -1, 101, 2.5, True, "10"])
def test_max_k_is_a_whole_number_in_bounds(spark, max_k):
    with pytest.raises(ClusteringInputError, match=r"max_k is .*: give a whole number from 1 to"):
        clustered(customers_of(spark, POINTS), max_k=max_k)


def test_workers_without_numpy(spark, monkeypatch):
    monkeypatch.setattr(spark.sparkContext, "pythonExec", "false")

    with pytest.raises(ClusteringInputError, match=r"Python workers \(false\) cannot run numpy"):
        clustered(customers_of(spark, POINTS))


def test_spark_connect():
    # its own data frames need a server and gRPC, which the project does not install
    connected = type("DataFrame", (), {"__module__": "pyspark.sql.connect.dataframe"})()

    with pytest.raises(ClusteringInputError, match="Spark Connect, which has no RDDs"):
        clustered(connected)
