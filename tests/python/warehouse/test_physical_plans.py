"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

No step pulls all customers, or all facts, through one task.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pyspark.sql import SparkSession
from workspace import Outcome, Workspace

# a rank over the activities is one order of all activities, of which a shop has hundreds at most
GLOBAL_ORDER_OF_FEW_ROWS = {"ads_customer_service_promo_activity_effect"}
# holds the SQL implementation of the scores, which the default build uses only in this comparison
SCORING_IN_SQL = "assert_rfm_python_equals_sql"


def nodes(plan: Any) -> Iterator[Any]:
    """A physical plan, node by node."""
    yield plan
    children = plan.children()
    for position in range(children.size()):
        yield from nodes(children.apply(position))


def unpartitioned_windows(spark: SparkSession, sql: str) -> list[str]:
    """The windows of a query's physical plan that have no PARTITION BY."""
    plan = spark.sql(sql)._jdf.queryExecution().sparkPlan()
    return [
        node.simpleString(200)
        for node in nodes(plan)
        if node.getClass().getSimpleName() == "WindowExec" and node.partitionSpec().isEmpty()
    ]


def test_no_window_without_partition(
    sample: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    manifest = json.loads((workspace.target_path("sample") / "manifest.json").read_text("utf-8"))
    queries = {
        node["name"]: node["compiled_code"]
        for node in manifest["nodes"].values()
        if (node["resource_type"] == "model" and node["language"] == "sql")
        or node["name"] == SCORING_IN_SQL
    }
    assert SCORING_IN_SQL in queries

    found = {name: unpartitioned_windows(spark, sql) for name, sql in queries.items()}

    assert {name for name, windows in found.items() if windows} == GLOBAL_ORDER_OF_FEW_ROWS
