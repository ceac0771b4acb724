"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Puts the site together from what the areas hand in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from customer_value.errors import SiteError
from customer_value.site.area_pages import AreaPages
from customer_value.site.card_page import CardPage
from customer_value.site.page import Page
from customer_value.site.pages import lineage
from customer_value.site.pages.quality import quality_page
from customer_value.site.pages.start import start_page
from customer_value.words.dictionary import Words, read_words

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Site:
    """Every page in the order of the menu, the words of all, and the folders of their templates;
    and the pages of single people, which are in no menu.
    """

    pages: Sequence[Page]
    words: Words
    templates: Sequence[Path]
    cards: Sequence[CardPage] = ()


def compose(areas: Sequence[AreaPages]) -> Site:
    """The site of these areas.

    Raises WordsError where their words do not form one dictionary, and SiteError where two
    templates have the same name, so that one would hide the other.
    """
    templates = (TEMPLATES, *(area.folder / "templates" for area in areas))
    names = [path.name for folder in templates for path in folder.glob("*.html")]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SiteError(f"Two areas have a template {twice[0]}: give one of them another name.")

    return Site(
        pages=(
            start_page(areas),
            *(page for area in areas for page in area.pages),
            quality_page(areas),
            lineage.PAGE,
        ),
        words=read_words(
            [path for area in areas for path in sorted(area.folder.glob("words*.yml"))]
        ),
        templates=templates,
        cards=[area.cards for area in areas if area.cards],
    )
