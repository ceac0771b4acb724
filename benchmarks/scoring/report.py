"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The results as Markdown tables.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.page import machine

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
    lines = [
        "| wall / CPU, × the floor | " + " | ".join(f"{size:,}" for size in sizes) + " |",
        "|---|" + "---:|" * len(sizes),
    ]
    for engine, form in ways:
        cells = []
        for size in sizes:
            row = _row(results[size], engine, form)
            cells.append(_ratios(row, floors[size]) if row else "–")
        lines.append(f"| {engine} {form} | " + " | ".join(cells) + " |")

    return "\n".join(lines)


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    floor = _floor(rows)
    lines = [
        "| | wall s, least (median) | CPU s, least (median) | wall / CPU, × the floor | peak MB "
        "| customers that differ |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        cells = [
            f"{row['engine']} {row['form']}",
            _seconds(row["wall"]),
            _seconds(row["cpu"]),
            _ratios(row, floor),
            f"{row['peak']:,.0f}",
            f"{row['differ']:,}",
        ]
        lines.append(f"| {' | '.join(cells)} |")

    return "\n".join(lines)


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
