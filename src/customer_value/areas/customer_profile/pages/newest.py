"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The rows of one stored date, out of tables that keep every date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Dated(Protocol):
    """A row of a stored date."""

    @property
    def as_of_date(self) -> str:
        """The stored date, yyyy-MM-dd."""


_Row = TypeVar("_Row", bound=Dated)


def of_newest(rows: Sequence[_Row], day: str) -> Sequence[_Row]:
    """The rows of the newest stored date that is not after a day; none where all dates are later.

    Tables keep later dates too when an earlier day is built again.
    """
    newest = max((row.as_of_date for row in rows if row.as_of_date <= day), default=None)
    return [row for row in rows if row.as_of_date == newest]
