"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The area 客服专属优惠: offers that agents send to consumers, and their use.
"""

from pathlib import Path

from customer_value.areas.area import Area
from customer_value.areas.customer_service_promo.pages import promotion, rfm
from customer_value.areas.customer_service_promo.pages.start import START
from customer_value.areas.customer_service_promo.rows import RejectReason, RowCount
from customer_value.areas.customer_service_promo.sample import SAMPLE
from customer_value.site.area_pages import AreaPages

AREA = Area(
    name="customer_service_promo",
    build="make build ODS=source",
    sample=SAMPLE,
    needs=("shared",),
    today=("ods_customer_service_promo_send", "send_time"),
    pages=AreaPages(
        folder=Path(__file__).parent,
        pages=(promotion.PAGE, rfm.PAGE),
        start=START,
        row_counts=RowCount,
        reject_reasons=RejectReason,
    ),
)
