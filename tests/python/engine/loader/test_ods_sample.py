"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample, loaded: the tables hold what the manifest says.
"""

import csv
import json
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from workspace import REPOSITORY

from customer_value.commands.load import main

SEEDS = REPOSITORY / "seeds"
SEND = "ods_customer_service_promo_send"


def rows_of(spark: SparkSession, schema: str, table: str) -> list[tuple[str | None, ...]]:
    rows = [tuple(row) for row in spark.table(f"{schema}.{table}").collect()]
    return sorted(rows, key=str)


def rows_in(file: Path) -> list[tuple[str | None, ...]]:
    with file.open(encoding="utf-8", newline="") as lines:
        _, *rows = csv.reader(lines)
    return sorted((tuple(cell or None for cell in row) for row in rows), key=str)


def test_generated_sample_equals_the_committed_files(spark: SparkSession, project: Path) -> None:
    options = ["--project-dir", str(project), "--schema", "ods_sample", "--workers", "1"]
    assert main(["sample", *options]) == 0
    for manifest in SEEDS.glob("*/manifest.json"):
        for table, counts in json.loads(manifest.read_text(encoding="utf-8"))["tables"].items():
            rows = rows_of(spark, "ods_sample", table)
            assert len(rows) == counts["rows"]
            assert rows == rows_in(manifest.parent / f"{table}.csv")
    assert not (project / ".spark" / "loading").exists()


def test_senseless_sample_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "--sends", "1", "--project-dir", str(project)]) == 2
    assert capsys.readouterr().err.startswith("error: --sends is 1")
