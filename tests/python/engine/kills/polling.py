"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A reader with a Spark of its own that polls the published tables until a file appears: one JSON
line per read. Run as a script: polling.py WORKSPACE_FOLDER STOP_FILE REPORT_FILE
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from two_tables import TABLES
from workspace import REPOSITORY, Workspace

from customer_value.warehouse.session import open_session

SCHEMA = "polled"


def content(spark: SparkSession, table: str) -> str:
    """A table's rows as one short text that differs where the rows do."""
    rows = spark.table(table).drop("etl_load_time")
    row_hash = F.xxhash64(*rows.columns).cast("decimal(38,0)").alias("row_hash")
    found = rows.select(row_hash).agg(F.count("*"), F.sum("row_hash")).collect()[0]

    return f"{found[0]} rows {found[1]}"


def by_views(spark: SparkSession) -> dict[str, str]:
    """What somebody reads who opens one table after the other."""
    return {table: content(spark, f"{SCHEMA}_ads.{table}") for table in TABLES}


def by_manifest(spark: SparkSession) -> dict[str, str]:
    """What somebody reads who asks the manifest once and then reads that release."""
    manifest = spark.table(f"{SCHEMA}_ads.release_manifest").collect()

    return {
        row.table_name: content(spark, f"{row.release_schema}.{row.table_name}") for row in manifest
    }


def main(folder: Path, stop: Path, report: Path) -> None:
    """Poll until the stop file is there; errors are reads too."""
    spark = open_session(REPOSITORY, Workspace(folder).profiles, "local")
    with report.open("w", encoding="utf-8") as lines:
        while not stop.exists():
            for way in (by_views, by_manifest):
                begin = time.time()
                try:
                    read = {"tables": way(spark)}
                except PySparkException as problem:
                    read = {"error": str(problem).splitlines()[0]}
                line = {"way": way.__name__, "begin": begin, "end": time.time(), **read}
                print(json.dumps(line), file=lines, flush=True)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
