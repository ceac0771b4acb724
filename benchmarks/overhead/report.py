"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The overhead as Markdown tables: the ratio, and where the time goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.page import machine, table

FIGURES = ("cpu", "wall")
DEAREST = 10

Marks = Sequence[Mapping[str, Any]]


def tables(rounds: Sequence[Mapping[str, Any]], marks: Marks) -> str:
    """Of every figure the least of the rounds; then one build's steps and dearest nodes."""
    parts = [machine(("pyspark", "dbt-core", "dbt-spark", "duckdb")), _ratio(rounds)]
    used = _nodes(marks)
    parts += [_steps(marks, used), _dearest(used)]

    return "\n\n".join(parts)


def _ratio(rounds: Sequence[Mapping[str, Any]]) -> str:
    least = {
        side: {figure: min(one[side][figure] for one in rounds) for figure in (*FIGURES, "peak")}
        for side in ("ours", "duckdb", "bare")
    }
    names = {
        "ours": "build and docs on embedded Spark",
        "duckdb": "the same on DuckDB's adapter",
        "bare": "Spark's bare start",
    }
    rows = [
        [
            name,
            *[f"{least[side][figure]:,.1f}" for figure in FIGURES],
            f"{least[side]['peak']:,.0f}",
        ]
        for side, name in names.items()
    ]
    shares = [
        least["ours"][figure] / (least["duckdb"][figure] + least["bare"][figure])
        for figure in FIGURES
    ]
    rows.append(["ours ÷ (DuckDB + Spark's start)", *[f"{share:.1f} ×" for share in shares], ""])

    return table(["", "CPU s", "wall s", "peak MB"], rows)


def _nodes(marks: Marks) -> dict[str, dict[str, float]]:
    """What each node took, from its start to its end."""
    started = {mark["node"]: mark for mark in marks if mark["name"] == "NodeStart"}

    return {
        mark["node"]: {key: mark[key] - started[mark["node"]][key] for key in FIGURES}
        for mark in marks
        if mark["name"] == "NodeFinished" and mark["node"] in started
    }


def _steps(marks: Marks, used: Mapping[str, Mapping[str, float]]) -> str:
    names = [mark["name"] for mark in marks]
    before = [
        ("Python and dbt's imports", 0, names.index("command")),
        ("parse", names.index("command"), names.index("FoundStats")),
        (
            "JVM, session, metastore, schemas, relations, release",
            names.index("FoundStats"),
            names.index("NodeStart"),
        ),
    ]
    last = max(number for number, name in enumerate(names) if name == "NodeFinished")
    over = names.index("command_over")
    after = [("publish, close", last, over), ("docs generate", over, len(marks) - 1)]
    rows = [_step(name, marks, first, end) for name, first, end in before]
    kinds: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for node, usage in used.items():
        kinds[_kind(node)].append(usage)
    for kind, usages in kinds.items():
        totals = [sum(one[figure] for one in usages) for figure in FIGURES]
        rows.append(
            [
                f"{kind} ({len(usages)})",
                *[f"{total:.1f}" for total in totals],
                f"{totals[0] / len(usages):.2f}",
            ]
        )
    rows += [_step(name, marks, first, end) for name, first, end in after]

    return table(["one build, one node at a time", "CPU s", "wall s", "CPU s each"], rows)


def _kind(node: str) -> str:
    kind, _, name = node.split(".")[:3]
    if kind == "model":
        return {"stg": "staging views", "dwd": "DWD tables", "dws": "DWS tables"}.get(
            name[:3], "ADS tables"
        )

    return {"seed": "seeds", "test": "data tests", "unit_test": "unit tests"}.get(kind, kind)


def _step(name: str, marks: Marks, first: int, end: int) -> list[str]:
    return [name, *[f"{marks[end][key] - marks[first][key]:.1f}" for key in FIGURES], ""]


def _dearest(used: Mapping[str, Mapping[str, float]]) -> str:
    dearest = sorted(used, key=lambda node: -used[node]["cpu"])[:DEAREST]

    return table(
        ["the dearest nodes", "CPU s", "wall s"],
        [
            [f"`{'.'.join(node.split('.')[2:])}`", *[f"{used[node][key]:.1f}" for key in FIGURES]]
            for node in dearest
        ],
    )
