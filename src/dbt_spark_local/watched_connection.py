"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A dbt-spark session connection that fails with one sentence when the cluster has no executors.
"""

from __future__ import annotations

import traceback
from typing import Any

from dbt.adapters.events.logging import AdapterLogger
from dbt.adapters.spark.connections import SparkCredentials
from dbt.adapters.spark.session import SessionConnectionWrapper
from dbt_common.exceptions import DbtRuntimeError
from py4j.protocol import Py4JError  # type: ignore[import-untyped]

from dbt_spark_local.executor_watch import ExecutorWatch, watch_of_session
from dbt_spark_local.short_errors import ShortErrorsConnection
from dbt_spark_session_python.submission import session_of

logger = AdapterLogger("Spark")


class WatchedConnection(ShortErrorsConnection):
    """Every statement and every fetch raises NoExecutorError where there are no executors."""

    def __init__(self, handle: Any, watch: ExecutorWatch) -> None:
        super().__init__(handle)
        self._watch = watch

    def execute(self, sql: str, bindings: list[Any] | None = None) -> None:
        with self._watch.watching():
            super().execute(sql, bindings)

    def fetchall(self) -> list[Any] | None:
        with self._watch.watching():
            rows: list[Any] | None = super().fetchall()
        return rows


def watched_handle(
    handle: SessionConnectionWrapper, credentials: SparkCredentials
) -> SessionConnectionWrapper:
    """The connection's handle under the watch of its application; the same where none is needed.

    Starts Spark where it is not running yet. Raises DbtRuntimeError where it does not start, and
    for a patience that is no number.
    """
    if isinstance(handle, WatchedConnection):
        return handle
    try:
        session = session_of(credentials)
    # a Java exception, Spark's own in Python, or a socket that closed
    except Exception as error:
        logger.debug(traceback.format_exc())
        master = (credentials.server_side_parameters or {}).get("spark.master", "its master")
        raise DbtRuntimeError(
            f"Spark did not start with {master}{_reason(error)}: look whether that is running and"
            " whether it and this machine can reach each other (spark.driver.host)."
        ) from None
    try:
        watch = watch_of_session(session)
    except ValueError as bad_setting:
        raise DbtRuntimeError(str(bad_setting)) from None

    return handle if watch is None else WatchedConnection(handle.handle, watch)


def _reason(error: Exception) -> str:
    # of a Java exception the first line only names the call
    text = "" if isinstance(error, Py4JError) else str(error)

    return f" ({text.splitlines()[0].rstrip('.')})" if text else ""
