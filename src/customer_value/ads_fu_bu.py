"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The name that the design document (§五.二) gives to the home of `calculate_rfm`.

The code is in `customer_value.analytics.rfm`, that of `consumer_metrics` in its area. This module
only lets the document's import work: `from customer_value.ads_fu_bu import calculate_rfm`.
"""

from customer_value.analytics.rfm import RfmParameters, calculate_rfm
from customer_value.areas.customer_service_promo.consumer_metrics import consumer_metrics

__all__ = ["RfmParameters", "calculate_rfm", "consumer_metrics"]
