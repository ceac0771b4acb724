"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The small dbt project that the loader's tests share with those of the areas' loaders.
"""

from loader_fixtures import directory, project, read, tables, working_folder

__all__ = ["directory", "project", "read", "tables", "working_folder"]
