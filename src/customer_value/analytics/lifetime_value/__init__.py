"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Lifetime value: how often customers come back, whether they still do, and what they spend then.
"""

from customer_value.analytics.lifetime_value.errors import LifetimeValueInputError
from customer_value.analytics.lifetime_value.interval import SpendAhead, spend_ahead, spend_interval
from customer_value.analytics.lifetime_value.of_customers import fit_of_each, predict_of_each
from customer_value.analytics.lifetime_value.purchases import (
    Histories,
    PurchaseModel,
    fit_purchase_model,
)
from customer_value.analytics.lifetime_value.spend import Spending, SpendModel, fit_spend_model

__all__ = [
    "Histories",
    "LifetimeValueInputError",
    "PurchaseModel",
    "SpendAhead",
    "SpendModel",
    "Spending",
    "fit_of_each",
    "fit_purchase_model",
    "fit_spend_model",
    "predict_of_each",
    "spend_ahead",
    "spend_interval",
]
