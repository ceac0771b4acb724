"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

UCI Online Retail, as UCI and its well-known copies publish it, as the ODS of the area
online_retail.
"""
