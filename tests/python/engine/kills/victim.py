"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds in processes of their own, which may be killed at a chosen moment, and a look at what people
read afterwards.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from two_tables import PUBLISHED, WHOLE
from workspace import FEW_ROWS, REPOSITORY, Workspace

SCHEMA = "victim"
# Where a build is, by what it has written into dbt's log.
MOMENTS = {
    "build": " START ",
    "publication": "release_manifest using ",
    "clean-up": "drop schema if exists ",
}


@dataclass(frozen=True)
class Seen:
    """What people read: each table's content hash, and the releases that the manifest names."""

    hashes: Mapping[str, str]
    releases: frozenset[str]


class Build:
    """One `dbt build` in a process group of its own."""

    def __init__(
        self,
        workspace: Workspace,
        as_of_date: str,
        selected: Sequence[str] = WHOLE,
        name: str = SCHEMA,
    ) -> None:
        logs = workspace.folder / "logs" / name
        self._log = logs / "dbt.log"
        self._log.unlink(missing_ok=True)
        self._console = (workspace.folder / f"{name}.txt").open("wb")
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-c", "from dbt.cli.main import cli; cli()", "build"),
                *(*PUBLISHED, "--select", *selected),
                *("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)),
                *("--target-path", str(workspace.target_path(name)), "--log-path", str(logs)),
            ],
            env={**os.environ, **FEW_ROWS, "DBT_SCHEMA": SCHEMA, "AS_OF_DATE": as_of_date},
            stdout=self._console,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def reach(self, moment: str) -> bool:
        """Wait until the build is there; False when it ended before."""
        while self.process.poll() is None:
            if self._log.exists() and MOMENTS[moment] in self._log.read_text("utf-8", "replace"):
                return True
            time.sleep(0.02)
        return False

    def kill(self) -> bool:
        """SIGKILL for Python, the JVM and whatever else; False when it had ended by itself."""
        alive = self.process.poll() is None
        if alive:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._console.close()
        return alive

    def finish(self) -> tuple[int, str]:
        """The exit code and everything on the console."""
        code = self.process.wait()
        self._console.close()
        return code, Path(self._console.name).read_text("utf-8", "replace")


def look(workspace: Workspace) -> Seen:
    """Read every published table in a new process, as a person would after the kill."""
    found = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("reader.py")), str(workspace.folder)],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    seen = json.loads(found.stdout.splitlines()[-1])
    return Seen(seen["hashes"], frozenset(seen["releases"]))
