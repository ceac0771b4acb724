"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every rule of the incremental logic is needed: without it, the night of every kind of event leaves
rows that a full build would not. Run by `make torture`: each takes two builds or three.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from incremental_nights import DIMENSIONS, FACTS, PROMO, STAGED, Nights
from incremental_story import (
    FIRST_NIGHT,
    first_night,
    lose_the_last_row_without_a_day,
    prepared_world,
)
from incremental_world import World, day
from pyspark.sql import SparkSession
from torture import only_in_torture
from workspace import Workspace, copy_project

SEND, USE, REJECT = FACTS
ENGINE = "macros/engine/by_day"
MODELS = f"models/dwd/{PROMO}"


@dataclass(frozen=True)
class Mutant:
    """A rule taken out of one file, the table that must differ without it, and what one more night
    has to bring for that.
    """

    name: str
    file: str
    old: str
    new: str
    differs: str
    more: Callable[[World], None] | None = None


MUTANTS = (
    Mutant(
        "other versions of a key do not count",
        f"{ENGINE}/inputs/by_day_staged_rows.sql",
        "'same_key': 'raw.versions'",
        "'same_key': '0'",
        SEND,
    ),
    Mutant(
        "rows that decide together do not count",
        f"{ENGINE}/inputs/by_day_staged_rows.sql",
        "'together': 'raw.together'",
        "'together': '0'",
        USE,
    ),
    Mutant(
        "the shop of an agent does not count",
        f"{MODELS}/{SEND}.yml",
        "columns: [shop_id]",
        "columns: [customer_service_id]",
        SEND,
    ),
    Mutant(
        "of a send only its activity counts",
        f"{MODELS}/{USE}.yml",
        "columns: [activity_id, product_id, sku_id, customer_service_id, consumer_id, shop_id,"
        " send_time, expire_time]",
        "columns: [activity_id]",
        USE,
    ),
    Mutant(
        "the limit of an item does not count",
        f"{MODELS}/{USE}.yml",
        "columns: [sku_id, purchase_limit]",
        "columns: [sku_id]",
        USE,
    ),
    Mutant(
        "files that change within their day are not seen",
        f"{ENGINE}/inputs/by_day_files.sql",
        "arrived_files().file if has_files",
        "'0' if has_files",
        # the newest file of uses has a changed row and as many rows as before, which count too
        STAGED[1],
    ),
    Mutant(
        "only files with rows of the rewritten days are opened",
        f"{ENGINE}/narrowing/rows_of_changed_days.sql",
        "' where key_hash in (' ~ keys ~ ') order by dt'",
        "' where raw_day in (' ~ days ~ ') order by dt'",
        SEND,
    ),
    Mutant(
        "rows that decide together are not read",
        f"{ENGINE}/narrowing/rows_of_changed_days.sql",
        "{%- if together %}",
        "{%- if false %}",
        USE,
    ),
    Mutant(
        "days that became empty are not deleted",
        f"{ENGINE}/settle_empty_days.sql",
        "{%- if obsolete and not plan.is_full -%}",
        "{%- if false -%}",
        SEND,
    ),
    Mutant(
        "rejected rows without a day stay when there are none any more",
        f"{ENGINE}/materialization_by_day_spark.sql",
        "{%- if settings.undated -%}",
        "{%- if false -%}",
        REJECT,
        lose_the_last_row_without_a_day,
    ),
    Mutant(
        "a day that was empty once stays so",
        f"{ENGINE}/by_day_plan.sql",
        "if empty_days.get(day) == fingerprint",
        "if day in empty_days",
        REJECT,
    ),
)


@only_in_torture("two or three builds")
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_no_rule_can_be_left_out(
    mutant: Mutant, workspace: Workspace, spark: SparkSession, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "project")
    file = project / mutant.file
    clean = file.read_text("utf-8")
    assert clean.count(mutant.old) == 1, f"{mutant.file} no longer holds {mutant.old}"
    file.write_text(clean.replace(mutant.old, mutant.new), encoding="utf-8")
    nights = Nights(
        workspace,
        spark,
        f"mutant{MUTANTS.index(mutant)}",
        project,
        tables=(*STAGED, *FACTS),
        models=(*STAGED, *DIMENSIONS, *FACTS),
    )
    world = prepared_world()
    world.write(spark, f"{nights.schema}_ods")
    nights.run(day(FIRST_NIGHT), models=("+" + table for table in FACTS))

    first_night(world)
    world.write(spark, f"{nights.schema}_ods")
    nights.run(day(FIRST_NIGHT + 1))
    if mutant.more:
        mutant.more(world)
        world.write(spark, f"{nights.schema}_ods")
        nights.run(day(FIRST_NIGHT + 1))

    assert mutant.differs in nights.differences(day(FIRST_NIGHT + 1))
