"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The same inputs give the same ADS rows, whatever computes them.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from workspace import ADS_TABLES, REPOSITORY, Outcome, Workspace, ads_rows, copy_project

MODELS = ("--resource-type", "seed", "--resource-type", "model")


def shuffle_seeds(project: Path) -> None:
    """Put the records of every ODS seed into another order, the header first."""
    import csv

    for path in sorted((project / "seeds/customer_service_promo").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *records = csv.reader(file)
        random.Random(path.name).shuffle(records)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *records])


def test_rows_do_not_depend_on_threads_partitions_order_ansi_or_scoring_engine(
    workspace: Workspace, spark: SparkSession, sample: Outcome, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "project")
    shuffle_seeds(project)
    ansi = spark.conf.get("spark.sql.ansi.enabled")
    partitions = spark.conf.get("spark.sql.shuffle.partitions")
    spark.conf.set("spark.sql.ansi.enabled", "false" if ansi == "true" else "true")
    try:
        other = workspace.dbt(
            *("build", *MODELS, "--threads", "1"),
            schema="other",
            project=project,
            settings={"rfm_engine": "sql"},
            environment={"SPARK_SHUFFLE_PARTITIONS": "7"},
        )
    finally:
        spark.conf.set("spark.sql.ansi.enabled", ansi)
        spark.conf.set("spark.sql.shuffle.partitions", partitions)

    assert other.success, other
    assert ads_rows(spark, "other") == ads_rows(spark, "sample")


def test_rows_do_not_depend_on_the_spark_version(
    workspace: Workspace, spark: SparkSession, sample: Outcome, tmp_path: Path
) -> None:
    python = os.environ.get("SPARK35_PYTHON")
    if not python:
        pytest.skip(
            "no environment with Spark 3.5: `make test` sets one up and names it in SPARK35_PYTHON"
        )
    elsewhere = Workspace.create(tmp_path / "spark35")
    report = tmp_path / "rows.json"
    subprocess.run(
        [
            python,
            str(Path(__file__).with_name("build_elsewhere.py")),
            str(elsewhere.folder),
            str(report),
        ],
        cwd=REPOSITORY,
        check=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    built = json.loads(report.read_text("utf-8"))

    assert built["spark"].startswith("3.5.")
    assert built["rows"] == ads_rows(spark, "sample", ADS_TABLES)
