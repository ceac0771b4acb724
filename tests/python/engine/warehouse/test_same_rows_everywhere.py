"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The same inputs give the same rows of ADS and of the customer profile's indexes, whatever computes
them.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from second_build import LEFT_OUT, SCHEMA, SecondBuild
from torture import only_in_torture
from workspace import (
    ADS_TABLES,
    INDEX_TABLES,
    REPOSITORY,
    Outcome,
    Workspace,
    ads_rows,
    differing,
    index_rows,
)

# without those that are not built a second time
BY_SQL = sorted(
    set(ADS_TABLES)
    - {
        path.stem
        for pattern in LEFT_OUT
        for path in REPOSITORY.glob(f"{pattern.removeprefix('path:')}/**/*.sql")
    }
)
WALKERS = "dws_customer_profile_journey_walker"


def test_rows_do_not_depend_on_threads_partitions_order_ansi_or_scoring_engine(
    spark: SparkSession, second_build: SecondBuild
) -> None:
    assert second_build.ansi == "true"
    ours = ads_rows(spark, "sample", BY_SQL, second_build.kept)
    # the ids of the public file name nobody, and are not hashed
    ours |= ads_rows(spark, "sample", [name for name in BY_SQL if "online_retail" in name])

    assert differing(ads_rows(spark, SCHEMA, BY_SQL), ours) == {}


@only_in_torture("the customer profile a second time")
def test_indexes_do_not_depend_on_them(spark: SparkSession, second_build: SecondBuild) -> None:
    ours = index_rows(spark, "sample", second_build.kept)
    theirs = index_rows(spark, SCHEMA)
    # which customers stand for a path goes by their ids, and those are hashed in the other build
    assert len(ours.pop(WALKERS)) == len(theirs.pop(WALKERS))

    assert differing(theirs, ours) == {}
    assert len(ours) == len(INDEX_TABLES) - 1 > 15
    assert all(ours[table] for table in ours if not table.endswith(("_restatement", "_due")))


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
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    built = json.loads(report.read_text("utf-8"))

    assert built["spark"].startswith("3.5.")
    assert differing(built["rows"], ads_rows(spark, "sample", ADS_TABLES)) == {}
    assert differing(built["indexes"], index_rows(spark, "sample")) == {}
