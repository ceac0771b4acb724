"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Column lineage: from a column down to the raw columns that its values come from, with the expression
and the filters of every step. Read from dbt's artifacts, without a session and without tables.
"""
