"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Exports that are killed between any two steps on their files: every file that is there is whole, all
are of one export, and the next run ends as if nothing had happened.
"""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

from openpyxl import load_workbook
from some_list import NAME, some_list

from customer_value.lists.write import remove_unfinished, write_list

SCRIPT = Path(__file__).with_name("killed_export.py")
FIRST, SECOND = {"left", "stays"}, {"new", "stays"}
# opens and writes of temporary files, removals, and putting in place
FEWEST_STEPS = 8


def listed(path: Path) -> set[str]:
    """The customers on a list's file, or in its changes."""
    if path.suffix == ".xlsx":
        rows = load_workbook(path)["list"].iter_rows(min_row=2, values_only=True)
        return {str(row[0]) for row in rows}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row[0] for row in list(csv.reader(file))[1:]}


def test_files_are_whole_and_of_one_export_wherever_it_is_killed(tmp_path: Path) -> None:
    for step in count(1):
        folder = tmp_path / str(step)
        folder.mkdir()
        write_list(folder, some_list(sorted(FIRST)))
        killed = subprocess.run(
            [sys.executable, str(SCRIPT), str(folder), str(step)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=False,
        )
        lists = [folder / f"{NAME}.csv", folder / f"{NAME}.xlsx"]
        found = [listed(path) for path in lists if path.exists()]
        assert found and all(one == found[0] for one in found) and found[0] in (FIRST, SECOND)
        changes = folder / f"{NAME}.changes.csv"
        if changes.exists():
            expected = set() if found[0] == FIRST else {"entered", "left"}
            assert listed(changes) == expected
        if killed.returncode == 0:
            break

        assert killed.returncode == -signal.SIGKILL
        remove_unfinished(folder)
        changed, files = write_list(
            folder, some_list(sorted(SECOND), "2024-07-01", agreeing=["left"])
        )
        # a killed export does not count as one, so that its changes are told again
        assert (changed.entered, changed.left) == (["new"], ["left"])
        assert sorted(folder.iterdir()) == sorted([*files, folder / f"{NAME}.last.json"])
    assert step > FEWEST_STEPS
