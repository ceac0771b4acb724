"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A build in a process of its own, on the way that its environment chooses.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_this_way import SCHEMA, Rows
from workspace import REPOSITORY, Workspace

# set by `make cluster-test`
LONG = os.environ.get("WAYS") == "long"
# two tables that are tested against each other, with all that they stand on: seeds to Python scores
TWO_TABLES = (
    "--select",
    *("+ads_customer_service_promo_level_profile", "+ads_customer_service_promo_rfm_cell"),
    *("--indirect-selection", "buildable", "--exclude", "resource_type:unit_test"),
)
PROMO = (
    *("--select", "+path:models/ads/customer_service_promo"),
    *("--indirect-selection", "buildable", "--exclude", "resource_type:unit_test"),
)
# what only a classic session can compute
NEED_RDDS = {path.stem for path in REPOSITORY.glob("models/ads/**/clustering/*.sql")}


@dataclass(frozen=True)
class Report:
    """What a build did, by node, and the rows that people can read after it, by table."""

    success: bool
    error: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)
    messages: Mapping[str, str] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)

    def named(self, *statuses: str) -> list[str]:
        """The nodes that ended with one of the statuses."""
        return sorted(name for name, status in self.statuses.items() if status in statuses)


class Build:
    """One `dbt build` in a session of its own, which ends with the process."""

    def __init__(
        self, workspace: Workspace, environment: Mapping[str, str], arguments: Sequence[str] = ()
    ) -> None:
        self._report = workspace.folder / "report.json"
        self._log = workspace.folder / "logs" / SCHEMA / "dbt.log"
        for left in (self._report, self._log):
            left.unlink(missing_ok=True)
        self._console = workspace.folder / "console.txt"
        self.started = time.monotonic()
        with self._console.open("wb") as console:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, str(Path(__file__).with_name("build_this_way.py"))),
                    *(str(workspace.folder), str(self._report), *arguments),
                ],
                cwd=REPOSITORY,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def reach(self, pattern: str) -> bool:
        """Wait until dbt's log holds the pattern; False when the build ended before."""
        while self.process.poll() is None:
            if self._log.exists() and re.search(pattern, self._log.read_text("utf-8", "replace")):
                return True
            time.sleep(0.05)

        return False

    def finish(self, timeout_seconds: float = 3600) -> Report:
        """The report of a build that ends by itself; AssertionError where it wrote none."""
        try:
            self.process.wait(timeout_seconds)
        finally:
            self.kill()
        assert self._report.exists(), self.console()[-4000:]

        return Report(**json.loads(self._report.read_text("utf-8")))

    def console(self) -> str:
        """All that a person would have seen."""
        return self._console.read_text("utf-8", "replace")

    def kill(self) -> None:
        """End whatever is left of the build."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
