"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which sessions are watched for missing executors, and that embedded Spark pays nothing for it.
"""

from __future__ import annotations

import threading

import pytest
from dbt.adapters.spark.connections import SparkConnectionMethod, SparkCredentials
from dbt.adapters.spark.session import Connection, SessionConnectionWrapper
from pyspark.sql import SparkSession

from dbt_spark_local.executor_watch import _patience, may_lack_executors, watch_of_session
from dbt_spark_local.watched_connection import watched_handle


@pytest.mark.parametrize(
    ("master", "watched"),
    [
        ("local", False),
        ("local[*]", False),
        ("local[2,4]", False),
        # several processes on one machine, so executors that can die
        ("local-cluster[2,1,1024]", True),
        ("spark://host:7077", True),
        ("yarn", True),
        ("k8s://https://host:6443", True),
    ],
)
def test_only_masters_with_executors_are_watched(master: str, watched: bool) -> None:
    assert may_lack_executors({"spark.master": master}) == watched


def test_a_master_from_spark_defaults_may_be_a_cluster() -> None:
    assert may_lack_executors({})


def test_spark_connect_is_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not may_lack_executors({"spark.remote": "sc://host:15002"})

    monkeypatch.setenv("SPARK_REMOTE", "sc://host:15002")
    assert not may_lack_executors({})


@pytest.mark.parametrize("setting", ["a minute", "-1", "inf", "nan"])
def test_a_patience_that_is_no_number_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match=f"no_executor_seconds is '{setting}': give a number"):
        _patience(setting)


def test_embedded_spark_keeps_its_connection_and_starts_no_thread(spark: SparkSession) -> None:
    handle = SessionConnectionWrapper(Connection())
    credentials = SparkCredentials(
        host="localhost", schema="any", method=SparkConnectionMethod.SESSION
    )
    before = threading.active_count()

    assert watch_of_session(spark) is None
    assert watched_handle(handle, credentials) is handle
    assert threading.active_count() == before
