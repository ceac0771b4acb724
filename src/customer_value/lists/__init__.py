"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Lists of customers as files that people act on: who is in them, what changed since the last time,
and files that are whole or not there.
"""
