"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Base of all row classes, and the container that pages take their rows from.
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
    DETAIL tables are large, and only their first rows are read.
    """

    TABLE: ClassVar[str]
    KEYS: ClassVar[tuple[str, ...]]
    OPTIONAL: ClassVar[bool] = False
    DETAIL: ClassVar[bool] = False


@dataclass(frozen=True)
class ReleasedTable(AdsRow):
    """A published table, the day that counts as today in it, and where its raw rows come from:
    `seeds`, or the schema of loaded data. `erasures` stands for the list of erased people that the
    table knows, None where it has none of them. `etl_load_time` is that of the whole release.
    """

    TABLE: ClassVar[str] = "release_manifest"
    KEYS: ClassVar[tuple[str, ...]] = ("table_name",)

    table_name: str
    release_schema: str
    as_of_date: str
    ods_origin: str
    erasures: str | None
    etl_load_time: str


@dataclass(frozen=True)
class Build:
    """Which build the tables are of: the day that counts as today, when it ran, in which zone, and
    which list of erased people it knew.
    """

    as_of_date: str
    load_time: str
    time_zone: str
    erasures: str | None = None


@dataclass(frozen=True)
class PageRows:
    """The rows of every table that was read, by their class."""

    build: Build
    rows: Mapping[type[Any], Sequence[Any]]

    def of(self, row_type: type[_Row]) -> Sequence[_Row]:
        """The rows of one class; KeyError where a page uses a table that it does not declare."""
        return self.rows[row_type]

    def of_all(self, row_types: Sequence[type[_Row]]) -> Sequence[_Row]:
        """The rows of several classes, one class after the other."""
        return [row for row_type in row_types for row in self.of(row_type)]
