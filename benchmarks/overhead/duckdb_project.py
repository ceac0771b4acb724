"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The promotion area as a throw-away project for DuckDB's dbt adapter: the same seeds, models and
tests, from what dbt compiled for Spark.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.duckdb_sql import scored_by_rank, to_duckdb
from benchmarks.warehouse import AREA, DIMENSIONS, REPOSITORY, SCHEMA, Node

PROJECT = f"""
name: yardstick
version: "1.0.0"
profile: yardstick
flags: {{send_anonymous_usage_stats: false}}
vars: {{{AREA}_ods: seeds, {DIMENSIONS}_ods: seeds}}
seeds:
  yardstick:
    {AREA}: {{+schema: ods}}
    {DIMENSIONS}: {{+schema: ods}}
    reference: {{+schema: reference}}
models:
  yardstick:
    staging: {{+schema: staging, +materialized: view}}
    dwd: {{+schema: dwd, +materialized: table}}
    dws: {{+schema: dws, +materialized: table}}
    ads: {{+schema: ads, +materialized: table}}
# the sample has planted defects, which some tests name without stopping the build
data_tests: {{yardstick: {{+severity: warn}}}}
"""
PROFILE = """
yardstick:
  target: local
  outputs:
    local: {type: duckdb, path: '%s', schema: %s, threads: 4, settings: {threads: 2}}
"""
RFM = "dws_customer_service_promo_consumer_rfm"
METRICS = f"{SCHEMA}_dws.dws_customer_service_promo_consumer_metrics"
# holds the Python model's scores against the macro's, whose query is nothing but Spark's own forms
SCORES_TWICE = "assert_rfm_python_equals_sql"


def write_project(folder: Path, nodes: Sequence[Node]) -> None:
    """A folder in which `dbt build` does on DuckDB what the nodes' run did on Spark."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tests").mkdir(parents=True)
    (folder / "dbt_project.yml").write_text(PROJECT, "utf-8")
    (folder / "profiles.yml").write_text(PROFILE % (folder / "yardstick.duckdb", SCHEMA), "utf-8")
    for seeds in (AREA, DIMENSIONS, "reference"):
        shutil.copytree(REPOSITORY / "seeds" / seeds, folder / "seeds" / seeds)
        for properties in (folder / "seeds" / seeds).glob("*.yml"):
            # descriptions live in doc blocks, which this project has not
            text = re.sub(r"'\{\{ doc\(.*?\) \}\}'", "''", properties.read_text("utf-8"))
            properties.write_text(text, "utf-8")
    tables = {node.relation: node.name for node in nodes if node.relation and not node.is_test}
    for node in nodes:
        if node.is_model:
            path = folder / "models" / node.layer / f"{node.name}.sql"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_with_refs(_model(node), tables), "utf-8")
        elif node.is_test:
            test = _with_refs(_test(node), tables)
            (folder / "tests" / f"{node.file_name}.sql").write_text(test, "utf-8")


def _model(node: Node) -> str:
    if node.name == RFM:
        return scored_by_rank(METRICS)

    return to_duckdb(node.code)


def _test(node: Node) -> str:
    if node.name.startswith(SCORES_TWICE):
        rows = [
            f"select consumer_id, rfm_code, user_level from {scored}"
            for scored in (f"({scored_by_rank(METRICS)})", f"{SCHEMA}_dws.{RFM}")
        ]
        return " except all ".join(rows)

    query = to_duckdb(node.code)
    if node.unique_id.startswith("unit_test."):
        # dbt compares its rows in Python; here they are computed and counted
        return f"select count(*) from ({query}) having count(*) < 0"

    return query


def _with_refs(query: str, tables: dict[str, str]) -> str:
    """The table names of the Spark run as dbt's references."""
    return re.sub(
        rf"\b{SCHEMA}_[a-z_]+\.[a-z0-9_]+\b",
        lambda found: f"{{{{ ref('{tables.get(found[0], found[0].partition('.')[2])}') }}}}",
        query,
    )
