"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Plants cells as rows of raw tables, and finds what became of each row after a build.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from awkward_cell import Cell, Text
from pyspark.sql import Row, SparkSession
from raw_tables import AGENT, LINE, PRODUCT, RAW_TABLES, SEND, SKU

SOUND = 0
REJECTS = "dwd_customer_service_promo_reject"
SHARED_REJECTS = "dwd_shared_reject"


@dataclass(frozen=True)
class Found:
    """What became of one row: its raw columns as they are in DWD, or why it was rejected."""

    values: Mapping[str, bytes | None]
    reason: str | None = None
    column: str | None = None
    value: bytes | None = None
    raw_record: str = "{}"


Places = Mapping[tuple[str, str, str], Sequence[Found]]


def as_bytes(text: Text | None) -> bytes | None:
    """A text as the bytes that a file holds."""
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def plant(spark: SparkSession, schema: str, cells: Sequence[Cell]) -> None:
    """Write the raw tables: a sound row, one row per cell, numbered from 1, and one send."""
    spark.sql(f"create schema if not exists {schema}")
    for table, raw in RAW_TABLES.items():
        rows = [raw.row(SOUND, raw.marks[0], f"n{SOUND}")]
        for number, cell in enumerate(cells, start=1):
            if cell.table == table:
                rows.append(raw.row(number, cell.column, cell.text))
        if table == SEND:
            rows.append({**raw.sound, "send_id": "sent", "customer_service_id": "agent"})
        binary = ", ".join(f"{column} binary" for column in raw.sound)
        records = [tuple(as_bytes(row[column]) for column in raw.sound) for row in rows]
        texts = [f"cast({column} as string) as {column}" for column in raw.sound]
        planted = spark.createDataFrame(records, binary).selectExpr(*texts)
        planted.write.mode("overwrite").saveAsTable(f"{schema}.{table}")


def what_became(spark: SparkSession, schema: str) -> Places:
    """Every row of DWD and of the rejected ones, by raw table and each of its two marks."""
    places: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
    for table, raw in RAW_TABLES.items():
        for found in [*_accepted(spark, schema, table), *_rejected(spark, schema, table)]:
            record = json.loads(found.raw_record)
            for mark in raw.marks:
                value = found.values.get(mark) or as_bytes(record.get(mark)) or b""
                places[table, mark, value.decode("utf-8", "replace")].append(found)
    return places


def _accepted(spark: SparkSession, schema: str, table: str) -> Iterable[Found]:
    raw = RAW_TABLES[table]
    values = [f"{_bytes_of(in_dwd(column))} as {column}" for column in raw.sound]
    rows = spark.table(f"{schema}_dwd.{raw.model}")
    if table == LINE:
        rows = rows.where("reject_reason is null")
    return [Found(row.asDict()) for row in _collected(rows.selectExpr(*values).collect())]


def _rejected(spark: SparkSession, schema: str, table: str) -> Iterable[Found]:
    if table == LINE:
        rows = spark.table(f"{schema}_dwd.{RAW_TABLES[table].model}")
        rows = rows.where("reject_reason is not null and line_class = 'invalid'")
    else:
        rejects = SHARED_REJECTS if table in (PRODUCT, SKU, AGENT) else REJECTS
        rows = spark.table(f"{schema}_dwd.{rejects}").where(f"source_table = '{table}'")
    columns = ["reject_reason", "reject_column", _bytes_of("reject_value"), "raw_record"]
    return [
        Found({}, reason, column, None if value is None else bytes(value), record)
        for reason, column, value, record in rows.selectExpr(*columns).collect()
    ]


def _collected(rows: Sequence[Row]) -> Iterable[Row]:
    for row in rows:
        yield Row(**{k: None if v is None else bytes(v) for k, v in row.asDict().items()})


def _bytes_of(column: str) -> str:
    return f"cast(cast({column} as string) as binary)"


def in_dwd(column: str) -> str:
    """InvoiceNo is invoice_no after staging."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", column).lower()
