"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Whether Spark's tables hold the rows that DuckDB's do, each as often.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb

from benchmarks.duckdb_functions import HOURS_AHEAD
from benchmarks.mart.area import Area
from benchmarks.mart.areas import AREAS
from benchmarks.warehouse import Warehouse

# Spark writes instants, DuckDB the shops' wall clock; in microseconds
WALL_CLOCK = HOURS_AHEAD * 3_600 * 1_000_000


def main(name: str, warehouse: str, run: str, output: str, answer: str) -> None:
    """Write the number of rows and of rows that differ, by table, into the file `answer`."""
    area, built = AREAS[name], Warehouse(Path(warehouse))
    left_out = {**area.not_compared, **(area.after_night if run == "night" else {})}
    counts = {}
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"set temp_directory = '{output}/spilled'")
        for node in built.nodes(run):
            if not node.is_model or node.is_view or node.name in left_out:
                continue
            ours = f"read_parquet('{built.files(node.name)}', hive_partitioning = true)"
            theirs = f"'{output}/{node.name}.parquet'"
            # after a night a table may keep past dates too
            today = f"as_of_date = date '{area.as_of_date}'" if run == "night" else "true"
            counts[node.name] = _compare(connection, area, ours, theirs, today)
            print(node.name, *counts[node.name], flush=True)
    Path(answer).write_text(json.dumps(counts), "utf-8")


def _compare(
    connection: duckdb.DuckDBPyConnection, area: Area, ours: str, theirs: str, dates: str
) -> tuple[int, int]:
    """Rows of ours, and rows that one side has more often than the other (EXCEPT ALL both ways)."""
    types = _columns(connection, ours)
    left_out = set(area.columns_not_compared)
    if set(types) - left_out != set(_columns(connection, theirs)) - left_out:
        raise ValueError(f"{theirs} has other columns than {ours}.")
    columns = {name: kind for name, kind in types.items() if name not in left_out}
    where = f"where {dates}" if "as_of_date" in columns else ""
    mine = ", ".join(_compared(area, name, kind, WALL_CLOCK) for name, kind in columns.items())
    other = ", ".join(_compared(area, name, kind, 0) for name, kind in columns.items())
    row = connection.execute(f"""
        select coalesce(sum(ours), 0), coalesce(sum(abs(ours - theirs)), 0)
        from (
            select sum(ours) as ours, sum(theirs) as theirs
            from (
                select 1 as ours, 0 as theirs, {mine} from {ours} {where}
                union all
                select 0, 1, {other} from {theirs} {where}
            )
            group by {", ".join(columns)}
        )
    """).fetchone()
    assert row is not None

    return int(row[0]), int(row[1])


def _compared(area: Area, name: str, kind: str, ahead: int) -> str:
    """What is compared of a column of a type; of a time, the microseconds."""
    if kind.startswith("TIMESTAMP"):
        return f"epoch_us({name}) + {ahead} as {name}"
    value = f"{name}::{kind}"
    whole, _ = area.columns_compared_as.get(name, ("{}", ""))

    return f"{whole.format(value)} as {name}"


def _columns(connection: duckdb.DuckDBPyConnection, rows: str) -> dict[str, str]:
    described = f"select column_name, column_type from (describe from {rows})"

    return dict(connection.execute(described).fetchall())


if __name__ == "__main__":
    main(*sys.argv[1:])
