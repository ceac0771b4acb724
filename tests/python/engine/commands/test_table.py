"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

`make show` draws dbt's JSON in full and aligned.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from wcwidth import wcswidth

from customer_value.commands.show import table_of


def test_columns_are_complete_and_aligned_with_chinese_values() -> None:
    rows = [
        {"user_level": "整体", "use_rate": 26.83, "strategy": "唤醒式优惠：" * 20},
        {"user_level": "高价值用户", "use_rate": None, "strategy": "x"},
    ]

    drawn = table_of(json.dumps({"node": "inline", "show": rows}))

    assert "唤醒式优惠：" * 20 in drawn and "26.83" in drawn
    assert len({wcswidth(line) for line in drawn.splitlines()}) == 1


def test_no_rows_is_said() -> None:
    assert table_of('{"show": []}') == "(no rows)"


@pytest.mark.parametrize("shown", ["Runtime Error: no such table", "[1]", "{}"])
def test_an_error_goes_to_standard_error_unchanged(shown: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "customer_value.commands.show"],
        input=shown,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, run.stdout, run.stderr.strip()) == (1, "", shown)
