"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Incremental = full refresh after many random nights. As many as INCREMENTAL_NIGHTS says, from the
seed INCREMENTAL_SEED; `make torture` says 20, other runs none, because a night takes seconds.
"""

from __future__ import annotations

import os
import random
import shutil

import pytest
from incremental_events import EVENTS
from incremental_nights import STAGED, TABLES, Nights
from incremental_world import add_day, day, quiet_world
from pyspark.sql import SparkSession
from torture import LONG
from workspace import Workspace

COUNT = int(os.environ.get("INCREMENTAL_NIGHTS", "20" if LONG else "0"))
SEED = int(os.environ.get("INCREMENTAL_SEED", "8"))
FIRST_NIGHT = 8


def lose_a_partition(nights: Nights, draw: random.Random) -> None:
    """Take away a partition's folder, sometimes with its entry in the metastore."""
    table = draw.choice(TABLES)
    folder = draw.choice(sorted(nights.folder(table).glob("dt=*")))
    if draw.random() < 0.5:
        nights.spark.sql(
            f"alter table {nights.name(table)} drop partition (dt = '{folder.name[3:]}')"
        )
    else:
        shutil.rmtree(folder)
    nights.spark.sql(f"refresh table {nights.name(table)}")


@pytest.mark.skipif(not COUNT, reason="make torture, or INCREMENTAL_NIGHTS=…")
def test_every_random_night_equals_a_full_build(workspace: Workspace, spark: SparkSession) -> None:
    draw = random.Random(SEED)
    nights = Nights(workspace, spark, "random")
    world = quiet_world(FIRST_NIGHT)
    world.write(spark, "random_ods")
    nights.run(day(FIRST_NIGHT), models=("+" + table for table in TABLES))
    today = FIRST_NIGHT

    for number in range(COUNT):
        if draw.random() < 0.6:
            today += 1
            add_day(world, today, draw)
        events = draw.choices(EVENTS, k=draw.randrange(1, 8))
        for event in events:
            event(world, draw, today)
        as_of = draw.choice((today, today, today, today - draw.randrange(6)))
        if draw.random() < 0.3:
            world.write(spark, "random_ods")
            nights.run(day(as_of), models=draw.sample((*STAGED, *TABLES), 3))
        if draw.random() < 0.3:
            lose_a_partition(nights, draw)
        print(f"night {number}: as of {day(as_of)},", *(event.__name__ for event in events))
        nights.night(world, day(as_of), reload_days=draw.choice((0, 1, 3)))
