"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

No step pulls all customers, or all facts, through one task, or sorts them where hashes would do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pyspark.sql import SparkSession
from workspace import Outcome, Workspace

# a rank over the activities is one order of all activities, of which a shop has hundreds at most
GLOBAL_ORDER_OF_FEW_ROWS = {"ads_customer_service_promo_activity_effect"}
# Spark finds the largest text or struct, unlike a number, only among sorted rows: here those of a
# customer, one per centre, and the rejected ones, of which the smallest value is the example. In
# the profile: caps, categories and dates, of which there are few, the largest line of an order, and
# what a customer bought most often
SORTED_TO_BE_SUMMED = {
    "ads_customer_profile_migration",
    "ads_customer_profile_reject_reason",
    "dws_customer_profile_activity",
    "dws_customer_profile_category_sale",
    "dws_customer_profile_counted_order",
    "dws_customer_profile_warning",
    "dws_online_retail_customer_cluster",
    "ads_customer_service_promo_reject_reason",
    "ads_online_retail_reject_reason",
}
# holds the SQL implementation of the scores, which the default build uses only in this comparison
SCORING_IN_SQL = "assert_rfm_python_equals_sql"


def nodes(plan: Any) -> Iterator[Any]:
    """A physical plan, node by node."""
    yield plan
    children = plan.children()
    for position in range(children.size()):
        yield from nodes(children.apply(position))


@pytest.fixture(scope="module")
def plans(sample: Outcome, workspace: Workspace, spark: SparkSession) -> dict[str, list[Any]]:
    """The nodes of each query's physical plan, by the name of the model or test."""
    manifest = json.loads((workspace.target_path("sample") / "manifest.json").read_text("utf-8"))
    queries = {
        node["name"]: node["compiled_code"]
        for node in manifest["nodes"].values()
        if (node["resource_type"] == "model" and node["language"] == "sql")
        or node["name"] == SCORING_IN_SQL
    }
    assert SCORING_IN_SQL in queries

    return {
        name: list(nodes(spark.sql(sql)._jdf.queryExecution().sparkPlan()))
        for name, sql in queries.items()
    }


def kind(node: Any) -> str:
    """What a node of a plan is: WindowExec, …"""
    return str(node.getClass().getSimpleName())


def test_no_window_without_partition(plans: dict[str, list[Any]]) -> None:
    found = {
        name
        for name, plan in plans.items()
        if any(kind(node) == "WindowExec" and node.partitionSpec().isEmpty() for node in plan)
    }

    assert found == GLOBAL_ORDER_OF_FEW_ROWS


def test_facts_are_not_sorted_to_be_summed(plans: dict[str, list[Any]]) -> None:
    found = {
        name
        for name, plan in plans.items()
        if any(kind(node) == "SortAggregateExec" for node in plan)
    }

    assert found == SORTED_TO_BE_SUMMED
