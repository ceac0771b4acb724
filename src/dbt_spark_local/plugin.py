"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The plug-in that dbt-core starts. It locks an embedded warehouse before dbt-spark opens it, clears
what a killed build left there, ends a build that has no cluster or no server to run on, and
shortens error messages.
"""

from __future__ import annotations

import os
import threading
from importlib.util import find_spec
from typing import Any

from dbt.plugins.manager import dbtPlugin

from dbt_spark_local.class_archive.use import use_class_archive
from dbt_spark_local.connect_probe import ServerUnreachableError, refuse_unreachable_server
from dbt_spark_local.leftovers import remove_leftovers
from dbt_spark_local.log_noise import silence_refused_hive_support, silence_repeated_errors
from dbt_spark_local.session_clock import TimeZoneError, keep_time_of_session
from dbt_spark_local.warehouse_lock import WarehouseError, lock_warehouse

_opening = threading.Lock()


class SparkLocalPlugin(dbtPlugin):
    """Started by dbt-core once per invocation, so several times in one process under dbtRunner."""

    def initialize(self) -> None:
        """Prepare dbt-spark; where it is not installed there is nothing to do."""
        if find_spec("dbt.adapters.spark") is not None:
            use_class_archive()
            prepare_sessions_on_open()
            guard_python_models()
            silence_repeated_errors()
            silence_refused_hive_support()


def guard_python_models() -> None:
    """Let Python models, like SQL statements, end where the cluster has no executors."""
    # Imported here: the adapter is slow to import, and dbt starts plug-ins for every command.
    from dbt_spark_local.executor_watch import watching_session
    from dbt_spark_session_python.submission import run_models_inside

    run_models_inside(watching_session)


def prepare_sessions_on_open() -> None:
    """Add this package's checks to the function by which dbt-spark opens a session.

    Before: local time in this process becomes that of the session; an embedded warehouse is locked,
    so that a second process stops with one sentence; what a killed build left in it is removed; a
    Spark Connect server that does not answer ends the build. After: the connection reports errors
    without Java's stack, and on a cluster it ends the build when there are no executors. Calling
    this again changes nothing.
    """
    from dbt.adapters.spark.connections import SparkConnectionManager, SparkConnectionMethod

    manager: Any = SparkConnectionManager
    own_open = manager.open.__func__
    if getattr(own_open, "prepares_sessions", False):
        return

    def open_prepared(cls: Any, connection: Any) -> Any:
        if connection.credentials.method != SparkConnectionMethod.SESSION:
            return own_open(cls, connection)
        _keep_time(connection.credentials)
        _lock(connection.credentials)
        _probe_server()
        opened = own_open(cls, connection)
        _shorten_errors(opened)
        _watch(opened)
        return opened

    open_prepared.prepares_sessions = True  # type: ignore[attr-defined]
    manager.open = classmethod(open_prepared)


def _keep_time(credentials: Any) -> None:
    from dbt_common.exceptions import DbtRuntimeError

    try:
        keep_time_of_session(credentials.server_side_parameters or {})
    except TimeZoneError as refused:
        raise DbtRuntimeError(str(refused)) from None


def _lock(credentials: Any) -> None:
    from dbt_common.exceptions import DbtRuntimeError

    from dbt_spark_session_python.submission import session_of

    settings = credentials.server_side_parameters or {}
    # dbt's other threads wait here until the leftovers are gone
    with _opening:
        try:
            if not lock_warehouse(settings):
                return
        except WarehouseError as refused:
            raise DbtRuntimeError(str(refused)) from None
        remove_leftovers(session_of(credentials), settings, credentials.schema)


def _probe_server() -> None:
    from dbt_common.exceptions import DbtRuntimeError

    try:
        refuse_unreachable_server(os.environ.get("SPARK_REMOTE", ""))
    except ServerUnreachableError as unreachable:
        raise DbtRuntimeError(str(unreachable)) from None


def _shorten_errors(connection: Any) -> None:
    # Imported here, because it needs pyspark, and dbt-spark is also installed without.
    from dbt_spark_local.short_errors import handle_with_short_errors

    connection.handle = handle_with_short_errors(connection.handle)


def _watch(connection: Any) -> None:
    from dbt_spark_local.executor_watch import may_lack_executors
    from dbt_spark_local.watched_connection import watched_handle

    if not may_lack_executors(connection.credentials.server_side_parameters or {}):
        return
    # dbt's other threads wait here until the cluster has answered
    with _opening:
        connection.handle = watched_handle(connection.handle, connection.credentials)
