"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Scripts in a Linux namespace of their own: a network nobody else hears, a disk nobody else fills.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NETWORK = ("unshare", "--map-root-user", "--net")
MOUNTS = ("unshare", "--map-root-user", "--mount")


def is_possible(namespace: tuple[str, ...], *command: str) -> bool:
    """Whether this machine lets us have such a namespace, and run a command there."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*namespace, *command], capture_output=True).returncode == 0


def report_of(
    namespace: tuple[str, ...], script: str, *arguments: object, timeout: float
) -> dict[str, Any]:
    """The JSON line that a script of this folder prints last, run there."""
    path = Path(__file__).with_name(script)
    done = subprocess.run(
        [*namespace, sys.executable, str(path), *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=timeout,
    )
    assert done.returncode == 0
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])

    return found
