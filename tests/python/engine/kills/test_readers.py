"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A reader in a process of its own never finds a published table missing, stale or half.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from namespaces import NETWORK, is_possible, report_of
from torture import only_in_torture

# at least so many
PUBLICATIONS, READS = 20, 2000


@only_in_torture("twenty publications")
@pytest.mark.skipif(
    not is_possible(NETWORK, "true"),
    reason="no network namespace to be had here, and Hive's metastore service listens everywhere",
)
def test_readers_see_whole_releases_only(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    found = report_of(NETWORK, "publishing.py", tmp_path, PUBLICATIONS, READS, timeout=3600)
    with capsys.disabled():
        print(
            f"{found['publications']} publications, {found['reads']} reads,"
            f" {found['contents']} contents"
        )

    assert found["problems"] == []
    assert found["publications"] >= PUBLICATIONS and found["reads"] >= READS
    assert found["contents"] > PUBLICATIONS
