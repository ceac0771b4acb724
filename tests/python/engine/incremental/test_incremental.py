"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Incremental = full refresh, row for row, after nights with every kind of late, changed and removed
row, and after damage; and a night writes only what it must.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dbt.adapters.cache import RelationsCache
from incremental_nights import DIMENSIONS, FACTS, STAGED, SUMMARIES, TABLES, Nights
from incremental_story import FIRST_NIGHT, first_night, prepared_world, undo_some_of_it
from incremental_world import COLUMNS, ERASURES, SENDS, USES, World, add_day, day, time
from pyspark.sql import SparkSession
from torture import LONG, only_in_torture
from workspace import Workspace, copy_project

SEND, USE, REJECT = FACTS


@pytest.fixture(scope="module")
def world() -> World:
    """Before the first night: quiet days, and the rows that later nights will touch."""
    return prepared_world()


@pytest.fixture(scope="module")
def nights(workspace: Workspace, spark: SparkSession, world: World) -> Iterator[Nights]:
    """The first build; the tests below are the nights after it, in order."""
    nights = Nights(workspace, spark, "nights")
    world.write(spark, "nights_ods")
    nights.run(day(FIRST_NIGHT), models=("+" + table for table in TABLES))
    yield nights


def days(**reasons: tuple[int, ...]) -> dict[str, str]:
    """Reason by day, written the other way round."""
    return {str(day(n)): reason for reason, numbers in reasons.items() for n in numbers}


def assert_summaries_follow(reasons: dict[str, dict[str, str]], as_of: date) -> None:
    """The summaries rewrite the days that a fact rewrote, up to the as-of date."""
    facts = {d for d in reasons[SEND].keys() | reasons[USE].keys() if d <= str(as_of)}
    for table in SUMMARIES:
        assert reasons[table].keys() == facts, table


def test_first_night_of_late_changed_moved_and_removed_rows(nights: Nights, world: World) -> None:
    first_night(world)

    reasons = nights.night(world, day(21))

    assert reasons[SEND] == days(
        rows=(2, 3, 5, 6, 8, 13, 15, 18, -8),
        same_key=(7,),
        shop=(9,),
        removed=(-10,),
        reload=(19, 20),
        missing=(21,),
    )
    assert reasons[USE] == days(
        rows=(3, 12, 17, 18, 21),
        same_key=(1, 8),
        together=(2, 13),
        send=(4, 10, 14, 16),
        limit=(11,),
        removed=(-9,),
        reload=(19, 20),
        missing=(22,),
    )
    assert_summaries_follow(reasons, day(21))


def test_a_night_opens_only_the_files_that_it_needs(nights: Nights, world: World) -> None:
    world.send("one_more", time(21, "20:00:00"))
    world.use("of_one_more", "one_more", time(21, "21:00:00"))
    world.write(nights.spark, f"{nights.schema}_ods")

    # the rejected use of the 20th belongs to the send q010, and so do others
    with world.spoilt_without(day(18), "q010") as files:
        assert {file.parent.name for file in files} == {SENDS, USES}
        nights.run(day(21))

    assert nights.reasons()[SEND] == days(rows=(21,), reload=(19, 20))
    assert nights.differences(day(21)) == {}


def test_night_after_a_killed_run_with_damage_and_a_backfill(
    nights: Nights, world: World, spark: SparkSession
) -> None:
    undo_some_of_it(world)
    # killed after the first fact: it has the new sends, uses and summaries have not
    world.write(spark, f"{nights.schema}_ods")
    nights.run(day(22), models=(*STAGED, *DIMENSIONS, SEND))
    assert nights.reasons()[SEND] == days(
        rows=(8, 13), same_key=(7,), shop=(9,), missing=(-8, 22), reload=(20, 21)
    )
    # killed inside the commit: the old partition gone and no new one, in the metastore or not
    spark.sql(f"alter table {nights.name(SEND)} drop partition (dt = '{day(6)}')")
    for table in (USE, SUMMARIES[0]):
        shutil.rmtree(nights.folder(table) / f"dt={day(6)}")
    # and a partition with rows of two runs
    stale = next((nights.folder(SUMMARIES[1]) / f"dt={day(4)}").glob("*.parquet"))
    shutil.copy(stale, nights.folder(SUMMARIES[1]) / f"dt={day(5)}" / f"stale-{stale.name}")
    for table in TABLES:
        spark.sql(f"refresh table {nights.name(table)}")

    reasons = nights.night(world, day(22), backfill_from=str(day(3)), backfill_to=str(day(4)))

    both = days(backfill=(3, 4), reload=(20, 21, 22))
    assert reasons[SEND] == both | days(missing=(6,))
    assert reasons[USE] == days(
        rows=(3, 5, 22),
        same_key=(1, 8),
        together=(2,),
        send=(10, 14),
        limit=(11,),
        missing=(6, 23),
        backfill=(4,),
        reload=(20, 21),
    )
    changed = days(sends=(7, 8, 9, 13), uses=(1, 2, 3, 5, 10, 11, 14), missing=(-8, 22))
    by_shop, by_activity, by_agent = (reasons[table] for table in SUMMARIES[:3])
    assert by_agent == both | changed
    assert by_shop == by_agent | days(missing=(6,))
    assert by_activity == by_agent | days(mixed=(5,))


