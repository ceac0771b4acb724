"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What an area hands in to the site: pages of its own, and sections of the pages that all areas share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from customer_value.site.card_page import CardPage
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows
from customer_value.site.quality_rows import RejectReason, RowCount


@dataclass(frozen=True)
class Section:
    """A part of a shared page.

    template: is included in the page's. reads, data: as of a page; what `data` names must not be
    named by another section of the page.
    """

    template: str
    reads: Sequence[type[Any]]
    data: Callable[[PageRows], PageData]


@dataclass(frozen=True)
class StartSection(Section):
    """A section of the start page; `counts` are figures for its row "customers and data"."""

    counts: Callable[[PageRows], Mapping[str, int]]


@dataclass(frozen=True)
class AreaPages:
    """The pages of an area, in the order of the menu, and what it adds to the shared ones.

    folder: has the area's `words*.yml` and `templates/`. row_counts, reject_reasons: its tables of
    accepted and rejected rows, for the page on data quality; quality: a section of that page.
    cards: a page of single people.
    """

    folder: Path
    pages: Sequence[Page]
    start: StartSection | None = None
    row_counts: type[RowCount] | None = None
    reject_reasons: type[RejectReason] | None = None
    quality: Section | None = None
    cards: CardPage | None = None
