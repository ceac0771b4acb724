"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What embedded Spark costs on the small sample, beside DuckDB's dbt adapter:
`python -m benchmarks.overhead`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.measured import measure, say
from benchmarks.overhead.duckdb_project import write_project
from benchmarks.overhead.report import tables
from benchmarks.page import around, write_between
from benchmarks.warehouse import REPOSITORY, Warehouse, area_models

# the adapter that fits the pinned dbt-core
ADAPTER = "dbt-duckdb==1.11.1"
PAGE_PART = "overhead"
SETTINGS: Mapping[str, Any] = {}


def main() -> None:
    """Each round: our build and docs, the same on DuckDB, Spark's start; then one build, one node
    at a time, to see where the time goes."""
    options = _options()
    if options.page:
        around(options.page, PAGE_PART)
    with tempfile.TemporaryDirectory(prefix="overhead_") as scratch:
        folder = (options.folder or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        dbt = _environment(folder / "duckdb_environment")
        rounds = [_round(number, folder, dbt) for number in range(1, options.rounds + 1)]
        marks = _marks(folder)
        stored = {"rounds": rounds, "marks": marks}
        (folder / "overhead.json").write_text(json.dumps(stored), "utf-8")

    if options.page:
        write_between(options.page, PAGE_PART, tables(rounds, marks))
    else:
        print(tables(rounds, marks))


def _round(number: int, folder: Path, dbt: Path) -> dict[str, Any]:
    warehouse = Warehouse.create(folder / "spark")
    ours = warehouse.python(
        "build",
        [
            *("-m", "customer_value.dbt"),
            warehouse.command("build", ("build", *_SELECTED), SETTINGS),
            warehouse.command("build", _DOCS, SETTINGS),
        ],
    )
    project = folder / "duckdb_project"
    write_project(project, warehouse.nodes("build"))
    here = [*("--project-dir", str(project)), *("--profiles-dir", str(project))]
    theirs = [
        measure([str(dbt), *command, *here], folder / f"duckdb_{command[0]}.txt", _QUIET)
        for command in (("build",), _DOCS)
    ]
    profiles = str(folder / "spark" / "profiles")
    bare = warehouse.python("bare", ["-m", "benchmarks.overhead.bare_start", profiles])
    say(
        f"round {number}: ours {ours.cpu:.1f} CPU s, DuckDB {theirs[0].cpu + theirs[1].cpu:.1f},"
        f" Spark's start {bare.cpu:.1f}"
    )

    return {
        "ours": asdict(ours),
        "duckdb": {
            "wall": sum(one.wall for one in theirs),
            "cpu": sum(one.cpu for one in theirs),
            "peak": max(one.peak for one in theirs),
        },
        "bare": asdict(bare),
    }


def _marks(folder: Path) -> list[dict[str, Any]]:
    """The steps of one more build with one thread, so that what is used belongs to one node."""
    warehouse = Warehouse.create(folder / "by_node")
    file = folder / "marks.json"
    build = warehouse.command("build", ("build", "--threads", "1", *_SELECTED), SETTINGS)
    docs = warehouse.command("build", _DOCS, SETTINGS)
    warehouse.python("by_node", ["-m", "benchmarks.by_node", str(file), build, docs])

    return list(json.loads(file.read_text("utf-8")))


def _environment(folder: Path) -> Path:
    """The dbt of an environment with DuckDB's adapter; made where it is not there yet."""
    dbt = folder / "bin" / "dbt"
    if not dbt.exists():
        say(f"setting up {ADAPTER}")
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        constraints = ("--constraint", str(REPOSITORY / "constraints.txt"))
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-qq"]
        subprocess.run([*pip, "--disable-pip-version-check", *constraints, ADAPTER], check=True)

    return dbt


_SELECTED = ("--select", *[f"+{path}" for path in area_models("dwd", "dws", "ads")])
# as `make build` calls it
_DOCS = ("docs", "generate", "--static", "--no-compile", "--quiet")
_QUIET = {"DO_NOT_TRACK": "1"}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overhead")
    parser.add_argument("--rounds", type=int, default=3, help="counted runs of each side")
    parser.add_argument("--folder", type=Path, help="keeps DuckDB's environment and all output")
    parser.add_argument("--page", type=Path, help="write the tables between the marks of this page")

    return parser.parse_args()


if __name__ == "__main__":
    main()
