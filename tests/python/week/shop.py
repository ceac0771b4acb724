"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A user at the command line: `make` on one warehouse, and what it shows afterwards.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from independent_count import count_by_day
from project_for_make import start_make

PERIODS = {"日": 1, "7天": 7, "30天": 30}
SHOWN = (
    "select stat_period as name, concat(total_send_count, ' ', total_use_count) as content"
    " from {{ ref('ads_customer_service_promo_overview') }} where user_level = '整体'"
    " union all select table_name, content_hash from %s_ads.release_manifest"
)
HOUR = 3600


@dataclass(frozen=True)
class Shop:
    """A project with its warehouse, the folder of its raw files, and the schema of its tables."""

    project: Path
    raw: Path
    schema: str

    def make(self, target: str, **variables: str) -> str:
        """What a command that ends well prints."""
        process = start_make(
            self.project, Path(sys.prefix), target, DBT_SCHEMA=self.schema, **variables
        )
        output, _ = process.communicate(timeout=HOUR)
        assert process.returncode == 0, output[-8000:]

        return output

    def build(self, day: str, **variables: str) -> dict[str, str]:
        """A build whose numbers are right and whose pages are new; each table's content."""
        begin = time.time()
        self.make("build", AS_OF_DATE=day, **variables)
        pages = sorted((self.project / "site").glob("*.html"))
        assert pages and all(page.stat().st_mtime >= begin for page in pages)
        assert day in (self.project / "site" / "index.html").read_text("utf-8")

        return self.contents(day)

    def contents(self, day: str) -> dict[str, str]:
        """Each published table's content, of a build whose numbers are right."""
        printed = self.make("show", Q=SHOWN % self.schema, FORMAT="json", AS_OF_DATE=day)
        shown = {row["name"]: row["content"] for row in json.loads(printed)["show"]}
        counted = {
            period: "{} {}".format(*count_by_day(self.raw, day, days))
            for period, days in PERIODS.items()
        }
        assert {period: shown.pop(period) for period in PERIODS} == counted

        return shown

    def kill_build(self, day: str, nodes: int, **variables: str) -> None:
        """Kill everything that a build has started, once so many nodes have begun."""
        log = self.project / "logs" / "dbt.log"
        log.unlink(missing_ok=True)
        process = start_make(
            self.project,
            Path(sys.prefix),
            "build",
            **{"DBT_SCHEMA": self.schema, "AS_OF_DATE": day, **variables},
        )
        while not log.exists() or log.read_text("utf-8", "replace").count(" START ") < nodes:
            assert process.poll() is None, "the build ended before it could be killed"
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
