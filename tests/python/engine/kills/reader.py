"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A person who opens the published tables: prints their content hashes and releases as one JSON line.
Run as a script: reader.py FOLDER_OF_THE_WORKSPACE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from pyspark.sql import functions as F
from two_tables import TABLES
from victim import SCHEMA
from workspace import REPOSITORY, Workspace

from customer_value.warehouse.session import open_session


def main(folder: Path) -> None:
    """Read all published tables once."""
    spark = open_session(REPOSITORY, Workspace(folder).profiles, "local")
    hashes = {}
    for table in TABLES:
        rows = spark.table(f"{SCHEMA}_ads.{table}").drop("etl_load_time")
        hashes[table] = str(
            rows.select(F.xxhash64(*rows.columns).cast("decimal(38,0)").alias("row_hash"))
            .agg(F.sum("row_hash"), F.count("*"))
            .collect()[0]
        )
    manifest = spark.table(f"{SCHEMA}_ads.release_manifest")
    releases = sorted({row.release_schema for row in manifest.collect()})
    print(json.dumps({"hashes": hashes, "releases": releases}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
