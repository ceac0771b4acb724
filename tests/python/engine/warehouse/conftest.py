"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The small dbt project, for the tests of the session.
"""

from loader_fixtures import project

__all__ = ["project"]
