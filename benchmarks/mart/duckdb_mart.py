"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The yardstick: DuckDB computes the tables of a dbt run from the same raw files, in a process of its
own, and writes each as one Parquet file.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import duckdb

from benchmarks.duckdb_sql import to_duckdb
from benchmarks.mart.area import Area
from benchmarks.mart.areas import AREAS
from benchmarks.warehouse import REPOSITORY, SCHEMA, Node, Warehouse


def main(area: str, warehouse: str, run: str, ods: str, output: str) -> None:
    """Every model of the run, in the run's order: views as views, tables as files."""
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config={"threads": 2}) as connection:
        # rows may be written in any order, as Spark does
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"set temp_directory = '{folder}/spilled'")
        for raw in sorted(Path(ods).iterdir()):
            _view(connection, f"ods.{raw.name}", f"from '{raw}/*.parquet'")
        for seed in sorted((REPOSITORY / "seeds" / "reference").glob("*.csv")):
            _view(connection, f"{SCHEMA}_reference.{seed.stem}", f"from '{seed}'")
        for node in Warehouse(Path(warehouse)).nodes(run):
            if node.is_model:
                started = time.perf_counter()
                _build(connection, AREAS[area], node, folder)
                print(f"{time.perf_counter() - started:8.2f} s  {node.name}", flush=True)


def _build(connection: duckdb.DuckDBPyConnection, area: Area, node: Node, folder: Path) -> None:
    query = area.by_definition.get(node.name) or to_duckdb(node.code)
    if node.is_view:
        _view(connection, node.relation, query)
    else:
        file = folder / f"{node.name}.parquet"
        connection.execute(f"copy ({query}) to '{file}' (format parquet)")
        _view(connection, node.relation, f"from '{file}'")


def _view(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    connection.execute(f"create schema if not exists {name.partition('.')[0]}")
    connection.execute(f"create view {name} as {query}")


if __name__ == "__main__":
    main(*sys.argv[1:])
