"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A warehouse for each test, and the rows that the embedded build of the same sample has.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from build_this_way import Rows
from pyspark.sql import SparkSession
from services import clean_environment
from site_settings import write_site
from workspace import Outcome, Workspace, ads_rows


@pytest.fixture
def warehouse(tmp_path: Path) -> Workspace:
    """A workspace of its own, since the processes of a test share it with nobody."""
    return Workspace.create(tmp_path)


@pytest.fixture
def site(warehouse: Workspace) -> Mapping[str, str]:
    """The environment of all processes of one site."""
    return clean_environment(SPARK_CONF_DIR=str(write_site(warehouse)))


@pytest.fixture(scope="session")
def embedded_rows(spark: SparkSession, sample: Outcome) -> Rows:
    """Every ADS table of the sample, as embedded Spark builds it."""
    assert sample.success, sample

    return ads_rows(spark, "sample")
