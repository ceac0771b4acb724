"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Run several dbt commands in one process (one JVM) and report what each of them left behind.

Usage: python run_steps.py STEPS.json REPORT.json, in the folder of the project. STEPS maps a name
to the arguments of a dbt command, in order; REPORT maps it to exit code, node results, tables and
temporary views. At last the runner of `make build` runs one model.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from dbt.cli.main import cli

from customer_value.commands.run_dbt import run_commands


def run_step(arguments: list[str]) -> dict[str, Any]:
    try:
        cli(arguments)
        exit_code = 0
    except SystemExit as end:
        exit_code = int(end.code or 0)
    results = json.loads(Path("target/run_results.json").read_text(encoding="utf-8"))["results"]
    nodes = {
        node["unique_id"].rsplit(".", 1)[-1]: [node["status"], node["message"]] for node in results
    }
    left = {"tables": tables(nodes), "temporary": temporary_views()}
    return {"exit_code": exit_code, "nodes": nodes, **left}


def tables(built: Collection[str]) -> dict[str, dict[str, Any]]:
    """All tables that there are; columns and rows of those that were built."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    stored = [table.name for table in spark.catalog.listTables("tiny") if not table.isTemporary]
    return {name: {} for name in stored} | {
        name: {
            "columns": spark.table(f"tiny.{name}").columns,
            "partitioned_by": [
                column.name
                for column in spark.catalog.listColumns(f"tiny.{name}")
                if column.isPartition
            ],
            "rows": sorted(
                [str(value) for value in row] for row in spark.table(f"tiny.{name}").collect()
            ),
        }
        for name in stored
        if name in built
    }


def temporary_views() -> list[str]:
    """What is left in the session."""
    from pyspark.sql import SparkSession

    views = SparkSession.builder.getOrCreate().sql("show views in global_temp").collect()
    return sorted(view.viewName for view in views)


def pandas_on_spark_trouble() -> str:
    try:
        import pyspark.pandas  # noqa: F401
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def main() -> None:
    steps = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    report: dict[str, Any] = {name: run_step(arguments) for name, arguments in steps.items()}
    exit_code = run_commands(["run --select with_a_view"])
    report["runner"] = {"exit_code": exit_code, "temporary": temporary_views()}
    report["pandas_on_spark_trouble"] = pandas_on_spark_trouble()
    Path(sys.argv[2]).write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
