"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Publishes again and again while another process polls. Run as a script, in a network namespace:
unshare --map-root-user --net python publishing.py FOLDER PUBLICATIONS READS, at least so many of
each. Prints a JSON line with their numbers, the contents seen, and every problem as a sentence.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from metastore import raise_loopback, share_metastore, start_metastore
from polling import SCHEMA, content
from pyspark.sql import SparkSession
from two_tables import DAILY, PUBLISHED, TABLES, WHOLE
from workspace import Workspace

SEEDS = tuple(f"path:seeds/{area}" for area in ("customer_service_promo", "shared", "reference"))
Release = dict[str, Any]


def dbt(workspace: Workspace, *command: str, day: int) -> None:
    """One dbt command in this process, as on one day of June."""
    outcome = workspace.dbt(
        *command, schema=SCHEMA, environment={"AS_OF_DATE": f"2024-06-{day:02d}"}
    )
    if not outcome.success:
        raise RuntimeError(f"dbt {command} failed: {outcome}")


def publish(workspace: Workspace, day: int) -> Release:
    """One more release, with the times between which it appeared and what is in it."""
    begin = time.time()
    dbt(workspace, "build", *PUBLISHED, "--select", *DAILY, day=day)
    end = time.time()
    spark = SparkSession.builder.getOrCreate()
    tables = {table: content(spark, f"{SCHEMA}_ads.{table}") for table in TABLES}

    return {"begin": begin, "end": end, "tables": tables}


def problems_of(reads: list[dict[str, Any]], releases: list[Release]) -> list[str]:
    """What a reader must never meet: an error, a release that was over, rows of no release."""
    problems = []
    for read in reads:
        if "error" in read:
            problems.append(f"{read['way']}: {read['error']}")
            continue
        current = [
            release
            for release, following in zip(releases, [*releases[1:], None], strict=True)
            if release["begin"] <= read["end"]
            and (following is None or following["end"] >= read["begin"])
        ]
        for table, rows in read["tables"].items():
            if rows not in [release["tables"][table] for release in current]:
                problems.append(f"{read['way']}: {table} had {rows}, which was not published then")
        if read["way"] == "by_manifest" and read["tables"] not in [
            release["tables"] for release in current
        ]:
            problems.append("by_manifest: tables of different releases")

    return problems


def reads_in(report: Path) -> list[dict[str, Any]]:
    """What the reader has met so far; the line that it is writing is not one yet."""
    text, _, _ = report.read_text("utf-8").rpartition("\n")

    return [json.loads(line) for line in text.splitlines()]


def tables_in(reads: list[dict[str, Any]]) -> int:
    """How many tables were read; an error is one read too."""
    return sum(len(read.get("tables", [0])) for read in reads)


def main(folder: Path, publications: int, reads_wanted: int) -> None:
    """Publish under the eyes of a reader, until both numbers are reached."""
    raise_loopback()
    workspace = Workspace.create(folder / "workspace")
    service = start_metastore(folder)
    share_metastore(workspace)
    stop, report = folder / "stop", folder / "reads.jsonl"
    try:
        dbt(workspace, "seed", "--select", *SEEDS, day=1)
        dbt(workspace, "run", "--select", *WHOLE, day=1)
        releases = [publish(workspace, 1)]
        poller = Path(__file__).with_name("polling.py")
        reader = subprocess.Popen(
            [sys.executable, str(poller), str(workspace.folder), str(stop), str(report)]
        )
        try:
            while not report.exists() or not reads_in(report):
                time.sleep(0.2)
            for number in itertools.count():
                if number >= publications and tables_in(reads_in(report)) >= reads_wanted:
                    break
                releases.append(publish(workspace, 2 + number % 29))
        finally:
            stop.touch()
            reader.wait(timeout=300)
    finally:
        service.kill()
        service.wait()

    reads = reads_in(report)
    found = {
        "publications": len(releases) - 1,
        "reads": tables_in(reads),
        "contents": len({rows for read in reads for rows in read.get("tables", {}).values()}),
        "problems": problems_of(reads, releases),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
