"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey (84.51°, packaged by B. Boehmke and S. M. Mortimer): its files, and the
products that all areas see.
"""
