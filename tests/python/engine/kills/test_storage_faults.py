"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A full disk, a file cut in half and a folder that cannot be written: one sentence each, no pages of
Java, and the next build goes well.
"""

from __future__ import annotations

from typing import Any

import pytest
from namespaces import MOUNTS, is_possible, report_of
from torture import FORM


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if not is_possible(MOUNTS, "mount", "-t", "tmpfs", "tmpfs", "/mnt"):
        pytest.skip("no mount namespace to be had here")
    folder = tmp_path_factory.mktemp("storage")
    found = report_of(MOUNTS, "storage_faults.py", folder, FORM, timeout=1800)
    assert found["sound"]["success"], found["sound"]
    return found


def assert_told(build: dict[str, Any], *words: str) -> None:
    """The build failed, every failure is a few lines, and one of them has the words."""
    assert not build["success"]
    texts = [*build["said"].values(), build["error"]]
    assert all(len(text.splitlines()) <= 8 and "\tat " not in text for text in texts), texts
    assert [text for text in texts if all(word in text for word in words)], texts


def test_a_full_disk_is_named_and_the_next_build_goes_well(report: dict[str, Any]) -> None:
    assert_told(report["full"], "A disk that Spark writes to is full: free some space on it")
    assert report["after"] == report["before"]
    assert report["again"]["success"], report["again"]
    assert "No space left" not in report["running_stderr"]


def test_a_cut_file_is_named(report: dict[str, Any]) -> None:
    assert_told(report["cut"], "ods.db/ods_product/part-", "cut short: load it anew")


def test_a_folder_that_cannot_be_written_is_named(report: dict[str, Any]) -> None:
    assert_told(report["read_only"], ".spark cannot be written (Read-only file system)")
