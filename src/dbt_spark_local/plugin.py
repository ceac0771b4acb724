"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The plug-in that dbt-core starts. It locks an embedded warehouse before dbt-spark opens it, clears
what a killed build left there, ends a build that has no cluster or no server to run on, and sees to
it that dbt says in a sentence what is wrong: a mistyped var, a table that is not built, a test that
failed, Ctrl-C.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dbt.flags import get_flags
from dbt.plugins.manager import dbtPlugin

from dbt_spark_local.class_archive.use import use_class_archive
from dbt_spark_local.connect_probe import ServerUnreachableError, refuse_unreachable_server
from dbt_spark_local.empty_environment import forget_empty_variables
from dbt_spark_local.interruption import end_quietly_when_interrupted
from dbt_spark_local.known_vars import refuse_unknown_vars
from dbt_spark_local.leftovers import remove_leftovers
from dbt_spark_local.log_noise import silence_refused_hive_support, silence_repeated_errors
from dbt_spark_local.master import NoMasterError, refuse_missing_master
from dbt_spark_local.session_clock import TimeZoneError, keep_time_of_session
from dbt_spark_local.spoken_tests import let_tests_speak
from dbt_spark_local.unbuilt_parents import look_for_unbuilt_parents
from dbt_spark_local.warehouse_lock import WarehouseError, lock_warehouse

_opening = threading.Lock()


class SparkLocalPlugin(dbtPlugin):
    """Started by dbt-core once per invocation, so several times in one process under dbtRunner."""

    def initialize(self) -> None:
        """Prepare dbt-spark; where it is not installed there is nothing to do.

        Raises UnknownVarError, which dbt reports, for a var that nothing in the project reads.
        """
        if find_spec("dbt.adapters.spark") is not None:
            end_quietly_when_interrupted()
            forget_empty_variables()
            refuse_unknown_vars_of_command()
            use_class_archive()
            prepare_sessions_on_open()
            guard_python_models()
            silence_repeated_errors()
            silence_refused_hive_support()
            look_for_unbuilt_parents()
            let_tests_speak()


def refuse_unknown_vars_of_command() -> None:
    """The same for the vars of the command that dbt is about to run."""
    flags = get_flags()  # type: ignore[no-untyped-call]
    project_dir = getattr(flags, "PROJECT_DIR", None)
    if project_dir:
        refuse_unknown_vars(getattr(flags, "VARS", None) or {}, Path(project_dir))


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
        settings = connection.credentials.server_side_parameters or {}
        with _as_dbt_errors():
            refuse_missing_master(settings)
            keep_time_of_session(settings)
            _lock(connection.credentials, settings)
            refuse_unreachable_server(os.environ.get("SPARK_REMOTE", ""))
        opened = own_open(cls, connection)
        _shorten_errors(opened)
        _watch(opened)
        return opened

    open_prepared.prepares_sessions = True  # type: ignore[attr-defined]
    manager.open = classmethod(open_prepared)


@contextmanager
def _as_dbt_errors() -> Iterator[None]:
    """Reasons not to open a session, in the form that dbt prints."""
    from dbt_common.exceptions import DbtRuntimeError

    try:
        yield
    except (NoMasterError, ServerUnreachableError, TimeZoneError, WarehouseError) as refused:
        raise DbtRuntimeError(str(refused)) from None


def _lock(credentials: Any, settings: Mapping[str, Any]) -> None:
    from dbt_spark_session_python.submission import session_of

    # dbt's other threads wait here until the leftovers are gone
    with _opening:
        if lock_warehouse(settings):
            remove_leftovers(session_of(credentials), settings, credentials.schema)


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
