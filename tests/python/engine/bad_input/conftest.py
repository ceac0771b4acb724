"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The project as dbt reads it, and its macros one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from called_macros import Call, macro_caller
from dbt.cli.main import dbtRunner
from dbt.contracts.graph.manifest import Manifest
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Workspace


@pytest.fixture(scope="module", autouse=True)
def canary(spark: SparkSession) -> Iterator[None]:
    """What the injections would drop; it must be there afterwards, and the same."""
    spark.sql("create schema canary")
    spark.sql("create table canary using parquet as select 'alive' as state")
    yield
    assert [row.state for row in spark.table("canary").collect()] == ["alive"]
    assert spark.catalog.databaseExists("canary")
    spark.sql("drop table canary")
    spark.sql("drop schema canary")


@pytest.fixture(scope="session")
def injected_manifest(workspace: Workspace) -> Manifest:
    """dbt's graph of the project as it stands."""
    parsed = dbtRunner().invoke(
        [
            *("--quiet", "parse", "--project-dir", str(REPOSITORY)),
            *("--profiles-dir", str(workspace.profiles)),
            *("--target-path", str(workspace.target_path("injected"))),
            *("--log-path", str(workspace.folder / "logs" / "injected")),
        ]
    )
    assert isinstance(parsed.result, Manifest), parsed.exception
    return parsed.result


@pytest.fixture
def call(workspace: Workspace, injected_manifest: Manifest) -> Iterator[Call]:
    """Calls a macro of the project."""
    with macro_caller(REPOSITORY, workspace.profiles, injected_manifest) as called:
        yield called
