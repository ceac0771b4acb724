"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Value by what customers declare: type, industry, size, rating.
"""

from __future__ import annotations

from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows


def page(tables: PageRows) -> PageData:
    """The page; the same rows give the same page."""
    return PageData()


PAGE = Page("value_by_attribute", (), page)
