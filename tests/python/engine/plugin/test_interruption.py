"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ctrl-C in the middle of a query ends all of it, with a line instead of a stack trace.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from spoken_project import write_project
from workspace import Workspace

from dbt_spark_local.interruption import EXIT_CODE, INTERRUPTED

ENDLESS = "select count(*) as pairs from range(100000000) cross join range(100000000)"
PATIENCE_SECONDS = 120


def test_ctrl_c_is_one_line_and_leaves_no_process(tmp_path: Path) -> None:
    # blanks in the path are part of the test: Spark has to start there
    workspace = Workspace.create(tmp_path / "my work")
    project = write_project(workspace.folder / "project", endless=ENDLESS)
    log = workspace.folder / "logs" / "dbt.log"
    build = subprocess.Popen(
        [
            *(sys.executable, "-m", "customer_value.dbt"),
            f"build --select endless --project-dir '{project}' --log-path '{log.parent}'"
            f" --profiles-dir '{workspace.profiles}' --target-path '{workspace.folder}/target'",
            "docs generate",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        wait_for(log, "cross join")
        # as a terminal does: all processes get it
        os.killpg(build.pid, signal.SIGINT)
        said, _ = build.communicate(timeout=PATIENCE_SECONDS)

        assert build.returncode == EXIT_CODE, said
        assert INTERRUPTED in said.splitlines()[-1]
        assert "Traceback" not in said and "Py4J" not in said
        assert not is_alive(build.pid)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(build.pid, signal.SIGKILL)


def wait_for(log: Path, text: str) -> None:
    """Until dbt has logged a text."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (log.exists() and text in log.read_text("utf-8", "replace")):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    # and Spark works on it
    time.sleep(2)


def is_alive(group: int) -> bool:
    """Whether any process of a group is left; the JVM needs a moment to notice."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
