"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The site of this project as the tests write it: whole, or some of its pages.
"""

from __future__ import annotations

from dataclasses import replace

from customer_value.commands.site import whole_site
from customer_value.site.compose import Site
from customer_value.site.page import Page

SITE = whole_site()
PAGES = SITE.pages
# of single people, in no menu
CARDS = SITE.cards


def site_of(*pages: Page) -> Site:
    """The site with only these pages."""
    return replace(SITE, pages=pages)


def page_named(name: str) -> Page:
    """One of the pages."""
    (found,) = [page for page in PAGES if page.name == name]
    return found
