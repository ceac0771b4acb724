"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What one size of the mart takes: built whole, tested, by DuckDB, and by the night.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.measured import Usage, say
from benchmarks.promo_mart.ods_files import AS_OF_DATE, DAY_BEFORE, write_ods
from benchmarks.warehouse import Warehouse, area_models

SUMMARIES = ("staging", "dwd", "dws")
WHOLE = (*SUMMARIES, "ads")
PARTS = ("mart", "tested", "night")
REFRESH = ("--full-refresh",)
# The profile's defaults are for small builds; from so many sends on, what docs/performance.md
# advises for large ones.
LARGE = 1_000_000
FOR_LARGE = {
    # ten times the JVM's own thresholds: a build is full of loops that are compiled and soon over
    "SPARK_DRIVER_JAVA_OPTIONS": "-XX:+UseParallelGC -XX:ReservedCodeCacheSize=512m"
    " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
    " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000",
    "SPARK_DRIVER_MEMORY": "8g",
    "SPARK_SHUFFLE_PARTITIONS": "8",
    "SPARK_HASH_JOIN_THRESHOLD": "128m",
}

Result = dict[str, Any]


def measure_size(sends: int, folder: Path, parts: Sequence[str], keep: bool) -> Iterator[Result]:
    """The figures of one part after the other: wall and cpu (seconds) and peak (megabytes); of the
    whole build also each node's wall seconds, and each table's rows and those that DuckDB's differ.
    """
    ods = folder / f"ods_{sends}"
    if not ods.exists():
        say(f"{sends:,} sends: writing the raw tables")
        writing = folder / f"ods_{sends}.writing"
        shutil.rmtree(writing, ignore_errors=True)
        write_ods(sends, writing)
        writing.rename(ods)
    yield {"raw_megabytes": sum(file.stat().st_size for file in _files(ods)) / 1e6}
    built = _Build(sends, folder / f"warehouse_{sends}", ods)
    for part in parts:
        yield getattr(built, part)()
        if not keep:
            shutil.rmtree(built.folder)


class _Build:
    """One size: its raw tables, DuckDB's tables, and the warehouse that is being measured."""

    def __init__(self, sends: int, folder: Path, ods: Path) -> None:
        self.folder = folder
        self._sends = sends
        self._ods = ods
        self._duckdb = folder.with_name(f"duckdb_{sends}")

    def mart(self) -> Result:
        """The whole area by `dbt run`, the same by DuckDB, and the rows of both compared."""
        warehouse = self._warehouse(self._ods)
        spark = self._run(warehouse, "mart", ("run", *REFRESH), WHOLE, AS_OF_DATE)
        shutil.rmtree(self._duckdb, ignore_errors=True)
        places = [str(self.folder), "mart", str(self._ods), str(self._duckdb)]
        duckdb = warehouse.python("duckdb", ["-m", "benchmarks.promo_mart.duckdb_mart", *places])
        say(f"{self._sends:,} sends: DuckDB took {duckdb.wall:.0f} s, {duckdb.cpu:.0f} CPU s")

        return {
            "spark": asdict(spark),
            "duckdb": asdict(duckdb),
            "rows": self._compared(warehouse, "mart"),
            "nodes": {node.name: node.seconds for node in warehouse.nodes("mart")},
        }

    def tested(self) -> Result:
        """The whole area by `dbt build`: with its tests."""
        warehouse = self._warehouse(self._ods)
        usage = self._run(warehouse, "tested", ("build", *REFRESH), WHOLE, AS_OF_DATE)

        return {"tested": asdict(usage)}

    def night(self) -> Result:
        """A warehouse as of the day before; then that day's rows arrive, and the night's run."""
        result: Result = {}
        ods = self.folder.with_name(f"{self.folder.name}_ods")
        for name, layers in (("night_summaries", SUMMARIES), ("night", WHOLE)):
            shutil.rmtree(ods, ignore_errors=True)
            _link(self._ods, ods, without=AS_OF_DATE)
            warehouse = self._warehouse(ods)
            full = self._run(warehouse, f"{name}_full", ("run", *REFRESH), layers, DAY_BEFORE)
            _link(self._ods, ods)
            night = self._run(warehouse, name, ("run",), layers, AS_OF_DATE)
            result[name] = {"full": asdict(full), "night": asdict(night)}
        if self._duckdb.exists():
            result["night_rows"] = self._compared(warehouse, "night")

        return result

    def _warehouse(self, ods: Path) -> Warehouse:
        say(f"{self._sends:,} sends: a new warehouse")
        large = FOR_LARGE if self._sends >= LARGE else None
        warehouse = Warehouse.create(self.folder, large)
        seeds = ("seed", "--select", "path:seeds/reference")
        register = [str(warehouse.folder / "profiles"), str(ods)]
        register.append(warehouse.command("seed", seeds, _settings(AS_OF_DATE)))
        warehouse.python("register", ["-m", "benchmarks.promo_mart.register", *register])

        return warehouse

    def _run(
        self,
        warehouse: Warehouse,
        name: str,
        command: Sequence[str],
        layers: Sequence[str],
        as_of_date: str,
    ) -> Usage:
        selected = ("--select", *area_models(*layers))
        usage = warehouse.run(name, [*command, *selected], _settings(as_of_date))
        say(f"{self._sends:,} sends: {name} took {usage.wall:.0f} s, {usage.cpu:.0f} CPU s")

        return usage

    def _compared(self, warehouse: Warehouse, run: str) -> Any:
        answer = self._duckdb / f"{run}.json"
        places = [str(self.folder), run, str(self._duckdb), str(answer)]
        warehouse.python("compare", ["-m", "benchmarks.promo_mart.compare", *places])
        rows = json.loads(answer.read_text("utf-8"))
        differ = {table: counts[1] for table, counts in rows.items() if counts[1]}
        say(f"{self._sends:,} sends: {len(rows)} tables compared, {differ or 'all rows equal'}")

        return rows


def _settings(as_of_date: str) -> Mapping[str, str]:
    return {
        "customer_service_promo_ods": "source",
        "shared_ods": "source",
        "online_retail_ods": "seeds",
        "as_of_date": as_of_date,
    }


def _files(ods: Path) -> list[Path]:
    return sorted(ods.glob("*/*.parquet"))


def _link(ods: Path, folder: Path, without: str | None = None) -> None:
    """The same files once more, in a folder of their own; all but those of one name."""
    for file in _files(ods):
        linked = folder / file.parent.name / file.name
        linked.parent.mkdir(parents=True, exist_ok=True)
        if file.stem != without and not linked.exists():
            os.link(file, linked)
