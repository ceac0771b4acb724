"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A user's week through `make` itself, on one warehouse: every command ends well, the numbers are what
an independent count of the raw files gives, and what has the same inputs has the same content.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kept import SAMPLE, copy_of_sample
from project_for_make import project_for_make
from shop import Shop
from torture import LONG, only_in_torture
from workspace import REPOSITORY

SEEDS = REPOSITORY / "seeds" / "customer_service_promo"
SENDS = "ods_customer_service_promo_send"
SAMPLE_DAY, NEXT_DAY = "2024-06-30", "2024-07-01"
# the days of the shop's builds, and a day whose sends come late
DAYS = ("2024-06-27", "2024-06-28")
LATE = "2024-06-25"
# another day's tables agree with each other only if all of the area is built; cautious, as a test
# of two areas belongs to it too. The customer profile has nights of its own
AREA = (
    "--exclude path:models/*/online_retail path:models/*/customer_profile"
    " path:tests/singular/*/customer_profile resource_type:seed --indirect-selection cautious"
)


@pytest.fixture(autouse=True)
def set_up() -> None:
    """`make` must find its set-up, else it would begin one."""
    if not (Path(sys.prefix) / ".ready").exists():
        pytest.skip(f"{sys.prefix} was not set up by make, which would set up another")


@pytest.mark.skipif(LONG, reason="the whole week has these days too")
def test_the_second_build(tmp_path: Path) -> None:
    """On a copy of the warehouse whose first build all tests share: the day after."""
    project = project_for_make(tmp_path / "project")
    copy_of_sample(project)
    shop = Shop(project, SEEDS, SAMPLE)

    first = shop.contents(SAMPLE_DAY)
    next_day = shop.build(NEXT_DAY, ARGS=AREA)

    assert first.keys() == next_day.keys()
    changed = {table for table, content in first.items() if next_day[table] != content}
    assert "ads_customer_service_promo_overview" in changed
    assert not any(table.startswith("ads_online_retail") for table in changed)


@only_in_torture("a dozen builds")
def test_a_whole_week(tmp_path: Path) -> None:
    project = project_for_make(tmp_path / "project")
    sample = Shop(project, SEEDS, "customer_value")

    first = sample.build(SAMPLE_DAY)
    assert sample.build(SAMPLE_DAY) == first
    assert sample.build(SAMPLE_DAY, ARGS="--full-refresh") == first
    next_day = sample.build(NEXT_DAY)
    assert next_day != first

    shop = Shop(project, tmp_path / "raw", "shop")
    of_the_shop = {"ODS": "source"}
    _put_raw_files(shop.raw, lambda day: day <= DAYS[0] and day != LATE, "first")
    shop.make("load", DIR=str(shop.raw))
    shop.build(DAYS[0], **of_the_shop)
    _put_sends(shop.raw, lambda day: day == DAYS[1], "second")
    shop.make("load", DIR=str(shop.raw))
    in_time = shop.build(DAYS[1], **of_the_shop)
    _put_sends(shop.raw, lambda day: day == LATE, "late")
    shop.make("load", DIR=str(shop.raw))
    late = shop.build(DAYS[1], **of_the_shop)
    assert late != in_time

    backfill = {"VARS": f"backfill_from: {LATE}", **of_the_shop}
    assert shop.build(DAYS[1], **backfill) == late
    assert shop.build(DAYS[1], ARGS="--full-refresh", **of_the_shop) == late
    shop.kill_build(DAYS[1], nodes=60, **of_the_shop)
    assert shop.build(DAYS[1], **of_the_shop) == late

    # neither schema has touched the other
    assert sample.build(NEXT_DAY) == next_day


def _put_raw_files(folder: Path, belongs: Callable[[str], bool], part: str) -> None:
    """One file per ODS table, as the sample has them; of the sends, one part."""
    (folder / SENDS).mkdir(parents=True)
    for file in (*SEEDS.glob("ods_*.csv"), *SEEDS.with_name("shared").glob("ods_*.csv")):
        if file.stem != SENDS:
            shutil.copy(file, folder)
    _put_sends(folder, belongs, part)


def _put_sends(folder: Path, belongs: Callable[[str], bool], part: str) -> None:
    """The sends of some days as one more file."""
    with (SEEDS / f"{SENDS}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    when = header.index("send_time")
    with (folder / SENDS / f"{part}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *(row for row in rows if belongs(row[when][:10]))])
