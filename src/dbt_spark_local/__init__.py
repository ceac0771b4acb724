"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What dbt-spark needs where Spark runs inside the dbt process or is driven by it: one build at a time
in an embedded warehouse, times as the session has them, an end for a build that nothing can run,
sentences for what is wrong, and a JVM that starts faster.

A dbt plug-in beside ``dbt_spark_session_python``, which it uses; dbt-core finds both by their
names.
"""

from dbt_spark_local.plugin import SparkLocalPlugin

plugins = [SparkLocalPlugin]

__all__ = ["SparkLocalPlugin", "plugins"]
