"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample, loaded: the tables hold what the manifest says.
"""

import json
import shutil
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


def test_generated_sample_equals_the_committed_files(
    spark: SparkSession, project: Path, tmp_path: Path
) -> None:
    areas = [SEEDS / area for area in ("customer_service_promo", "shared")]
    for file in (file for area in areas for file in area.glob("*.csv")):
        shutil.copy(file, tmp_path)
    options = ["--project-dir", str(project), "--schema"]
    assert main(["sample", *options, "ods_sample", "--workers", "1"]) == 0
    assert main(["directory", str(tmp_path), *options, "ods_seeds"]) == 0
    for area in areas:
        manifest = json.loads((area / "manifest.json").read_text(encoding="utf-8"))
        for table, counts in manifest["tables"].items():
            assert len(rows_of(spark, "ods_sample", table)) == counts["rows"]
            assert rows_of(spark, "ods_sample", table) == rows_of(spark, "ods_seeds", table)
    assert not (project / ".spark" / "loading").exists()


def test_senseless_sample_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "--sends", "1", "--project-dir", str(project)]) == 2
    assert capsys.readouterr().err.startswith("error: --sends is 1")
