"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What Python models declare about where their columns come from, against what they do: on the rows of
the sample each input column is changed alone, and only those columns may change that name it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from importlib.util import module_from_spec, spec_from_file_location
from types import SimpleNamespace
from typing import Any

import pytest
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import BooleanType, DateType, StringType, StructField, TimestampType
from workspace import REPOSITORY, Outcome, Workspace

# they choose rows, as a condition in SQL does, and the lineage follows values
CONDITIONS = {"variant", "basis", "area", "metric", "score"}
# settings other than the project's: both ways to find bounds; k-means small enough for many runs
SETTINGS: Mapping[str, list[dict[str, Any]]] = {
    "dws_customer_profile_order_rfm": [{"method": "computed"}, {"method": "fixed"}],
    "dws_customer_service_promo_consumer_rfm": [{"method": "computed"}, {"method": "fixed"}],
    "dws_online_retail_customer_rfm": [{"method": "computed"}, {"method": "fixed"}],
    "dws_online_retail_cluster_centre": [{"max_k": 5, "variants": ["standardised"]}],
}

Values = Mapping[str, Counter[Any]]


@pytest.fixture(scope="module")
def nodes(sample: Outcome, workspace: Workspace) -> Mapping[str, Any]:
    """dbt's models and seeds by name."""
    manifest = json.loads((workspace.target_path("sample") / "manifest.json").read_text("utf-8"))
    return {
        node["name"]: node
        for node in manifest["nodes"].values()
        if node["resource_type"] in {"model", "seed"}
    }


def test_every_python_model_declares_all_its_columns_by_columns_that_are_there(
    nodes: Mapping[str, Any],
) -> None:
    python = {name for name, node in nodes.items() if node.get("language") == "python"}
    assert python == set(SETTINGS)
    for name in python:
        node = nodes[name]
        declared = sources_of(node)
        assert list(declared) == list(node["columns"]), name
        parents = {parent.rpartition(".")[2] for parent in node["depends_on"]["nodes"]}
        for source in {source for sources in declared.values() for source in sources}:
            table, column = source.split(".")
            assert table in parents and column in nodes[table]["columns"], source


@pytest.mark.parametrize("name", SETTINGS)
def test_a_column_changes_with_the_columns_that_it_names_and_with_no_other(
    spark: SparkSession, nodes: Mapping[str, Any], name: str
) -> None:
    node = nodes[name]
    inputs = {
        parent: spark.table(f"{nodes[parent]['schema']}.{nodes[parent]['alias']}").cache()
        for parent in (unique_id.rpartition(".")[2] for unique_id in node["depends_on"]["nodes"])
    }
    changed_by: dict[str, set[str]] = {column: set() for column in node["columns"]}

    for settings in SETTINGS[name]:
        before = run(spark, node, settings, inputs)
        for parent, rows in inputs.items():
            for field in rows.schema:
                if field.name in CONDITIONS:
                    continue
                other = {**inputs, parent: rows.withColumn(field.name, changed(field, rows))}
                after = run(spark, node, settings, other)
                for column in changed_by:
                    if after[column] != before[column]:
                        changed_by[column].add(f"{parent}.{field.name}")

    expected = {
        column: {source for source in sources if source.split(".")[1] not in CONDITIONS}
        for column, sources in sources_of(node).items()
    }
    assert changed_by == expected


def sources_of(node: Mapping[str, Any]) -> Mapping[str, list[str]]:
    sources: Mapping[str, list[str]] = node["config"]["meta"]["column_sources"]
    return sources


def run(
    spark: SparkSession,
    node: Mapping[str, Any],
    settings: Mapping[str, Any],
    inputs: Mapping[str, DataFrame],
) -> Values:
    """The values of each column that the model's file returns, in whatever order."""
    spec = spec_from_file_location(node["name"], REPOSITORY / node["original_file_path"])
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    meta = {**node["config"]["meta"], **settings}
    dbt = SimpleNamespace(ref=inputs.__getitem__, config=SimpleNamespace(meta_get=meta.get))

    rows = module.model(dbt, spark).collect()

    return {column: Counter(row[column] for row in rows) for column in node["columns"]}


def changed(field: StructField, rows: DataFrame) -> Column:
    """Other values of the same type: by a different amount per row, so that ranks change too."""
    column = F.col(field.name)
    if isinstance(field.dataType, StringType):
        return F.concat(column, F.lit("x"))
    if isinstance(field.dataType, BooleanType):
        return ~column
    if isinstance(field.dataType, DateType):
        return F.date_add(column, 1)
    if isinstance(field.dataType, TimestampType):
        return column + F.make_dt_interval(F.lit(1))
    # far enough to be noticed by sums and by groups; cut points have to keep their order
    by_row = F.pmod(F.xxhash64(*rows.columns), F.lit(89)) + 1
    other = 2 * column + 3 if field.name == "lowest_value" else by_row * column + by_row

    return other.cast(field.dataType)
