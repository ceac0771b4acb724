"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The warehouses that the indexes are counted again in: the committed sample's, and another world's
by make torture.
"""

from __future__ import annotations

import pytest
from kept import SAMPLE
from other_world import SCHEMA, OtherWorld, build_other_world
from pyspark.sql import SparkSession
from torture import only_in_torture
from workspace import Outcome, Workspace


@pytest.fixture(scope="session")
def other_world(workspace: Workspace, spark: SparkSession) -> OtherWorld:
    """Another world, built once in a process: schemas `other_…`."""
    return build_other_world(workspace, spark)


OTHER = pytest.param(SCHEMA, marks=only_in_torture("another world is built"))


@pytest.fixture(scope="module", params=[SAMPLE, OTHER])
def profile_schema(request: pytest.FixtureRequest, sample: Outcome) -> str:
    """The schema of each of the two warehouses."""
    if request.param == SCHEMA:
        request.getfixturevalue("other_world")
    return str(request.param)
