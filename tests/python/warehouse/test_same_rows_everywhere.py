"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The same inputs give the same ADS rows, whatever computes them.
"""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
from pathlib import Path

import pytest
from dbt.adapters.spark.connections import SparkCredentials
from pyspark.sql import SparkSession
from workspace import ADS_TABLES, REPOSITORY, Outcome, Workspace, ads_rows, copy_project

MODELS = ("--resource-type", "seed", "--resource-type", "model")
BY_SQL = sorted(
    set(ADS_TABLES) - {path.stem for path in REPOSITORY.glob("models/ads/**/clustering/*.sql")}
)


def shuffle_seeds(project: Path) -> None:
    """Put the records of every ODS seed into another order, the header first."""
    for path in sorted(project.glob("seeds/*/ods_*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *records = csv.reader(file)
        random.Random(path.name).shuffle(records)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *records])


def switch_ansi_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo what dbt-spark does to every connection: switch ANSI off, whatever the profile says."""
    prepare = SparkCredentials.__post_init__

    def prepare_with_ansi(credentials: SparkCredentials) -> None:
        prepare(credentials)
        credentials.server_side_parameters["spark.sql.ansi.enabled"] = "true"

    monkeypatch.setattr(SparkCredentials, "__post_init__", prepare_with_ansi)


def test_rows_do_not_depend_on_threads_partitions_order_ansi_or_scoring_engine(
    workspace: Workspace,
    spark: SparkSession,
    sample: Outcome,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = copy_project(tmp_path / "project")
    shuffle_seeds(project)
    partitions = spark.conf.get("spark.sql.shuffle.partitions")
    switch_ansi_on(monkeypatch)
    try:
        # scores by SQL; the clusters, which need Python, have such a test of their own
        other = workspace.dbt(
            *("build", *MODELS, "--threads", "1"),
            schema="other",
            project=project,
            settings={"rfm_engine": "sql"},
            environment={"SPARK_SHUFFLE_PARTITIONS": "7"},
        )
    finally:
        ansi = spark.conf.get("spark.sql.ansi.enabled")
        spark.conf.set("spark.sql.shuffle.partitions", partitions)

    assert other.success, other
    assert ansi == "true"
    assert ads_rows(spark, "other", BY_SQL) == ads_rows(spark, "sample", BY_SQL)


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
