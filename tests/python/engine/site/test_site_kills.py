"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Exports of the pages that are killed: whoever reads meets whole pages, and the next export ends
right without anybody's help.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from our_site import PAGES, SITE
from site_tables import site_tables
from torture import LONG
from whole_pages import assert_whole, names_in, other_tables

from customer_value.site.write import write_site

KILLS = 40 if LONG else 4
SCRIPT = Path(__file__).with_name("exporting.py")


def test_killed_exports_leave_whole_pages(tmp_path: Path, library: Path) -> None:
    output, chance = tmp_path / "site", random.Random(5)
    versions = {}
    for name, tables in (("first", site_tables()), ("other", other_tables())):
        write_site(SITE, tables, library, tmp_path / name)
        versions[name] = [(tmp_path / name / page.file_name).read_bytes() for page in PAGES]
    write_site(SITE, site_tables(), library, output)

    for _ in range(KILLS):
        # its first round replaces what the last kill left
        export = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(library), str(output)], start_new_session=True
        )
        while not (tmp_path / "site.new").exists():
            assert export.poll() is None
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 1.5))
        os.killpg(export.pid, signal.SIGKILL)
        export.wait()

        assert_whole(output)
        pages = [(output / page.file_name).read_bytes() for page in PAGES]
        assert all(read in both for read, *both in zip(pages, *versions.values(), strict=True))

    write_site(SITE, other_tables(), library, output)
    assert names_in(output) == names_in(tmp_path / "other")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "other", "site"]
