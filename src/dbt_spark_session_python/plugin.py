"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The plug-in that dbt-core starts: it adds the submission method ``session`` to dbt-spark.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from dbt.plugins.manager import dbtPlugin

from dbt_spark_session_python.temporary import end_temporary_views_with_their_models

METHOD = "session"


class SessionPythonPlugin(dbtPlugin):
    """Started by dbt-core once per invocation, so several times in one process under dbtRunner."""

    def initialize(self) -> None:
        """Register the method; where dbt-spark is not installed there is nothing to do."""
        if find_spec("dbt.adapters.spark") is not None:
            register_session_method()
            end_temporary_views_with_their_models()


def register_session_method() -> None:
    """Add ``session`` to the submission methods of dbt-spark and make it the default.

    The methods that dbt-spark brings (``job_cluster``, ``all_purpose_cluster``) stay as they are.
    Calling this again changes nothing. Adapters that inherit from dbt-spark and name their own
    methods (dbt-databricks) are not touched.
    """
    # Imported here: the adapter is slow to import, and dbt starts plug-ins for every command.
    from dbt.adapters.spark.impl import SparkAdapter

    from dbt_spark_session_python.submission import SessionPythonJobHelper

    adapter_class: Any = SparkAdapter
    own_methods = adapter_class.python_submission_helpers.fget
    if getattr(own_methods, "adds_session_method", False):
        return

    def with_session_method(adapter: Any) -> dict[str, Any]:
        return {**own_methods(adapter), METHOD: SessionPythonJobHelper}

    with_session_method.adds_session_method = True  # type: ignore[attr-defined]
    adapter_class.python_submission_helpers = property(with_session_method)
    adapter_class.default_python_submission_method = property(lambda adapter: METHOD)
