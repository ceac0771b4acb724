"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Tables of the warehouse held against the same tables counted by DuckDB, cell by cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from pyspark.sql import SparkSession

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Compared:
    """A table that both sides compute: its name in the warehouse, key and number of rows."""

    table: str
    key: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Fault:
    """One change of one query, and the table whose comparison must notice."""

    name: str
    query: str
    old: str
    new: str
    noticed_in: str


def query_text(folder: Path, query: str, fault: Fault | None = None) -> str:
    """The text of a query, with the fault if it is a fault of this query."""
    text = (folder / f"{query}.sql").read_text("utf-8")
    if fault is None or fault.query != query:
        return text
    assert fault.old in text, f"{query}.sql no longer holds the fault's old text"
    return text.replace(fault.old, fault.new, 1)


def counted_rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    """A table of the yardstick."""
    cursor = connection.execute(f"select * from {name}")
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def built_rows(spark: SparkSession, table: str, columns: Sequence[str]) -> list[Row]:
    """A table of the warehouse, with the yardstick's columns."""
    return [row.asDict() for row in spark.table(table).select(*columns).collect()]


def differences(key: Sequence[str], built: Sequence[Row], counted: Sequence[Row]) -> list[str]:
    """One sentence per row or cell that differs between the sides, also in a number's scale."""
    ours, theirs = (
        {" / ".join(str(row[column]) for column in key): row for row in rows}
        for rows in (built, counted)
    )
    found = [f"{row_key}: only in the warehouse" for row_key in sorted(ours.keys() - theirs.keys())]
    found += [f"{row_key}: only in the files" for row_key in sorted(theirs.keys() - ours.keys())]
    found += [
        f"{row_key}: {column} is {ours[row_key][column]!r} in the warehouse, {value!r} in the files"
        for row_key in sorted(ours.keys() & theirs.keys())
        for column, value in theirs[row_key].items()
        if repr(ours[row_key][column]) != repr(value)
    ]
    return found
