"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What one size of the mart takes: built whole, tested, by DuckDB, and by the night.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.mart.area import Area
from benchmarks.measured import Usage, say
from benchmarks.warehouse import Warehouse

SUMMARIES = ("staging", "dwd", "dws")
WHOLE = (*SUMMARIES, "ads")
PARTS = ("mart", "tested", "night_summaries", "night")
REFRESH = ("--full-refresh",)

Result = dict[str, Any]


def measure_size(
    area: Area, size: int, folder: Path, parts: Sequence[str], keep: bool
) -> Iterator[Result]:
    """The figures of one part after the other: wall and cpu (seconds) and peak (megabytes); of the
    whole build also each node's wall seconds, and each table's rows and those that DuckDB's differ.
    """
    ods = folder / f"ods_{size}"
    if not ods.exists():
        say(f"{area.sized(size)}: writing the raw tables")
        writing = folder / f"ods_{size}.writing"
        shutil.rmtree(writing, ignore_errors=True)
        area.write_ods(size, writing)
        writing.rename(ods)
    yield {"raw_megabytes": sum(file.stat().st_size for file in _files(ods)) / 1e6}
    built = _Build(area, size, folder / f"warehouse_{size}", ods)
    for part in parts:
        yield getattr(built, part)()
        if not keep:
            shutil.rmtree(built.folder)


class _Build:
    """One size: its raw tables, DuckDB's tables, and the warehouse that is being measured."""

    def __init__(self, area: Area, size: int, folder: Path, ods: Path) -> None:
        self.folder = folder
        self._area = area
        self._size = size
        self._ods = ods
        self._duckdb = folder.with_name(f"duckdb_{size}")

    def mart(self) -> Result:
        """The whole area by `dbt run`, the same by DuckDB, and the rows of both compared."""
        warehouse = self._warehouse(self._ods)
        spark = self._run(warehouse, "mart", ("run", *REFRESH), WHOLE, self._area.as_of_date)
        shutil.rmtree(self._duckdb, ignore_errors=True)
        places = [str(self.folder), "mart", str(self._ods), str(self._duckdb)]
        command = ["-m", "benchmarks.mart.duckdb_mart", self._area.name, *places]
        duckdb = warehouse.python("duckdb", command)
        self._say(f"DuckDB took {duckdb.wall:.0f} s, {duckdb.cpu:.0f} CPU s")

        return {
            "spark": asdict(spark),
            "duckdb": asdict(duckdb),
            "rows": self._compared(warehouse, "mart"),
            "nodes": {node.name: node.seconds for node in warehouse.nodes("mart")},
        }

    def tested(self) -> Result:
        """The whole area by `dbt build`: with its tests."""
        warehouse = self._warehouse(self._ods)
        as_of_date = self._area.as_of_date
        usage = self._run(warehouse, "tested", ("build", *REFRESH), WHOLE, as_of_date)

        return {"tested": asdict(usage)}

    def night_summaries(self) -> Result:
        """The night's run of everything but ADS."""
        return {"night_summaries": self._night("night_summaries", SUMMARIES)[1]}

    def night(self) -> Result:
        """The night's run of the whole area; its rows are compared where DuckDB's are there."""
        warehouse, usage = self._night("night", WHOLE)
        result: Result = {"night": usage}
        if self._duckdb.exists():
            result["night_rows"] = self._compared(warehouse, "night")

        return result

    def _night(self, name: str, layers: Sequence[str]) -> tuple[Warehouse, Result]:
        """A warehouse as of the day before; then that day's rows arrive, and the night's run."""
        ods = self.folder.with_name(f"{self.folder.name}_ods")
        shutil.rmtree(ods, ignore_errors=True)
        _link(self._ods, ods, without=self._area.as_of_date)
        warehouse = self._warehouse(ods)
        before, as_of_date = self._area.day_before, self._area.as_of_date
        full = self._run(warehouse, f"{name}_full", ("run", *REFRESH), layers, before)
        _link(self._ods, ods)
        night = self._run(warehouse, name, ("run",), layers, as_of_date)

        return warehouse, {"full": asdict(full), "night": asdict(night)}

    def _warehouse(self, ods: Path) -> Warehouse:
        self._say("a new warehouse")
        large = self._area.for_large if self._size >= self._area.large else None
        warehouse = Warehouse.create(self.folder, large)
        settings = self._area.settings_of(self._area.as_of_date)
        seeds = ("seed", "--select", "path:seeds/reference")
        register = [str(warehouse.folder / "profiles"), str(ods)]
        register.append(warehouse.command("seed", seeds, settings))
        warehouse.python("register", ["-m", "benchmarks.mart.register", *register])

        return warehouse

    def _run(
        self,
        warehouse: Warehouse,
        name: str,
        command: Sequence[str],
        layers: Sequence[str],
        as_of_date: str,
    ) -> Usage:
        selected = ("--select", *self._area.models(*layers))
        settings = self._area.settings_of(as_of_date)
        usage = warehouse.run(name, [*command, *selected], settings)
        self._say(f"{name} took {usage.wall:.0f} s, {usage.cpu:.0f} CPU s")

        return usage

    def _compared(self, warehouse: Warehouse, run: str) -> Any:
        answer = self._duckdb / f"{run}.json"
        places = [str(self.folder), run, str(self._duckdb), str(answer)]
        command = ["-m", "benchmarks.mart.compare", self._area.name, *places]
        warehouse.python("compare", command)
        rows = json.loads(answer.read_text("utf-8"))
        differ = {table: counts[1] for table, counts in rows.items() if counts[1]}
        self._say(f"{len(rows)} tables compared, {differ or 'all rows equal'}")

        return rows

    def _say(self, what: str) -> None:
        say(f"{self._area.sized(self._size)}: {what}")


def _files(ods: Path) -> list[Path]:
    return sorted(ods.glob("*/*.parquet"))


def _link(ods: Path, folder: Path, without: str | None = None) -> None:
    """The same files once more, in a folder of their own; all but those of one name."""
    for file in _files(ods):
        linked = folder / file.parent.name / file.name
        linked.parent.mkdir(parents=True, exist_ok=True)
        if file.stem != without and not linked.exists():
            os.link(file, linked)
