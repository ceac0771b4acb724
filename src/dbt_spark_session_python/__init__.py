"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Runs dbt Python models in the Spark session that dbt-spark already holds.

dbt-core imports every installed top-level module whose name starts with ``dbt_`` and starts the
classes in its ``plugins`` list, so installing this package is enough for a ``method: session``
profile to run Python models. The macros that write their results are in the package's folder
``macros``; a project names that folder in its ``macro-paths``.
"""

from dbt_spark_session_python.plugin import SessionPythonPlugin

plugins = [SessionPythonPlugin]

__all__ = ["SessionPythonPlugin", "plugins"]
