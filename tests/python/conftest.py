"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One workspace, one Spark session and one copy of the built sample for all tests of a process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from kept import SAMPLE, copy_of_sample, outcome_of_sample
from pyspark.sql import SparkSession
from second_build import SecondBuild, build_a_second_time
from site_fixtures import browser, empty_site, library, site
from workspace import CONSUMER_SALT, FEW_ROWS, REPOSITORY, Outcome, Workspace

from customer_value.warehouse.session import open_session, session_settings

__all__ = ["browser", "empty_site", "library", "site"]

SECOND_BUILD = "second_build"
# builds that tests of several files share, by a fixture that such a test asks for
SHARED_BUILDS = {
    SECOND_BUILD: SECOND_BUILD,
    "other_world": "other_world",
    "profile_schema": "other_world",
    "journey_ods": "journey_ods",
}
# folders of tests that build again and again
DEAREST = (
    *("kills", "incremental", "privacy", "staging", "warehouse", "week", "publish", "site"),
    *("customer_profile", "customer_service_promo", "online_retail"),
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """With several processes (pytest -n), a file stays in one of them, and so do all tests of the
    sample that is built a second time, of the other world and of The Complete Journey, because each
    process would build or load them again. Here, because pytest-xdist reads the marks before any
    other hook.
    """
    shared = (group for fixture, group in SHARED_BUILDS.items() if uses(fixture, item))
    group = next(shared, item.path.stem)
    item.add_marker(pytest.mark.xdist_group(group))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest first, so that no process is left alone with it. One process begins with
    the sample, and the others with files whose warehouses are their own and need not wait for it.
    """
    waiting = {item.path for item in items if uses("workspace", item) or uses(SAMPLE, item)}

    def place(item: pytest.Item) -> tuple[bool, bool, bool]:
        dear = item.path.parent.name in DEAREST
        return (not uses(SECOND_BUILD, item), item.path in waiting or not dear, not dear)

    items.sort(key=place)


def uses(fixture: str, item: pytest.Item) -> bool:
    """Whether a test asks for a fixture, itself or through others."""
    return fixture in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def workspace(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Workspace:
    """The folder that Spark and dbt write into in this process, with the built sample where one of
    the run's tests reads it: once Spark is running, no other warehouse can be put there.
    """
    folder = tmp_path_factory.mktemp("workspace")
    if any(uses(SAMPLE, item) for item in request.session.items):
        return copy_of_sample(folder)
    return Workspace.create(folder)


@pytest.fixture(scope="session")
def spark(workspace: Workspace) -> Iterator[SparkSession]:
    """The session that dbt will find and use, with the profile's own settings."""
    before = os.getcwd()
    os.environ["DBT_ENV_SECRET_CONSUMER_SALT"] = CONSUMER_SALT
    with pytest.MonkeyPatch.context() as patch:
        for name, value in FEW_ROWS.items():
            patch.setenv(name, value)
        session = open_session(REPOSITORY, workspace.profiles)
    os.chdir(before)
    yield session
    session.stop()


@pytest.fixture(scope="module")
def many_rows(spark: SparkSession) -> Iterator[None]:
    """The session as it is set for more than a few thousand rows, for the tests of a module."""
    few, many = (
        session_settings(REPOSITORY, REPOSITORY / "profiles", target)
        for target in ("few_rows", "local")
    )
    changed = {key: value for key, value in few.items() if value != many.get(key)}
    before = {key: spark.conf.get(key) for key in changed if spark.conf.isModifiable(key)}
    for key in before:
        if key in many:
            spark.conf.set(key, many[key])
        else:
            spark.conf.unset(key)
    yield
    for key, value in before.items():
        spark.conf.set(key, value)


@pytest.fixture(scope="session")
def sample(workspace: Workspace, spark: SparkSession) -> Outcome:
    """The committed sample, built and tested in full, in a copy of this process's own: schemas
    `sample_…`.
    """
    return outcome_of_sample(workspace)


@pytest.fixture(scope="session")
def second_build(workspace: Workspace, spark: SparkSession, sample: Outcome) -> SecondBuild:
    """The sample built once more in another way: schemas `second_…`."""
    assert sample.success, sample
    return build_a_second_time(workspace, spark)
