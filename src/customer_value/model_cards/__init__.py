"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Model cards: each model beside simpler ones, on customers' purchases after a day that no model has
seen; what wins and what does not, in numbers that are committed.
"""
