"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The subject areas: the one place that lists them, in the order of the pages' menu.
"""

from customer_value.areas.area import Area
from customer_value.areas.customer_profile import AREA as CUSTOMER_PROFILE
from customer_value.areas.customer_service_promo import AREA as CUSTOMER_SERVICE_PROMO
from customer_value.areas.online_retail import AREA as ONLINE_RETAIL
from customer_value.areas.shared import AREA as SHARED

AREAS: tuple[Area, ...] = (CUSTOMER_SERVICE_PROMO, CUSTOMER_PROFILE, ONLINE_RETAIL, SHARED)

__all__ = ["AREAS", "Area"]
