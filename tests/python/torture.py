"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Whether the long rows run, too: `make torture` says TORTURE=long.
"""

from __future__ import annotations

import os

import pytest

LONG = os.environ.get("TORTURE") == "long"
# what a script of a process of its own is told
FORM = "long" if LONG else "short"


def only_in_torture(why: str) -> pytest.MarkDecorator:
    """The mark of a test that CI leaves to `make torture`, with what makes it long."""
    return pytest.mark.skipif(not LONG, reason=f"{why}: make torture")
