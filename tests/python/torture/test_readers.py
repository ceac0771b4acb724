"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A reader in a process of its own never finds a published table missing, stale or half.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PUBLICATIONS = 20 if os.environ.get("TORTURE") == "long" else 1
NAMESPACE = ("unshare", "--map-root-user", "--net")


def own_network_is_possible() -> bool:
    """Whether this machine lets us have a network namespace of our own."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*NAMESPACE, "true"], capture_output=True).returncode == 0


@pytest.mark.skipif(
    not own_network_is_possible(),
    reason="no network namespace to be had here, and Hive's metastore service listens everywhere",
)
def test_readers_see_whole_releases_only(tmp_path: Path) -> None:
    script = Path(__file__).with_name("publishing.py")
    done = subprocess.run(
        [*NAMESPACE, sys.executable, str(script), str(tmp_path), str(PUBLICATIONS)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=3600,
    )
    assert done.returncode == 0
    found = json.loads(done.stdout.splitlines()[-1])
    print(
        f"{found['reads']} reads, {found['contents']} contents during {PUBLICATIONS} publications"
    )

    assert found["problems"] == []
    assert found["contents"] > PUBLICATIONS
    if PUBLICATIONS == 20:
        assert found["reads"] >= 2000
