"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

RFM: the metrics, scores, totals and levels of customers, exactly and without a global sort.
"""

from customer_value.analytics.rfm.calculate import calculate_rfm
from customer_value.analytics.rfm.each import calculate_rfm_of_each
from customer_value.analytics.rfm.errors import RfmInputError
from customer_value.analytics.rfm.expressions import rfm_code, score, user_level
from customer_value.analytics.rfm.parameters import RfmParameters
from customer_value.analytics.rfm.settings import parameters_from_settings
from customer_value.analytics.rfm.thresholds import thresholds

__all__ = [
    "RfmInputError",
    "RfmParameters",
    "calculate_rfm",
    "calculate_rfm_of_each",
    "parameters_from_settings",
    "rfm_code",
    "score",
    "thresholds",
    "user_level",
]
