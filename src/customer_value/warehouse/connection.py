"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Queries through a dbt target, whether it reaches Spark by a session in this process or by a server.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dbt.adapters.contracts.connection import Connection, ConnectionState
from dbt.adapters.spark.connections import SparkConnectionManager
from pyspark.sql import SparkSession

from customer_value.errors import SessionError
from customer_value.warehouse.row_reader import Query
from customer_value.warehouse.session import SESSION, open_session, read_profile


def by_session(spark: SparkSession) -> Query:
    """Queries in a session that is running."""
    return lambda sql: spark.sql(sql).collect()


@contextmanager
def connected(project_dir: Path, profiles_dir: Path, target: str | None = None) -> Iterator[Query]:
    """Queries through a target of the project's dbt profile, of any method; a connection to a
    server is dbt's own and is closed with the block.

    Raises SessionError where the profile, Spark or the server does not answer.
    """
    profile = read_profile(project_dir.resolve(), profiles_dir.resolve(), target)
    if profile.credentials.method == SESSION:
        yield by_session(open_session(project_dir, profiles_dir, target))
        return
    # what Thrift's client logs is in the error that it raises
    logging.getLogger("thrift").setLevel(logging.CRITICAL)
    connection = Connection(
        type=profile.credentials.type,
        name="connected",
        state=ConnectionState.INIT,
        credentials=profile.credentials,
    )
    where = f"the target '{profile.target_name}' ({profile.credentials.method})"
    with _one_sentence(f"Spark does not answer through {where}"):
        handle = SparkConnectionManager.open(connection).handle

    def query(sql: str) -> Sequence[Any]:
        with _one_sentence(f"A query through {where} failed"):
            cursor = handle.cursor()
            cursor.execute(sql)
            return list(cursor.fetchall())

    try:
        yield query
    finally:
        handle.close()


@contextmanager
def _one_sentence(what: str) -> Iterator[None]:
    """Turn any error of a driver into a SessionError with its first line."""
    try:
        yield
    except Exception as problem:
        raise SessionError(f"{what}: {_first_line(problem)}") from problem


def _first_line(problem: Exception) -> str:
    """PyHive puts the server's whole answer into its errors, dbt a heading before its own."""
    answer = problem.args[0] if problem.args else None
    said = getattr(getattr(answer, "status", None), "errorMessage", None)
    lines = str(said or getattr(problem, "msg", problem)).strip().splitlines()

    return lines[0] if lines else type(problem).__name__
