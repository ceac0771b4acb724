"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Spark's classes, read and checked once for an environment: a JVM that finds them in an archive of
its own making (class data sharing, JEP 350) maps them instead of unpacking sixteen thousand from
jars.
"""
