"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds that are killed at any moment: people read one release or the other, never nothing, and the
next build ends right without anybody's help.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from torture import only_in_torture
from two_tables import DAILY, TABLES, WHOLE
from victim import Build, look
from workspace import Workspace

DAYS = ("2024-06-29", "2024-06-30")
# kills per moment
KILLS = {"build": 20, "publication": 12, "clean-up": 4}
# what the killed build and the one after it build: whoever dies later has built before
REBUILT = {"build": WHOLE, "publication": DAILY, "clean-up": DAILY}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A warehouse of its own, since this process must not hold it."""
    return Workspace.create(tmp_path_factory.mktemp("victim"))


def build(workspace: Workspace, day: str, selected: Sequence[str] = DAILY) -> float:
    """A build that nobody disturbs; the seconds that it took."""
    undisturbed = Build(workspace, day, selected)
    code, console = undisturbed.finish()
    assert code == 0, console[-4000:]
    assert f"Published {len(TABLES)} tables" in console

    return time.monotonic() - undisturbed.started


def assert_refused(second: Build) -> None:
    """A second build at the same time stops with a sentence."""
    code, console = second.finish()

    assert code != 0
    assert "is in use by process" in console
    assert "Traceback" not in console and "XSDB6" not in console


def leave_behind(folder: Workspace) -> Sequence[Path]:
    """What killed writes may leave: a table that the metastore does not know, an unfinished write
    and a release that nobody names.
    """
    warehouse = Path(folder.folder, ".spark", "warehouse")
    left = (
        warehouse / "victim_dwd.db" / "dwd_killed_in_its_ctas",
        warehouse / "victim_dwd.db" / "dwd_product" / ".spark-staging-0",
        warehouse / "victim_ads__r20000101000000000000.db",
    )
    for path in left:
        (path / "some_table").mkdir(parents=True)
        (path / "some_table" / "part-0").write_text("half", "utf-8")

    return left


@only_in_torture("36 kills")
def test_a_killed_build_loses_nothing(folder: Workspace, capsys: pytest.CaptureFixture) -> None:
    chance = random.Random(8)
    first = Build(folder, DAYS[0], WHOLE)
    assert first.reach("build")
    assert_refused(Build(folder, DAYS[1], DAILY, name="second"))
    assert first.finish()[0] == 0
    expected = {DAYS[0]: look(folder).hashes}
    longest = build(folder, DAYS[1], WHOLE)
    expected[DAYS[1]] = look(folder).hashes
    assert all(expected[DAYS[0]][table] != expected[DAYS[1]][table] for table in TABLES)

    moments = [moment for moment, kills in KILLS.items() for _ in range(kills)]
    for number, moment in enumerate(moments):
        day = DAYS[number % 2]
        doomed = Build(folder, day, REBUILT[moment])
        assert doomed.reach(moment), f"the build ended before its {moment}"
        spread = {"build": longest * 0.6, "publication": 2.0, "clean-up": 0.5}[moment]
        time.sleep(chance.uniform(0, spread))
        killed = doomed.kill()
        after = time.monotonic() - doomed.started

        seen = look(folder)
        days = {
            table: [one for one in DAYS if expected[one][table] == content]
            for table, content in seen.hashes.items()
        }
        assert all(days.values()), f"{moment}: people read what no build published: {days}"

        left = leave_behind(folder)
        build(folder, day, REBUILT[moment])
        assert not [path for path in left if path.exists()]
        healed = look(folder)
        assert healed.hashes == expected[day]
        assert len(healed.releases) == 1
        with capsys.disabled():
            read = " and ".join(sorted({one[0] for one in days.values()}))
            print(
                f"{number + 1} | {moment} | {'killed' if killed else 'ended'} after {after:.0f} s"
                f" | read the release of {read} | next build right",
                flush=True,
            )
