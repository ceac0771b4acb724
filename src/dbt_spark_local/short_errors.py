"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A dbt-spark session connection that reports errors in a few lines, without Java's stack.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dbt.adapters.events.logging import AdapterLogger
from dbt.adapters.spark.session import SessionConnectionWrapper
from dbt_common.exceptions import DbtRuntimeError

from dbt_spark_local.cancelled_jobs import cancel_jobs
from dbt_spark_session_python.failure import short_message
from dbt_spark_session_python.temporary import note_statement

logger = AdapterLogger("Spark")


class ShortErrorsConnection(SessionConnectionWrapper):
    """Raises Spark's message for a failed statement; dbt's debug log has the whole stack.

    Once cancelled, by Ctrl-C, it runs no further statement.
    """

    _is_cancelled = False

    def cancel(self) -> None:
        self._is_cancelled = True
        cancel_jobs()

    def execute(self, sql: str, bindings: list[Any] | None = None) -> None:
        if self._is_cancelled:
            raise DbtRuntimeError("Cancelled.")
        note_statement(sql)
        with _shortened():
            super().execute(sql, bindings)

    def fetchall(self) -> list[Any] | None:
        with _shortened():
            rows: list[Any] | None = super().fetchall()
        return rows


def handle_with_short_errors(handle: SessionConnectionWrapper) -> SessionConnectionWrapper:
    """A connection's handle with short errors; the same one where it has them already."""
    if isinstance(handle, ShortErrorsConnection):
        return handle

    return ShortErrorsConnection(handle.handle)


@contextmanager
def _shortened() -> Iterator[None]:
    try:
        yield
    # a Java exception, Spark's own in Python, dbt-spark's for a bad query, or a socket that closed
    except Exception as error:
        logger.debug(traceback.format_exc())
        text = error.msg if isinstance(error, DbtRuntimeError) else str(error)
        raise DbtRuntimeError(short_message(text)) from None
