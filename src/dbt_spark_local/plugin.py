"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The plug-in that dbt-core starts: it teaches dbt-spark the submission method ``session``, to have an
embedded warehouse to itself, and to end where a cluster has no executors.
"""

from __future__ import annotations

import os
import threading
from importlib.util import find_spec
from typing import Any

from dbt.plugins.manager import dbtPlugin

from dbt_spark_session_python.class_archive.use import use_class_archive
from dbt_spark_session_python.embedded import (
    WarehouseError,
    claim_warehouse,
    remove_leftovers,
)
from dbt_spark_session_python.quiet import (
    silence_refused_hive_support,
    silence_repeated_errors,
)
from dbt_spark_session_python.remote import ServerUnreachableError, refuse_unreachable_server

METHOD = "session"

_opening = threading.Lock()


class SessionPythonPlugin(dbtPlugin):
    """Started by dbt-core once per invocation, so several times in one process under dbtRunner."""

    def initialize(self) -> None:
        """Register the method; without dbt-spark there is nothing to teach."""
        if find_spec("dbt.adapters.spark") is not None:
            use_class_archive()
            register_session_method()
            prepare_sessions_on_open()
            silence_repeated_errors()
            silence_refused_hive_support()


def register_session_method() -> None:
    """Add ``session`` to the submission methods of dbt-spark and make it the default.

    The methods that dbt-spark brings (``job_cluster``, ``all_purpose_cluster``) stay as they are.
    Calling this again changes nothing. Adapters that inherit from dbt-spark and name their own
    methods (dbt-databricks) are not touched.
    """
    # Only here, because importing the adapter is slow and dbt starts plug-ins for every command.
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


def prepare_sessions_on_open() -> None:
    """Let dbt-spark claim an embedded warehouse, or watch a cluster, when it opens a session.

    A second process stops with one sentence; what a killed one left behind is removed; a cluster
    without executors, or without a master, and a Connect server that is not there end the build
    instead of holding it; failures are told without Java's stack. Calling this again changes
    nothing.
    """
    from dbt.adapters.spark.connections import SparkConnectionManager, SparkConnectionMethod

    manager: Any = SparkConnectionManager
    own_open = manager.open.__func__
    if getattr(own_open, "prepares_sessions", False):
        return

    def open_prepared(cls: Any, connection: Any) -> Any:
        if connection.credentials.method != SparkConnectionMethod.SESSION:
            return own_open(cls, connection)
        _claim(connection.credentials)
        _reach_server()
        opened = own_open(cls, connection)
        _tell(opened)
        _watch(opened)
        return opened

    open_prepared.prepares_sessions = True  # type: ignore[attr-defined]
    manager.open = classmethod(open_prepared)


def _claim(credentials: Any) -> None:
    from dbt_common.exceptions import DbtRuntimeError

    from dbt_spark_session_python.submission import session_of

    settings = credentials.server_side_parameters or {}
    # the other threads of dbt wait until the house is clean
    with _opening:
        try:
            if not claim_warehouse(settings):
                return
        except WarehouseError as refused:
            raise DbtRuntimeError(str(refused)) from None
        remove_leftovers(session_of(credentials), settings, credentials.schema)


def _reach_server() -> None:
    from dbt_common.exceptions import DbtRuntimeError

    try:
        refuse_unreachable_server(os.environ.get("SPARK_REMOTE", ""))
    except ServerUnreachableError as unreachable:
        raise DbtRuntimeError(str(unreachable)) from None


def _tell(connection: Any) -> None:
    # Only here, because it needs pyspark, and dbt-spark is also installed without.
    from dbt_spark_session_python.told import told_handle

    connection.handle = told_handle(connection.handle)


def _watch(connection: Any) -> None:
    from dbt_spark_session_python.executors import may_lack_executors
    from dbt_spark_session_python.watched import watched_handle

    if not may_lack_executors(connection.credentials.server_side_parameters or {}):
        return
    # the other threads of dbt wait until the cluster has answered
    with _opening:
        connection.handle = watched_handle(connection.handle, connection.credentials)
