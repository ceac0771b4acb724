"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The customer-value warehouse outside SQL. Imports go one way only:

commands/    what `python -m customer_value.…` runs
areas/       one folder per subject area: its sample, its loaders, its pages, its words
loader/ sample/ site/      engines, which take areas as arguments and name none
warehouse/ analytics/ words/   Spark and dbt; scoring and clustering; texts in two languages
"""
