"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The area 客户画像: who a customer is, what they buy, do and say.
"""

from customer_value.areas.area import Area
from customer_value.areas.customer_profile.lists import LISTS
from customer_value.areas.customer_profile.sample import SAMPLE

AREA = Area(
    name="customer_profile",
    build="make build ODS=source",
    sample=SAMPLE,
    needs=("shared",),
    today=("ods_order", "order_time"),
    lists=LISTS,
)
