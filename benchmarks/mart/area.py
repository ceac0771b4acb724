"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a benchmark of a whole mart has to know about its subject area.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Area:
    """A subject area, with raw tables of any size.

    name: of its benchmark's package and of its part of the page. models: the layers' models as
    dbt's selection, with whatever else is measured with them. unit: what the sizes count. write_ods
    writes the raw tables of a size into a folder. settings: dbt's variables, the date apart.
    for_large: a warehouse's environment from the size `large` on. by_definition: by name, what is
    no query of its own (Python models, and scores that are counted in Spark's own forms): one in
    DuckDB's SQL that has the same rows by definition. not_compared: tables with the reason why
    DuckDB's cannot be equal; after_night: those that differ only after a night, with the reason;
    columns_not_compared: the same of columns, in all tables. columns_compared_as: what of a column
    is compared, as an expression, and why not all of it.
    """

    name: str
    title: str
    unit: str
    models: Callable[..., list[str]]
    write_ods: Callable[[int, Path], None]
    as_of_date: str
    day_before: str
    settings: Mapping[str, str]
    large: int
    for_large: Mapping[str, str]
    by_definition: Mapping[str, str]
    columns_not_compared: Mapping[str, str]
    columns_compared_as: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    not_compared: Mapping[str, str] = field(default_factory=dict)
    after_night: Mapping[str, str] = field(default_factory=dict)

    def sized(self, size: int) -> str:
        """A size in words."""
        return f"{size:,} {self.unit}"

    def settings_of(self, as_of_date: str) -> dict[str, str]:
        """dbt's variables of a run."""
        return {**self.settings, "as_of_date": as_of_date}
