"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One `dbt build` by whatever way the environment chooses, and what people can read after it:
build_this_way.py FOLDER REPORT [ARGUMENTS OF DBT].
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from workspace import Workspace, sorted_texts

SCHEMA = "ways"
Rows = dict[str, list[str]]


def rows_by_session() -> Rows:
    """Every published table, through the session that dbt used."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    names = [row.viewName for row in spark.sql(f"show views in {SCHEMA}_ads").collect()]

    return {
        name: sorted_texts(row.asDict() for row in spark.table(f"{SCHEMA}_ads.{name}").collect())
        for name in names
        if name.startswith("ads_")
    }


def rows_by_thrift(port: int) -> Rows:
    """Every published table, through the Thrift server that dbt used."""
    from pyhive import hive

    cursor = hive.connect("127.0.0.1", port=port, username="reader").cursor()
    cursor.execute(f"show views in {SCHEMA}_ads")
    names = [row[1] for row in cursor.fetchall()]
    rows = {}
    for name in names:
        if name.startswith("ads_"):
            cursor.execute(f"select * from {SCHEMA}_ads.{name}")
            columns = [column[0] for column in cursor.description]
            rows[name] = sorted_texts(
                dict(zip(columns, row, strict=True)) for row in cursor.fetchall()
            )

    return rows


def main(folder: Path, report: Path, *arguments: str) -> None:
    """Build into an existing workspace folder and write the report."""
    outcome = Workspace(folder).dbt("build", *arguments, schema=SCHEMA)
    found = dataclasses.asdict(outcome)
    if outcome.success:
        thrift = os.environ.get("DBT_TARGET") == "thrift"
        port = int(os.environ.get("SPARK_THRIFT_PORT", "0"))
        found["rows"] = rows_by_thrift(port) if thrift else rows_by_session()
    report.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
