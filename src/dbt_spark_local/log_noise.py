"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Switches off what Spark writes to the console besides dbt's own report.
"""

from __future__ import annotations

import warnings


def silence_repeated_errors() -> None:
    """Stop PySpark 4 from writing each failed query to stderr as a page of JSON.

    dbt reports the same error in its own words, and its debug log has the whole of it. PySpark 3
    has no such logger.
    """
    try:
        from pyspark.logger import PySparkLogger
    except ImportError:
        return

    PySparkLogger.getLogger("SQLQueryContextLogger").disabled = True


def silence_refused_hive_support() -> None:
    """Stop Spark Connect from warning at every statement that Hive support cannot be switched on.

    dbt-spark asks each session for it, but over Connect the server decides.
    """
    warnings.filterwarnings("ignore", "Failed to set spark.sql.catalogImplementation")