@only_in_torture("a night and a full build of it")
def test_past_date_after_an_upgrade_and_a_real_full_refresh(
    nights: Nights, world: World, spark: SparkSession
) -> None:
    # a table from before there were fingerprints
    older = nights.name(SUMMARIES[0])
    spark.sql(f"drop table {older}")
    spark.sql(
        f"create table {older} using parquet as select 's1' as shop_id, date '{day(1)}' as dt"
    )
    # so many rows to rewrite that they are not looked up by key; and views, whose files Spark
    # does not tell
    spark.sql("create schema night_views")
    for raw in COLUMNS:
        spark.sql(f"create view night_views.{raw} as select * from {nights.schema}_ods.{raw}")
    upgraded = {
        "ods_schema": "night_views",
        "ods_max_time": "2100-01-01 00:00:00",
        "reload_days": 0,
        "incremental_lookup_rows": 0,
    }
    nights.tables = TABLES

    reasons = nights.night(world, day(10), **upgraded)

    arrived = reasons[STAGED[0]]
    assert arrived.pop("1900-01-01") == "missing"
    assert set(arrived.values()) == {"removed"}
    # the rules of staging are in the hash of each row
    assert set(reasons[SEND].values()) == set(reasons[USE].values()) == {"rows"}
    assert set(reasons[SUMMARIES[0]].values()) == {"missing"}
    after = days(removed=tuple(range(11, 23)))
    assert after.items() <= reasons[SUMMARIES[1]].items()
    assert set(reasons[SUMMARIES[1]].values()) == {"sends", "removed"}

    nights.run(day(10), models=("+" + table for table in TABLES), schema="fresh", **upgraded)
    different = [
        table
        for table in TABLES
        if nights.rows(nights.name(table)) != nights.rows(nights.name(table, "fresh"))
    ]
    assert different == []


def test_tables_built_one_by_one_in_any_order_end_right(nights: Nights, world: World) -> None:
    add_day(world, 23, random.Random(23))
    world.change(SENDS, {"send_id": "used"}, consumer_id="c3", send_time=time(5))
    world.change(USES, {"use_id": "shared_1"}, pay_time=time(14))
    world.write(nights.spark, f"{nights.schema}_ods")
    built = (*STAGED, *TABLES)

    # each alone (a fact and a summary of it where time is short), children before their parents:
    # by what its parents are at that time
    for table in reversed(built if LONG else (SEND, SUMMARIES[0])):
        nights.run(day(23), models=[table])
        assert nights.differences(day(23), tables=[table]) == {}, table
    for models in [[table] for table in built] if LONG else [built]:
        nights.run(day(23), models=models)

    assert nights.differences(day(23), tables=built) == {}


@only_in_torture("a night and a full build of it")
def test_other_code_builds_in_full_what_it_decides(nights: Nights, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    macro = project / "macros/customer_service_promo/promo_daily.sql"
    macro.write_text(macro.read_text("utf-8").replace("1 as send_count", "2 as send_count"))
    upgraded = replace(nights, project=project, tables=SUMMARIES)

    upgraded.run(day(23))

    reasons = upgraded.reasons()
    assert {reason for table in SUMMARIES for reason in reasons[table].values()} == {"rules"}
    assert set(reasons[SEND].values()) == {"reload"}
    assert upgraded.differences(day(23)) == {}
    nights.run(day(23))


def test_a_night_without_news_writes_only_the_last_days(nights: Nights) -> None:
    nights.run(day(23), reload_days=0)

    # what no fingerprint covers is written every night
    assert {table: reasons for table, reasons in nights.reasons().items() if reasons} == {
        REJECT: {"1900-01-01": "reload"}
    }


def test_an_erasure_rewrites_the_days_of_its_customer_and_no_other(
    nights: Nights, world: World, spark: SparkSession
) -> None:
    staged, erased = nights.name(STAGED[0]), "consumer_id = 'c7'"
    touched = {
        str(row[0])
        for row in spark.sql(f"select raw_day from {staged} where {erased} group by 1").collect()
    }
    sends = f"select send_id from {staged} where {erased} and reject_reason is null"
    used = spark.sql(f"select raw_day from {nights.name(STAGED[1])} where send_id in ({sends})")
    world.add(ERASURES, customer_id="c7", request_time=time(23))

    reasons = nights.night(world, day(23), reload_days=0)

    assert touched and reasons[SEND] == dict.fromkeys(touched, "erasure")
    assert reasons[USE].keys() == {str(row[0]) for row in used.collect()}
    assert set(reasons[USE].values()) == {"send"}
    assert reasons[REJECT].keys() - {"1900-01-01"} == touched
    for table in TABLES:
        rows = spark.table(nights.name(table)).selectExpr("to_json(struct(*)) as text")
        assert rows.where("text like '%\"c7\"%'").isEmpty(), table


@only_in_torture("a night and a full build of it")
def test_a_helper_that_the_cache_wrongly_remembers_is_made_anew(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when another model lists the helpers' schema at the moment in which one is dropped."""
    drop = RelationsCache.drop

    def drop_others(cache: RelationsCache, relation: Any) -> None:
        if not relation.identifier.endswith("__repeated_keys"):
            drop(cache, relation)

    monkeypatch.setattr(RelationsCache, "drop", drop_others)

    nights.run(day(23), "--full-refresh")

    assert nights.differences(day(23)) == {}
