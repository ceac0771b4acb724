"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What every row class says of its table, and the container that pages take rows from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

_Row = TypeVar("_Row")


@dataclass(frozen=True)
class AdsRow:
    """A row of the ADS table TABLE. A field is the column of its name, None where its type says so;
    dates and times are text in the session's time zone.

    KEYS orders the rows, in SQL. OPTIONAL tables may be missing: a build with SQL only has none.
    """

    TABLE: ClassVar[str]
    KEYS: ClassVar[tuple[str, ...]]
    OPTIONAL: ClassVar[bool] = False


@dataclass(frozen=True)
class Build:
    """Which build the tables are of: the day that counts as today, when it ran, in which zone."""

    as_of_date: str
    load_time: str
    time_zone: str


@dataclass(frozen=True)
class Tables:
    """The rows of every table that was read, by their class."""

    build: Build
    rows: Mapping[type[Any], Sequence[Any]]

    def of(self, row_type: type[_Row]) -> Sequence[_Row]:
        """The rows of one class; KeyError where a page uses a table that it does not declare."""
        return self.rows[row_type]
