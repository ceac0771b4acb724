"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A mart's figures as Markdown tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.mart.area import Area
from benchmarks.page import machine, table

DEAREST = 10

Results = Mapping[int, Mapping[str, Any]]


def tables(area: Area, results: Results) -> str:
    """The whole mart beside DuckDB, how the cost grows, the night's share, the dearest nodes."""
    parts = [machine(("pyspark", "dbt-core", "dbt-spark", "duckdb"))]
    marts = {size: result for size, result in sorted(results.items()) if "spark" in result}
    nights = {size: result for size, result in sorted(results.items()) if "night" in result}
    if marts:
        parts += [_marts(area, marts), _differences(area, marts)]
    if nights:
        parts.append(_nights(area, nights))
    if marts:
        parts.append(_nodes(marts))

    return "\n\n".join(parts)


def _marts(area: Area, results: Results) -> str:
    header = [
        area.unit,
        "raw MB",
        "dbt run, CPU s (wall)",
        "× the data, × the CPU",
        "DuckDB, CPU s (wall)",
        "dbt run ÷ DuckDB, CPU",
        "peak MB, Spark / DuckDB",
        "dbt build with tests, CPU s (wall)",
    ]
    rows = []
    before: tuple[int, float] | None = None
    for size, result in results.items():
        spark, duckdb = result["spark"], result["duckdb"]
        growth = f"{size / before[0]:.0f}, {spark['cpu'] / before[1]:.1f}" if before else "–"
        rows.append(
            [
                f"{size:,}",
                f"{result['raw_megabytes']:,.0f}",
                _seconds(spark),
                growth,
                _seconds(duckdb),
                f"{spark['cpu'] / duckdb['cpu']:.1f}",
                f"{spark['peak']:,.0f} / {duckdb['peak']:,.0f}",
                _seconds(result["tested"]) if "tested" in result else "–",
            ]
        )
        before = size, spark["cpu"]

    return table(header, rows)


def _differences(area: Area, results: Results) -> str:
    """One sentence per size: what was compared, and every table that differs; then what was not."""
    lines = []
    nights = any("night_rows" in result for result in results.values())
    for size, result in results.items():
        compared = {"dbt run": result["rows"]}
        if "night_rows" in result:
            compared["after the night"] = result["night_rows"]
        for name, rows in compared.items():
            differ = [f"{key} {count[1]:,}" for key, count in rows.items() if count[1]]
            total = sum(count[0] for count in rows.values())
            lines.append(
                f"- {area.sized(size)}, {name}: {len(rows)} tables, {total:,} rows;"
                f" rows that differ: {', '.join(differ) or '0'}"
            )
    parts = {name: reason for name, (_, reason) in area.columns_compared_as.items()}
    lines += _named("not compared", area.not_compared)
    lines += _named("not compared", area.columns_not_compared)
    lines += _named("compared in part", parts)
    lines += _named("not compared after the night", area.after_night) if nights else []

    return "\n".join(lines)


def _named(what: str, reasons: Mapping[str, str]) -> list[str]:
    """A line for each reason, with everything that it is the reason for."""
    named: dict[str, list[str]] = {}
    for name, reason in reasons.items():
        named.setdefault(reason, []).append(f"`{name}`")

    return [f"- {what}: {', '.join(names)}: {reason}" for reason, names in named.items()]


def _nights(area: Area, results: Results) -> str:
    header = [
        area.unit,
        "",
        "full build as of the day before, CPU s (wall)",
        "the night, CPU s (wall)",
        "night ÷ full, CPU",
        "night ÷ full, wall",
    ]
    rows = []
    for size, result in results.items():
        for key, name in (("night_summaries", "facts and summaries"), ("night", "whole area")):
            if key not in result:
                continue
            full, night = result[key]["full"], result[key]["night"]
            shares = [f"{100 * night[figure] / full[figure]:.0f} %" for figure in ("cpu", "wall")]
            rows.append([f"{size:,}", name, _seconds(full), _seconds(night), *shares])

    return table(header, rows)


def _nodes(results: Results) -> str:
    """Of the largest size, beside what the same nodes took at the others."""
    sizes = sorted(results, reverse=True)
    nodes = results[sizes[0]]["nodes"]
    dearest = sorted(nodes, key=lambda name: -nodes[name])[:DEAREST]
    header = ["the dearest nodes, wall s (four at a time)", *[f"{size:,}" for size in sizes]]

    return table(
        header,
        [
            [f"`{name}`", *[f"{results[size]['nodes'].get(name, 0):.1f}" for size in sizes]]
            for name in dearest
        ],
    )


def _seconds(usage: Mapping[str, float]) -> str:
    return f"{usage['cpu']:,.1f} ({usage['wall']:,.1f})"
