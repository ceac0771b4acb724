"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What several areas use: products, SKUs and agents, and customers who asked to be erased. It has no
pages of its own.
"""

from customer_value.areas.area import Area
from customer_value.areas.shared.sample import SAMPLE

AREA = Area(name="shared", build="make build ODS=source", sample=SAMPLE)
