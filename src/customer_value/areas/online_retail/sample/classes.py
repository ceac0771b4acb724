"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The classes that a line of the file can have.
"""

LINE_CLASSES = (
    "invalid",
    "duplicate",
    "after_snapshot",
    "cancellation",
    "adjustment",
    "no_customer",
    "incomplete",
    "non_product",
    "free",
    "sale",
)
"""The classes of design §7 in the order of their rules: the first that fits names the line."""


def class_number(name: str) -> int:
    """The position of a class among LINE_CLASSES. Raises ValueError where there is none."""
    return LINE_CLASSES.index(name)
