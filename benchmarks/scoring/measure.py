"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Runs every way of scoring several times in turn, and compares what each wrote with the definition.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring.compare import customers_that_differ, write_reference
from benchmarks.scoring.customers import write_customers

REPOSITORY = Path(__file__).resolve().parents[2]

WAYS = (
    ("Spark", "floor"),
    ("Spark", "calculate_rfm"),
    ("Spark", "percentile_disc"),
    ("Spark", "rank"),
    ("Spark", "ntile"),
    ("Spark", "percentile_approx"),
    ("Spark", "approxQuantile"),
    ("DuckDB", "value counts"),
    ("DuckDB", "rank"),
    ("polars", "sorted"),
    ("polars", "rank"),
)


@dataclass
class Way:
    """A way of scoring, its process, and what its counted runs took."""

    engine: str
    form: str
    output: Path
    process: subprocess.Popen[str]
    runs: list[dict[str, float]]

    def run(self) -> dict[str, float]:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write("run\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.engine} {self.form} ended; what it said is above.")

        return dict(json.loads(answer))

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def measure(
    count: int, rounds: int, folder: Path, ways: Sequence[tuple[str, str]]
) -> list[dict[str, Any]]:
    """engine, form, wall and cpu (seconds, one of each per round), peak (megabytes) and differ
    (customers) of each way, over that many customers.

    Each way has a process of its own, whose first run is not counted; then the ways take turns.
    """
    customers, reference = folder / f"customers_{count}.parquet", folder / f"ranked_{count}.parquet"
    if not customers.exists():
        write_customers(count, customers)
    write_reference(customers, reference)

    running: list[Way] = []
    try:
        for number, (engine, form) in enumerate(ways):
            running.append(_start(engine, form, customers, folder / f"scored_{count}_{number}"))
            # one after the other, so that no engine starts while another one does
            running[-1].run()
            _say(f"{count:,} customers: {engine} {form} is warm")
        for turn in range(rounds):
            for way in running:
                way.runs.append(way.run())
            _say(f"{count:,} customers: round {turn + 1} of {rounds}")
        return [_result(way, reference) for way in running]
    finally:
        for way in running:
            way.end()


def _start(engine: str, form: str, customers: Path, output: Path) -> Way:
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "benchmarks.scoring.worker"),
            *(engine, form, str(customers), str(output)),
        ],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    return Way(engine, form, output, process, [])


def _result(way: Way, reference: Path) -> dict[str, Any]:
    return {
        "engine": way.engine,
        "form": way.form,
        "wall": [run["wall"] for run in way.runs],
        "cpu": [run["cpu"] for run in way.runs],
        "peak": max(run["peak"] for run in way.runs),
        "differ": customers_that_differ(reference, way.output),
    }


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
