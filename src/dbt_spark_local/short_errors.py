"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

dbt-spark's session connection, with failures told in a few lines.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dbt.adapters.events.logging import AdapterLogger
from dbt.adapters.spark.session import SessionConnectionWrapper
from dbt_common.exceptions import DbtRuntimeError

from dbt_spark_session_python.failure import short_message

logger = AdapterLogger("Spark")


class ToldConnectionWrapper(SessionConnectionWrapper):
    """What Spark says of a failed statement, without Java's stack; dbt's debug log has that."""

    def execute(self, sql: str, bindings: list[Any] | None = None) -> None:
        with _told():
            super().execute(sql, bindings)

    def fetchall(self) -> list[Any] | None:
        with _told():
            rows: list[Any] | None = super().fetchall()
        return rows


def told_handle(handle: SessionConnectionWrapper) -> SessionConnectionWrapper:
    """A connection's handle that tells its failures; the same where it does already."""
    if isinstance(handle, ToldConnectionWrapper):
        return handle

    return ToldConnectionWrapper(handle.handle)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    # a Java exception, Spark's own in Python, dbt-spark's for a bad query, or a socket that closed
    except Exception as error:
        logger.debug(traceback.format_exc())
        text = error.msg if isinstance(error, DbtRuntimeError) else str(error)
        raise DbtRuntimeError(short_message(text)) from None
