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

from customer_value.warehouse.connection import by_session
from customer_value.site.read_rows import read_tables
from customer_value.areas.customer_service_promo.rows import PREFIX, SendDetail
from customer_value.site.page_rows import AdsRow
from customer_value.warehouse.row_reader import TablesError


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
        read_tables(by_session(spark), "sample", [Misnamed])


def test_an_empty_value_that_must_be_there_is_named(sample: Outcome, spark: SparkSession) -> None:
    with pytest.raises(TablesError, match=r"send_detail has no use_time in AlwaysUsed\(send_id="):
        read_tables(by_session(spark), "sample", [AlwaysUsed])


def test_an_optional_table_may_be_missing(sample: Outcome, spark: SparkSession) -> None:
    assert read_tables(by_session(spark), "sample", [NotBuilt]).of(NotBuilt) == []


def test_times_are_those_of_the_shops(
    sample: Outcome, spark: SparkSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def newest() -> SendDetail:
        query, limits = by_session(spark), {SendDetail: 1}
        return read_tables(query, "sample", [SendDetail], limits).of(SendDetail)[0]

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
