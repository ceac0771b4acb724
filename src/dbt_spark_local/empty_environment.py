"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A variable of the environment that is set but empty counts as not set. Spark asks for some only
whether they are there: an empty SPARK_REMOTE would make every session one of Spark Connect.
"""

from __future__ import annotations

import os

_OF_SPARK = ("SPARK_", "PYSPARK_", "HADOOP_", "YARN_", "JAVA_HOME")


def forget_empty_variables() -> None:
    """Take Spark's empty variables out of the environment of this process and its children."""
    for name in [name for name, value in os.environ.items() if not value.strip()]:
        if name.startswith(_OF_SPARK):
            del os.environ[name]
