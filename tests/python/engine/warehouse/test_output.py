"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a person sees: dbt's own lines and no Spark warnings, unless they are asked for.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession
from workspace import Workspace

from dbt_spark_local import SparkLocalPlugin

# the JVM announces a module that Spark switches on; no setting silences it (make does)
ANNOUNCEMENT = "WARNING: Using incubator modules: jdk.incubator.vector"


@pytest.mark.parametrize("level", ["", "warn"], ids=["quiet by default", "verbose"])
def test_spark_warnings_are_silent_unless_asked_for(tmp_path: Path, level: str) -> None:
    workspace = Workspace.create(tmp_path)
    # what is asked here is the profile's affair, so that dbt need not parse all models
    project = tmp_path / "project"
    project.mkdir()
    (project / "dbt_project.yml").write_text("{name: empty, profile: customer_value}", "utf-8")
    system_folder = tmp_path / "system"
    system_folder.mkdir()
    environment = {
        **os.environ,
        **({"SPARK_LOG_LEVEL": level} if level else {}),
        "SPARK_DRIVER_JAVA_OPTIONS": f"-XX:TieredStopAtLevel=1 -Djava.io.tmpdir={system_folder}",
    }

    shown = subprocess.run(
        [
            *(sys.executable, "-m", "customer_value.dbt"),
            "--quiet show --inline 'select 1 as one' --output json"
            f" --project-dir '{project}' --profiles-dir '{workspace.profiles}'"
            f" --target-path '{tmp_path}/target' --log-path '{tmp_path}/logs'",
        ],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
        env=environment,
        cwd=tmp_path,
    )

    said = shown.stderr.replace(ANNOUNCEMENT, "").strip()
    assert ("WARN" in said) if level else (said == "")
    assert "WARN" in (tmp_path / ".spark/logs/spark.log").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".spark",
        "logs",
        "profiles",
        "project",
        "system",
        "target",
    ]
    assert list(system_folder.glob("*_resources")) == []


def test_a_failed_query_is_reported_once(
    spark: SparkSession, capfd: pytest.CaptureFixture[str]
) -> None:
    # as dbt starts it
    SparkLocalPlugin("customer_value").initialize()

    with pytest.raises(AnalysisException, match="UNRESOLVED_COLUMN"):
        spark.sql("select no_such_column from values (1) as one (a)")

    assert "no_such_column" not in capfd.readouterr().err
