"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What stops the site from being built.
"""


class SiteError(Exception):
    """The site cannot be built; the message is one sentence for the person who asked for it."""
