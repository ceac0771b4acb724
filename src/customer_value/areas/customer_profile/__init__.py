"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The area 客户画像: who a customer is, what they buy, do and say.
"""

from pathlib import Path

from customer_value.areas.area import Area
from customer_value.areas.customer_profile.lists import LISTS
from customer_value.areas.customer_profile.pages import (
    customer_card,
    customers,
    journeys,
    value_by_attribute,
    value_map,
)
from customer_value.areas.customer_profile.pages.base_quality import BASE_QUALITY
from customer_value.areas.customer_profile.pages.start import START
from customer_value.areas.customer_profile.quality_rows import ProfileReject, ProfileRowCount
from customer_value.areas.customer_profile.sample import SAMPLE
from customer_value.site.area_pages import AreaPages

AREA = Area(
    name="customer_profile",
    build="make build ODS=source",
    sample=SAMPLE,
    needs=("shared",),
    today=("ods_order", "order_time"),
    pages=AreaPages(
        folder=Path(__file__).parent,
        pages=(customers.PAGE, value_map.PAGE, value_by_attribute.PAGE, journeys.PAGE),
        start=START,
        row_counts=ProfileRowCount,
        reject_reasons=ProfileReject,
        quality=BASE_QUALITY,
        cards=customer_card.CARDS,
    ),
    lists=LISTS,
)
