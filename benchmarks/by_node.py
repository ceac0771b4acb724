"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Runs dbt commands in this process and writes down what the process had used at each of dbt's steps:
`python -m benchmarks.by_node FILE "run --threads 1"`.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.usage import processor_seconds

_STARTED = time.perf_counter()


def main(file: str, *commands: str) -> int:
    """Marks: the event's name, the node's id where it has one, wall and cpu seconds so far."""
    marks: list[dict[str, Any]] = [_mark("python")]
    from dbt.cli.main import dbtRunner

    marks.append(_mark("dbt_imported"))

    def note(event: Any) -> None:
        name = event.info.name
        if name in _NAMES:
            marks.append(_mark(name, getattr(event.data, "node_info", None)))

    code = 0
    for command in commands:
        marks.append(_mark("command"))
        result = dbtRunner(callbacks=[note]).invoke(shlex.split(command))
        marks.append(_mark("command_over"))
        if not result.success:
            code = 2 if result.exception else 1
            break
    Path(file).write_text(json.dumps(marks), "utf-8")

    return code


_NAMES = ("FoundStats", "ConcurrencyLine", "NodeStart", "NodeFinished", "EndOfRunSummary")


def _mark(name: str, node: Any = None) -> dict[str, Any]:
    return {
        "name": name,
        "node": node.unique_id if node else "",
        "wall": time.perf_counter() - _STARTED,
        "cpu": processor_seconds(os.getpid()),
    }


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
