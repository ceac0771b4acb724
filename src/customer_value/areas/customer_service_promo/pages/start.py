"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A section of the start page: the headline numbers of the offers, and how many consumers are scored.
"""

from __future__ import annotations

from collections.abc import Mapping

from customer_value.areas.customer_service_promo.pages.headline import (
    FIGURES,
    PERIOD,
    headline_table,
)
from customer_value.areas.customer_service_promo.rfm_rows import LevelProfile
from customer_value.areas.customer_service_promo.rows import PeriodComparison
from customer_value.site.area_pages import StartSection
from customer_value.site.page import PageData
from customer_value.site.page_rows import PageRows


def section(rows: PageRows) -> PageData:
    """The section; the same rows give the same one."""
    return PageData(
        tables={"headline": headline_table(rows.of(PeriodComparison))},
        figures={"headline": FIGURES},
        controls={"period": PERIOD},
    )


def counts(rows: PageRows) -> Mapping[str, int]:
    """Everybody who has a level."""
    return {"consumer_count": sum(level.consumer_count for level in rows.of(LevelProfile))}


START = StartSection("start_promotion.html", (PeriodComparison, LevelProfile), section, counts)
