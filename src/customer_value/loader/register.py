"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes files as managed ODS tables. Each table is written under a temporary name; the old tables are
replaced only when all new ones are complete.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from pyspark.sql import SparkSession

from customer_value.errors import LoadError
from customer_value.loader.read_table import ReadTable
from customer_value.warehouse.row_reader import assert_schema_name

_LOADING = "__loading"
_MARK = "customer_value.loaded"
_GLOB_CHARACTERS = re.compile(r"([\\\[\]{}*?])")


def load_tables(
    spark: SparkSession, schema: str, tables: Sequence[ReadTable], absent: Sequence[str] = ()
) -> dict[str, int]:
    """Write all tables into `schema` and return their rows by name. What an earlier load has left
    of `absent` tables is dropped, so that the rows of two loads do not meet.

    Safe to run again, also after it was killed. Raises CommandError, with the old tables
    untouched: the schema's name cannot be one, a table of that name was not made by this loader, or
    rows would be lost.
    """
    assert_schema_name(schema)
    spark.sql(f"create schema if not exists {schema}")
    names = [read.table.name for read in tables]
    _assert_ours(spark, schema, [*names, *absent])
    rows = {}
    for read in tables:
        print(f"loading {schema}.{read.table.name} …", file=sys.stderr, flush=True)
        rows[read.table.name] = _write(spark, schema, read)
    for name in names:
        _swap(spark, schema, name)
    for name in absent:
        spark.sql(f"drop table if exists {schema}.{name}")
    return rows


def _assert_ours(spark: SparkSession, schema: str, names: Sequence[str]) -> None:
    for name in names:
        table = f"{schema}.{name}"
        if not spark.catalog.tableExists(table):
            continue
        properties = {row[0] for row in spark.sql(f"show tblproperties {table}").collect()}
        if _MARK not in properties:
            raise LoadError(
                f"{table} exists and was not made by this loader, so it stays as it is: choose"
                " another schema with --schema, or drop the table yourself."
            )


def _write(spark: SparkSession, schema: str, read: ReadTable) -> int:
    name = read.table.name + _LOADING
    loading = f"{schema}.{name}"
    spark.sql(f"drop table if exists {loading}")
    _clear_leftover(spark, schema, name)
    columns = ", ".join(f"`{column}`" for column in read.table.columns)
    spark.sql(
        f"create table {loading} using parquet tblproperties ('{_MARK}' = 'true')"
        f" as select {columns} from parquet.`{_uri(read.file)}`"
    )
    rows = spark.table(loading).count()
    if rows != read.rows:
        spark.sql(f"drop table {loading}")
        raise LoadError(
            f"{read.table.name}: Spark wrote {rows} rows where the files hold {read.rows}; nothing"
            " was replaced. This is a fault of the loader; please report it."
        )
    return rows


def _swap(spark: SparkSession, schema: str, name: str) -> None:
    spark.sql(f"drop table if exists {schema}.{name}")
    _clear_leftover(spark, schema, name)
    spark.sql(f"alter table {schema}.{name}{_LOADING} rename to {schema}.{name}")


def _clear_leftover(spark: SparkSession, schema: str, name: str) -> None:
    """Remove the folder of a table that the metastore does not know: a killed write leaves one, and
    Spark then refuses to create the table (LOCATION_ALREADY_EXISTS).
    """
    context = spark.sparkContext
    assert context._jvm is not None
    hadoop = context._jvm.org.apache.hadoop.fs
    folder = hadoop.Path(spark.catalog.getDatabase(schema).locationUri, name)
    folder.getFileSystem(context._jsc.hadoopConfiguration()).delete(folder, True)


def _uri(path: Path) -> str:
    """Spark takes a path for a pattern, so the characters that mean something there are escaped."""
    escaped = _GLOB_CHARACTERS.sub(r"\\\1", str(path.resolve()))

    return f"file://{escaped}".replace("`", "``")
