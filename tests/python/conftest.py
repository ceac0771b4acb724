"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One workspace, one Spark session and one built sample warehouse for all tests of a run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession
from second_build import SecondBuild, build_a_second_time
from site_fixtures import browser, empty_site, library, site
from workspace import CONSUMER_SALT, REPOSITORY, Outcome, Workspace

from customer_value.warehouse.session import open_session

__all__ = ["browser", "empty_site", "library", "site"]

SAMPLE = "sample"
# folders of tests that build again and again
DEAREST = ("kills", "incremental", "warehouse", "customer_service_promo", "online_retail")


def pytest_itemcollected(item: pytest.Item) -> None:
    """With several processes (pytest -n), all tests of the built sample go to one of them, because
    it is built once per process; the rest goes file by file. Here, because pytest-xdist reads the
    marks before any other hook.
    """
    group = SAMPLE if needs_sample(item) else item.path.stem
    item.add_marker(pytest.mark.xdist_group(group))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest first, so that no process is left alone with it: the tests of the built
    sample, then whole files that build much."""
    items.sort(key=lambda item: (not needs_sample(item), item.path.parent.name not in DEAREST))


def needs_sample(item: pytest.Item) -> bool:
    """Whether a test reads the built sample."""
    return SAMPLE in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The folder that this run's Spark and dbt write into."""
    return Workspace.create(tmp_path_factory.mktemp("workspace"))


@pytest.fixture(scope="session")
def spark(workspace: Workspace) -> Iterator[SparkSession]:
    """The session that dbt will find and use, with the profile's own settings."""
    before = os.getcwd()
    os.environ["DBT_ENV_SECRET_CONSUMER_SALT"] = CONSUMER_SALT
    session = open_session(REPOSITORY, workspace.profiles, "local")
    os.chdir(before)
    yield session
    session.stop()


@pytest.fixture(scope="session")
def sample(workspace: Workspace, spark: SparkSession) -> Outcome:
    """The committed sample, built and tested in full: schemas `sample_…`."""
    return workspace.dbt("build", schema=SAMPLE)


@pytest.fixture(scope="session")
def second_build(workspace: Workspace, spark: SparkSession, sample: Outcome) -> SecondBuild:
    """The sample built once more in another way: schemas `second_…`."""
    assert sample.success, sample
    return build_a_second_time(workspace, spark)
