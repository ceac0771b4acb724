"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds on a disk that is full, then from a file that is cut, then in a folder that cannot be
written. Run as a script, where it may mount: unshare --map-root-user --mount python
storage_faults.py FOLDER long|short. Prints a JSON line: by fault the error of each node, and in
the long form what people read before and after.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from pyspark.sql import SparkSession
from two_tables import TABLES, TESTED, WHOLE
from workspace import Workspace

SCHEMA = "storage"
PRODUCTS = ("ods_product", "stg_product", "dwd_product")
SHORT = ("--resource-type", "seed", "--resource-type", "model", "--select", *PRODUCTS)
LONG = (*TESTED, "--select", *WHOLE, *PRODUCTS)
# room for a build, which fills a tenth of it
DISK = "256m"
# enough to begin, not to end
LEFT_BYTES = 20_000

Report = dict[str, Any]


def build(workspace: Workspace, *arguments: str, source: bool = False) -> Report:
    """One build in this process: whether it went well, and what each node or dbt itself said."""
    outcome = workspace.dbt(
        "build",
        *arguments,
        schema=SCHEMA,
        settings={"shared_ods": "source"} if source else None,
    )
    said = {
        name: outcome.messages[name]
        for name in outcome.named("error", "fail")
        if not name.startswith("known_in")
    }

    return {"success": outcome.success, "said": said, "error": outcome.error}


def size(file: Path) -> int:
    """Bytes of a file."""
    return file.stat().st_size


def published(long: bool) -> list[str]:
    """Every published row, as text."""
    spark = SparkSession.builder.getOrCreate()
    tables = TABLES if long else ()

    return sorted(
        str(row) for name in tables for row in spark.table(f"{SCHEMA}_ads.{name}").collect()
    )


def full_disk_then_cut_file(folder: Path, long: bool) -> Report:
    """The faults that a running Spark meets."""
    workspace = Workspace(folder)
    disk = workspace.folder / ".spark"
    chosen = LONG if long else SHORT
    report: Report = {"sound": build(workspace, *chosen), "before": published(long)}

    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler.write_bytes(b"0" * (free - LEFT_BYTES))
    report["full"] = build(workspace, *chosen)
    filler.unlink()
    report["after"] = published(long)
    report["again"] = build(workspace, *chosen)

    spark = SparkSession.builder.getOrCreate()
    spark.sql("create schema ods")
    spark.sql(
        f"create table ods.ods_product using parquet as select * from {SCHEMA}_ods.ods_product"
    )
    file = max((disk / "warehouse" / "ods.db" / "ods_product").glob("*.parquet"), key=size)
    file.write_bytes(file.read_bytes()[: size(file) // 2])
    file.with_name(f".{file.name}.crc").unlink(missing_ok=True)
    report["cut"] = build(workspace, "--select", *PRODUCTS[1:], source=True)

    return report


def read_only(folder: Path, long: bool) -> Report:
    """The fault that Spark would meet when it starts."""
    return {"read_only": build(Workspace(folder), *SHORT)}


STEPS: dict[str, Callable[[Path, bool], Report]] = {
    "running": full_disk_then_cut_file,
    "starting": read_only,
}


def main(folder: Path, form: str) -> None:
    """Mount the disk, and let each step have a process of its own."""
    workspace = Workspace.create(folder / "workspace")
    disk = workspace.folder / ".spark"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)], check=True)
    report: Report = {}
    for step in STEPS:
        if step == "starting":
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        done = subprocess.run(
            [sys.executable, __file__, str(workspace.folder), form, step],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"{step}: {done.stderr}")
        report |= json.loads(done.stdout.splitlines()[-1])
        report[f"{step}_stderr"] = done.stderr
    print(json.dumps(report, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        found = STEPS[sys.argv[3]](Path(sys.argv[1]), sys.argv[2] == "long")
        print(json.dumps(found, ensure_ascii=False))
    else:
        main(Path(sys.argv[1]), sys.argv[2])
