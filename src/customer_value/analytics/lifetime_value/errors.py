"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The one error that a user of the lifetime value package can cause.
"""


class LifetimeValueInputError(ValueError):
    """Customers whose purchases no model can be fitted to; the message is one sentence for the
    user.
    """
