"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The results as Markdown tables.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.page import machine, table

PACKAGES = ("pyspark", "duckdb", "polars")

Results = Mapping[int, Sequence[Mapping[str, Any]]]


def tables(results: Results) -> str:
    """How the cost grows with the customers, then one table per number of customers."""
    sizes = sorted(results)
    parts = [machine(PACKAGES), _growth(results, sizes)]
    parts += [f"### {size:,}\n\n{_table(results[size])}" for size in sizes]

    return "\n\n".join(parts)


def _growth(results: Results, sizes: Sequence[int]) -> str:
    floors = {size: _floor(results[size]) for size in sizes}
    ways = list(
        dict.fromkeys((row["engine"], row["form"]) for size in sizes for row in results[size])
    )
    rows = []
    for engine, form in ways:
        found = [(_row(results[size], engine, form), floors[size]) for size in sizes]
        ratios = [_ratios(row, floor) if row else "–" for row, floor in found]
        rows.append([f"{engine} {form}", *ratios])

    return table(["wall / CPU, × the floor", *[f"{size:,}" for size in sizes]], rows)


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    floor = _floor(rows)
    header = ["", "wall s, least (median)", "CPU s, least (median)", "wall / CPU, × the floor"]
    cells = [
        [
            f"{row['engine']} {row['form']}",
            _seconds(row["wall"]),
            _seconds(row["cpu"]),
            _ratios(row, floor),
            f"{row['peak']:,.0f}",
            f"{row['differ']:,}",
        ]
        for row in rows
    ]

    return table([*header, "peak MB", "customers that differ"], cells)


def _floor(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return _row(rows, "Spark", "floor")


def _row(rows: Sequence[Mapping[str, Any]], engine: str, form: str) -> Mapping[str, Any] | None:
    return next((row for row in rows if (row["engine"], row["form"]) == (engine, form)), None)


def _seconds(runs: Sequence[float]) -> str:
    return f"{min(runs):.2f} ({statistics.median(runs):.2f})"


def _ratios(row: Mapping[str, Any], floor: Mapping[str, Any] | None) -> str:
    if floor is None:
        return "–"

    return " / ".join(f"{min(row[figure]) / min(floor[figure]):.2f}" for figure in ("wall", "cpu"))
