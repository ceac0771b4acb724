"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the parts of a sample, several at a time, and its manifest.
"""

import csv
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.sample.plan import AreaSample, SamplePlan

FORMATS = ("csv", "parquet")
_WRITING = ".writing"
_FEWEST_PARTS_WITH_PROGRESS = 4


@dataclass(frozen=True)
class PartJob:
    """What one worker process gets."""

    plan: SamplePlan
    area: AreaSample
    number: int
    file_format: str
    folder: Path


@dataclass(frozen=True)
class PartCounts:
    """What one worker process returns: rows per table, rejects per (table, reason), warnings per
    kind, rows per (table, class).
    """

    rows: Counter[str] = field(default_factory=Counter)
    rejected: Counter[tuple[str, str]] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    line_class: Counter[tuple[str, str]] = field(default_factory=Counter)


def write_sample(
    areas: Sequence[AreaSample], plan: SamplePlan, out: Path, file_format: str, workers: int
) -> list[Path]:
    """Write the sample of every area to `out/<area>/` and return those folders.

    A table is `<table>.csv`, or the folder `<table>/` of Parquet part files; `manifest.json` lies
    beside them. The files do not depend on `workers`. Files of an earlier sample are replaced only
    when all new ones are complete.
    """
    folders = []
    for area in areas:
        folder = out / area.name
        writing = folder / _WRITING
        shutil.rmtree(writing, ignore_errors=True)
        writing.mkdir(parents=True)
        counts = _written_parts(plan, area, file_format, writing, workers)
        if file_format == "csv":
            _join_csv_parts(area, writing, area.parts_of(plan))
        manifest = json.dumps(_manifest(plan, area, file_format, counts), indent=2)
        (writing / "manifest.json").write_text(manifest + "\n", encoding="utf-8")
        _publish(writing, folder)
        folders.append(folder)
    return folders


def write_part(job: PartJob) -> PartCounts:
    """Make and write one part; runs in a worker process."""
    part = job.area.make_part(job.plan, job.number)
    for name, table in part.tables.items():
        if job.file_format == "csv":
            _write_csv(table, job.folder / f"{name}.{job.number}", header=job.number == 0)
        else:
            (job.folder / name).mkdir(exist_ok=True)
            target = job.folder / name / f"part-{job.number:05d}.parquet"
            pq.write_table(table, target, compression="zstd")
    rows = Counter({name: table.num_rows for name, table in part.tables.items()})
    return PartCounts(rows, part.rejected, part.warnings, part.line_class)


def _written_parts(
    plan: SamplePlan, area: AreaSample, file_format: str, folder: Path, workers: int
) -> PartCounts:
    jobs = [PartJob(plan, area, n, file_format, folder) for n in range(area.parts_of(plan))]
    total = PartCounts()
    for done, counts in enumerate(_results(jobs, workers), start=1):
        total.rows.update(counts.rows)
        total.rejected.update(counts.rejected)
        total.warnings.update(counts.warnings)
        total.line_class.update(counts.line_class)
        if len(jobs) >= _FEWEST_PARTS_WITH_PROGRESS:
            rows = sum(total.rows.values())
            progress = f"{rows:,} rows written, part {done} of {len(jobs)}"
            print(f"{area.name}: {progress}", file=sys.stderr)
    return total


def _results(jobs: list[PartJob], workers: int) -> Iterator[PartCounts]:
    if min(workers, len(jobs)) == 1:
        yield from map(write_part, jobs)
        return
    # A forked child of a process with Arrow's threads can hang; a spawned one cannot.
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(write_part, jobs)


def _write_csv(table: pa.Table, target: Path, *, header: bool) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        if header:
            rows.writerow(table.column_names)
        rows.writerows(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _join_csv_parts(area: AreaSample, folder: Path, parts: int) -> None:
    for name in area.tables:
        pieces = [folder / f"{name}.{number}" for number in range(parts)]
        with (folder / f"{name}.csv").open("wb") as whole:
            for piece in filter(Path.exists, pieces):
                with piece.open("rb") as content:
                    shutil.copyfileobj(content, whole)
                piece.unlink()


def _manifest(
    plan: SamplePlan, area: AreaSample, file_format: str, counts: PartCounts
) -> dict[str, Any]:
    tables: dict[str, dict[str, Any]] = {}
    for name in area.tables:
        rejected = _of_table(name, counts.rejected)
        tables[name] = {
            "rows": counts.rows[name],
            "kept": counts.rows[name] - sum(rejected.values()),
            "rejected": rejected,
        }
        line_class = _of_table(name, counts.line_class)
        if line_class:
            tables[name]["line_class"] = line_class
    return {
        "arguments": {
            "sends": plan.sends,
            **({} if plan.customers is None else {"customers": plan.customers}),
            "days": plan.days,
            "as_of": str(plan.as_of),
            "seed": plan.seed,
            "format": file_format,
        },
        "tables": tables,
        "warnings": dict(sorted(counts.warnings.items())),
    }


def _of_table(name: str, counts: Counter[tuple[str, str]]) -> dict[str, int]:
    return {what: n for (table, what), n in sorted(counts.items()) if table == name}


def _publish(writing: Path, folder: Path) -> None:
    """Move each finished file or table folder into place; the manifest comes last."""
    finished = sorted(writing.iterdir(), key=lambda path: (path.name == "manifest.json", path.name))
    for source in finished:
        target = folder / source.name
        if target.is_dir():
            shutil.rmtree(target)
        source.replace(target)
    writing.rmdir()
