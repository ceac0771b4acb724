"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Scores, clusters, lifetime value: data frames in, data frames out; and grades of predictions. No
session, no files, no clock.
"""
