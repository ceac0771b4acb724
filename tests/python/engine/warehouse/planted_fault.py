"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a planted fault is.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One change of one file, the models to build again, and the test that must notice."""

    name: str
    file: str
    old: str
    new: str
    rebuilt: str
    caught_by: str
