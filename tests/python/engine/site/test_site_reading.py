"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reading ADS tables: what is missing is named, and times stay in the shops' zone on any machine.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import ClassVar

import pytest
from pyspark.sql import SparkSession
from workspace import Outcome

from customer_value.areas.customer_service_promo.rows import PREFIX, SendDetail
from customer_value.errors import TablesError
from customer_value.site.page_rows import AdsRow
from customer_value.site.read_rows import read_rows, session_time
from customer_value.warehouse.connection import by_session


@dataclass(frozen=True)
class Misnamed(AdsRow):
    TABLE: ClassVar[str] = PREFIX + "send_detail"
    KEYS: ClassVar[tuple[str, ...]] = ("send_id",)

    send_id: str
    sent_on_mars: str


@dataclass(frozen=True)
class AlwaysUsed(AdsRow):
    TABLE: ClassVar[str] = PREFIX + "send_detail"
    KEYS: ClassVar[tuple[str, ...]] = ("send_id",)

    send_id: str
    use_time: str


@dataclass(frozen=True)
class NotBuilt(AdsRow):
    TABLE: ClassVar[str] = "ads_nothing"
    KEYS: ClassVar[tuple[str, ...]] = ("name",)
    OPTIONAL: ClassVar[bool] = True

    name: str


def test_a_missing_column_is_named(sample: Outcome, spark: SparkSession) -> None:
    with pytest.raises(TablesError, match=r"send_detail has no column sent_on_mars: build"):
        read_rows(by_session(spark), "sample", [Misnamed], 9)


def test_an_empty_value_that_must_be_there_is_named(sample: Outcome, spark: SparkSession) -> None:
    with pytest.raises(TablesError, match=r"send_detail has no use_time in AlwaysUsed\(send_id="):
        read_rows(by_session(spark), "sample", [AlwaysUsed], 9)


def test_date_and_load_time_are_those_of_the_release(sample: Outcome, spark: SparkSession) -> None:
    build = read_rows(by_session(spark), "sample", [], 1).build
    # other tests of this process may have published some of the tables again
    loaded = spark.sql(
        "select cast(max(etl_load_time) as string) from sample_ads.release_manifest"
    ).head()
    assert (build.as_of_date, build.load_time) == ("2024-06-30", loaded[0])
    assert build.time_zone == spark.conf.get("spark.sql.session.timeZone")


def test_what_was_never_published_is_refused(spark: SparkSession) -> None:
    with pytest.raises(TablesError, match=r"nobody_ads\.release_manifest does not exist: build"):
        read_rows(by_session(spark), "nobody", [], 1)


def test_an_optional_table_may_be_missing(sample: Outcome, spark: SparkSession) -> None:
    assert read_rows(by_session(spark), "sample", [NotBuilt], 9).of(NotBuilt) == []


def test_times_are_those_of_the_shops(
    sample: Outcome, spark: SparkSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def newest() -> SendDetail:
        (row,) = read_rows(by_session(spark), "sample", [SendDetail], 1).of(SendDetail)
        return row

    here = newest()
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        there = newest()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert there == here
    assert here.send_time.startswith("2024-06-30 ")


def test_the_start_of_a_run_is_shown_in_the_zone_of_the_shops(spark: SparkSession) -> None:
    query = by_session(spark)

    assert session_time(query, "2024-06-29 19:30:00") == "2024-06-30 03:30:00"
    assert session_time(query, "") == ""
