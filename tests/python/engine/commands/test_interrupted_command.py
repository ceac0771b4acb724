"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ctrl-C ends a command of this project with a line.
"""

from argparse import Namespace

import pytest

from customer_value.commands.common import run
from dbt_spark_local.interruption import EXIT_CODE


def test_ctrl_c_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: Namespace) -> None:
        raise KeyboardInterrupt

    assert run(interrupted, Namespace(), "wait") == EXIT_CODE
    assert capsys.readouterr().err == "Interrupted: run the same command again.\n"
