"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a command says when it cannot do what it was asked to.
"""


class CommandError(Exception):
    """Nothing was changed; the message is for the person who asked: plain sentences, one per line,
    that name what is wrong and the way out."""
