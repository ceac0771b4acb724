"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The name that the design document (§五.二) gives to the home of `calculate_rfm`.

The code lives in `customer_value.analytics.rfm`; this module only lets the document's import work:
`from customer_value.ads_fu_bu import calculate_rfm`.
"""

from customer_value.analytics.rfm import RfmParameters, calculate_rfm, consumer_metrics

__all__ = ["RfmParameters", "calculate_rfm", "consumer_metrics"]
