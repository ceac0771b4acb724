"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every rule of the incremental logic is needed: without it, the night of every kind of event leaves
rows that a full build would not. Run by `make torture`: each takes two builds.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from incremental_nights import ARRIVALS, DIMENSIONS, FACTS, INDEXES, PROMO, Nights
from incremental_story import FIRST_NIGHT, first_night, prepared_world
from incremental_world import day
from pyspark.sql import SparkSession
from workspace import Workspace, copy_project

SEND, USE, REJECT = FACTS
PLANS_OF_FACTS = tuple(f"{fact}_plan" for fact in FACTS)


@dataclass(frozen=True)
class Mutant:
    """A rule taken out of one file, and the table that must differ without it."""

    name: str
    file: str
    old: str
    new: str
    differs: str


def part(fact: str, name: str, text: str) -> Mutant:
    """A fingerprint without one part of its inputs: the part is there, but it never changes."""
    return Mutant(
        f"{fact} without {name}",
        f"models/dwd/{PROMO}/dwd_{PROMO}_{fact}_plan.sql",
        f"'{name}': order_free_hash({text})",
        f"'{name}': 'count(0) * 0'",
        f"dwd_{PROMO}_{fact}",
    )


MUTANTS = (
    part("send", "same_key", "'repeated.versions'"),
    part("send", "shop", "'xxhash64(arrived.raw_fingerprint, agents.shop_id)'"),
    part("use", "same_key", "'versions'"),
    part("use", "other_uses", "'case when use_count > 1 then uses_so_far end'"),
    part("use", "send", "'send'"),
    part("use", "limit", "'limits'"),
    Mutant(
        "files that change within their day are not seen",
        f"models/dwd/{PROMO}/dwd_{PROMO}_send_arrival_plan.sql",
        "order_free_hash('raw_file')",
        "'count(0) * 0'",
        ARRIVALS[0],
    ),
    Mutant(
        "only files with rows of the rewritten days are opened",
        "macros/incremental/rows_of_days.sql",
        "' where key_hash in (' ~ keys ~ ')'",
        "' where ' ~ in_days('raw_day', rewritten)",
        SEND,
    ),
    Mutant(
        "other uses of a send are not read",
        f"models/dwd/{PROMO}/dwd_{PROMO}_use.sql",
        "uses_of_the_same_sends(rewritten, send_days)",
        "none",
        USE,
    ),
    Mutant(
        "days that became empty are not dropped",
        "macros/incremental/drop_obsolete_partitions.sql",
        "{%- if partitions -%}",
        "{%- if false -%}",
        SEND,
    ),
)


@pytest.mark.skipif(os.environ.get("TORTURE") != "long", reason="two builds each: make torture")
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
        tables=(*ARRIVALS, *FACTS),
        models=(*DIMENSIONS, *INDEXES, *PLANS_OF_FACTS, *FACTS),
    )
    world = prepared_world()
    world.write(spark, f"{nights.schema}_ods")
    nights.run(day(FIRST_NIGHT), models=("+" + table for table in FACTS))

    first_night(world)
    world.write(spark, f"{nights.schema}_ods")
    nights.run(day(FIRST_NIGHT + 1))

    assert mutant.differs in nights.differences(day(FIRST_NIGHT + 1))
