"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A reader in a process of its own never finds a published table missing, stale or half.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from namespaces import NETWORK, is_possible, report_of

PUBLICATIONS = 20 if os.environ.get("TORTURE") == "long" else 1


@pytest.mark.skipif(
    not is_possible(NETWORK, "true"),
    reason="no network namespace to be had here, and Hive's metastore service listens everywhere",
)
def test_readers_see_whole_releases_only(tmp_path: Path) -> None:
    found = report_of(NETWORK, "publishing.py", tmp_path, PUBLICATIONS, timeout=3600)
    print(
        f"{found['reads']} reads, {found['contents']} contents during {PUBLICATIONS} publications"
    )

    assert found["problems"] == []
    assert found["contents"] > PUBLICATIONS
    if PUBLICATIONS == 20:
        assert found["reads"] >= 2000
