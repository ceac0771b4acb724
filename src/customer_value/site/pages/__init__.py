"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every page of the site, in the order of its menu. A new page is a module here, a template of its
name, and a line below.
"""

from collections.abc import Sequence

from customer_value.site.page import Page
from customer_value.site.pages import lineage, online_retail, promotion, quality, rfm, start

PAGES: Sequence[Page] = (
    start.PAGE,
    promotion.PAGE,
    rfm.PAGE,
    online_retail.PAGE,
    quality.PAGE,
    lineage.PAGE,
)

__all__ = ["PAGES"]
