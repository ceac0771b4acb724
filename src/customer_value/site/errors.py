"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What stops the site from being built.
"""

from customer_value.errors import CommandError


class SiteError(CommandError):
    """The site cannot be built."""
