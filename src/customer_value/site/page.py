"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A page: its name, the row classes that it reads, and the function from rows to what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from customer_value.site.contents import Chart, Control, Figure, Table
from customer_value.site.page_rows import PageRows


@dataclass(frozen=True)
class Figures:
    """Headline numbers in a row, all from one table."""

    table: str
    items: Sequence[Figure]


@dataclass(frozen=True)
class PageData:
    """What a page shows.

    tables, charts, figures and controls go to the browser by name, where the template has places
    for them: `data-table`, `data-chart`, `data-figures`, `data-control`. facts go there too, for
    `data-fact`. context is for the template alone.
    """

    tables: Mapping[str, Table] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)
    controls: Mapping[str, Control] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)


def merged(*parts: PageData) -> PageData:
    """The data of several parts of one page. Raises ValueError where two parts share a name."""
    whole: dict[str, dict[str, Any]] = {}
    for field_name in (item.name for item in fields(PageData)):
        whole[field_name] = {}
        for part in parts:
            named = getattr(part, field_name)
            twice = sorted(whole[field_name].keys() & named.keys())
            if twice:
                raise ValueError(f"{twice[0]} is named twice among the {field_name} of a page")
            whole[field_name].update(named)

    return PageData(**whole)


@dataclass(frozen=True)
class Page:
    """One page. `name` is also its template (`<name>.html`), the prefix of its words
    (`<name>.title`, `<name>.question`) and its exposure (`site_<name>`).
    """

    name: str
    reads: Sequence[type[Any]]
    data: Callable[[PageRows], PageData]

    @property
    def file_name(self) -> str:
        """The file in the site's folder; the start page is what a web host serves first."""
        return "index.html" if self.name == "start" else f"{self.name}.html"
