"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Why a file cannot be loaded.
"""


class Unusable(Exception):
    """A file cannot be loaded; the message says why and the way out."""
