"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

An archive of Spark's classes for a faster start. The JVM writes it once per environment (class data
sharing, JEP 350); later JVMs map it instead of unpacking sixteen thousand classes from jars.
"""
