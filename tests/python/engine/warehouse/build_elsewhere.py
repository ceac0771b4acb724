"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds the sample with the Spark of the Python that runs this, and writes its version, its ADS rows
and the indexes of the customer profile: build_elsewhere.py FOLDER REPORT.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession
from workspace import Workspace, ads_rows, index_rows


def main(folder: Path, report: Path) -> None:
    """Build into an existing workspace folder and write the report."""
    outcome = Workspace(folder).dbt(
        "build", "--resource-type", "seed", "--resource-type", "model", schema="elsewhere"
    )
    assert outcome.success, outcome
    spark = SparkSession.builder.getOrCreate()
    found = {
        "spark": spark.version,
        "rows": ads_rows(spark, "elsewhere"),
        "indexes": index_rows(spark, "elsewhere"),
    }
    report.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
