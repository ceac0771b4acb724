"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A section of the start page: the headline numbers of the customer base.
"""

from __future__ import annotations

from collections.abc import Mapping

from customer_value.areas.customer_profile.pages.headline import FIGURES, headline_table, until
from customer_value.areas.customer_profile.rows import CustomerBase
from customer_value.site.area_pages import StartSection
from customer_value.site.page import Figures, PageData
from customer_value.site.page_rows import PageRows


def section(rows: PageRows) -> PageData:
    """The section; the same rows give the same one."""
    dates = until(rows.of(CustomerBase), rows.build.as_of_date)
    return PageData(
        tables={"customer_base": headline_table(dates)},
        figures={"customer_base": Figures("customer_base", FIGURES)},
    )


def counts(rows: PageRows) -> Mapping[str, int]:
    """None: the section has them itself."""
    return {}


START = StartSection("start_customers.html", (CustomerBase,), section, counts)
