"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the areas hand in to a sample.
"""

from customer_value.areas import AREAS

SAMPLES = tuple(area.sample for area in AREAS)
