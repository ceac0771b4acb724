"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The subject areas and the published data sets: the one place that lists them, areas in the order of
the pages' menu.
"""

from customer_value.areas.area import Area
from customer_value.areas.complete_journey import COMPLETE_JOURNEY
from customer_value.areas.customer_profile import AREA as CUSTOMER_PROFILE
from customer_value.areas.customer_profile.load.olist import OLIST
from customer_value.areas.customer_profile.load.service_incidents import SERVICE_INCIDENTS
from customer_value.areas.customer_profile.load.shop_events import SHOP_EVENTS
from customer_value.areas.customer_service_promo import AREA as CUSTOMER_SERVICE_PROMO
from customer_value.areas.online_retail import AREA as ONLINE_RETAIL
from customer_value.areas.online_retail.load import ONLINE_RETAIL as ONLINE_RETAIL_FILES
from customer_value.areas.shared import AREA as SHARED
from customer_value.loader.data_set import DataSet

AREAS: tuple[Area, ...] = (CUSTOMER_SERVICE_PROMO, CUSTOMER_PROFILE, ONLINE_RETAIL, SHARED)
DATA_SETS: tuple[DataSet, ...] = (
    COMPLETE_JOURNEY,
    ONLINE_RETAIL_FILES,
    OLIST,
    SHOP_EVENTS,
    SERVICE_INCIDENTS,
)

__all__ = ["AREAS", "DATA_SETS", "Area", "DataSet"]
