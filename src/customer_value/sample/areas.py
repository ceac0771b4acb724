"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The subject areas that a sample holds: one module each.
"""

from customer_value.sample.customer_service_promo import AREA as CUSTOMER_SERVICE_PROMO
from customer_value.sample.online_retail import AREA as ONLINE_RETAIL
from customer_value.sample.plan import Area

AREAS: dict[str, Area] = {area.name: area for area in (CUSTOMER_SERVICE_PROMO, ONLINE_RETAIL)}
