"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the tests of the areas share: the committed seeds, the loader's small dbt project, and The
Complete Journey as it is loaded.
"""

from pathlib import Path

import pytest
from loader_fixtures import project, working_folder
from pyspark.sql import SparkSession
from real_data import load
from workspace import REPOSITORY, Workspace

__all__ = ["all_seeds", "project", "retail_seeds", "working_folder"]


@pytest.fixture(scope="session")
def all_seeds() -> Path:
    """The committed seeds, in a folder for each area."""
    return REPOSITORY / "seeds"


@pytest.fixture(scope="session")
def retail_seeds() -> Path:
    """The committed seeds of Online Retail."""
    return REPOSITORY / "seeds" / "online_retail"


@pytest.fixture(scope="session")
def journey_ods(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The schema of the raw tables of The Complete Journey, loaded once in a process."""
    schema = "journey_ods"
    load(workspace, tmp_path_factory.mktemp("journey"), "complete-journey", "--schema", schema)
    return schema
