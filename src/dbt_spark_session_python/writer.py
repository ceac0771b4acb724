"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes what a Python model returned. The macro ``py_write_table`` adds the call to each model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dbt_common.exceptions import DbtRuntimeError

from dbt_spark_session_python.returned_frame import to_spark_frame
from dbt_spark_session_python.temporary import note_temporary_view

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def save_as_table(
    spark: SparkSession,
    result: Any,
    *,
    model: str,
    table: str,
    file_format: str = "parquet",
    partition_by: Sequence[str] = (),
    location: str | None = None,
) -> None:
    """Create or replace `table` with the result.

    table: ``schema.name``; partition_by: columns of the result, stored last in the order given;
    location: folder of an external table, None for the warehouse.
    Raises DbtRuntimeError when the result is no data frame or lacks a partition column.
    """
    frame = to_spark_frame(spark, result, model=model)
    _require_columns(partition_by, of=frame.columns, model=model, needed_by="`partition_by`")

    writer = frame.write.mode("overwrite").format(file_format)
    if file_format == "delta":
        writer = writer.option("overwriteSchema", "true")
    if location is not None:
        writer = writer.option("path", location)
    if partition_by:
        writer = writer.partitionBy(*partition_by)
    writer.saveAsTable(table)


def stage_for_insert(
    spark: SparkSession, result: Any, *, model: str, view: str, table: str
) -> None:
    """Offer the result to the incremental strategy as temporary view `view`, as for SQL models.

    Nothing is computed yet and no table is created, so an interrupted run leaves nothing behind.
    The strategy then inserts into `table` by column name.
    Raises DbtRuntimeError when the result is no data frame or lacks a column of `table`.
    """
    frame = to_spark_frame(spark, result, model=model)
    _require_columns(
        spark.table(table).columns,
        of=frame.columns,
        model=model,
        needed_by=f"the existing table {table} (--full-refresh rebuilds it)",
    )
    note_temporary_view(view)
    frame.createOrReplaceTempView(view)


def _require_columns(
    needed: Sequence[str], *, of: Sequence[str], model: str, needed_by: str
) -> None:
    returned = {name.lower() for name in of}
    missing = [name for name in needed if name.lower() not in returned]
    if missing:
        raise DbtRuntimeError(
            f"Python model {model} returned no column {', '.join(missing)}, needed by {needed_by};"
            f" it returned {', '.join(of)}."
        )
