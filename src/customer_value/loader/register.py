"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes files as managed ODS tables. Each table is written under a temporary name; the old tables are
replaced only when all new ones are complete.
"""

import sys
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from customer_value.errors import LoadError
from customer_value.loader.discover import FoundTable
from customer_value.loader.read_files import read_table
from customer_value.warehouse.row_reader import assert_schema_name

_LOADING = "__loading"
_MARK = "customer_value.loaded"


def load_tables(spark: SparkSession, schema: str, tables: Sequence[FoundTable]) -> dict[str, int]:
    """Write all tables into `schema` and return their rows by name.

    Safe to run again, also after it was killed. Raises CommandError, with the old tables
    untouched: the schema's name cannot be one, a table of that name was not made by this loader, or
    rows would be lost.
    """
    assert_schema_name(schema)
    spark.sql(f"create schema if not exists {schema}")
    names = [found.table.name for found in tables]
    _assert_ours(spark, schema, names)
    rows = {}
    for found in tables:
        print(f"loading {schema}.{found.table.name} …", file=sys.stderr, flush=True)
        rows[found.table.name] = _write(spark, schema, found)
    for name in names:
        _swap(spark, schema, name)
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


def _write(spark: SparkSession, schema: str, found: FoundTable) -> int:
    name = found.table.name + _LOADING
    loading = f"{schema}.{name}"
    spark.sql(f"drop table if exists {loading}")
    _clear_leftover(spark, schema, name)
    _create(spark, loading, read_table(spark, found))
    rows = spark.table(loading).count()
    if rows != found.rows:
        spark.sql(f"drop table {loading}")
        raise LoadError(
            f"{found.table.name}: Spark read {rows} rows where the files hold {found.rows};"
            " nothing was replaced. Write the files as Parquet, or one record per line."
        )
    return rows


def _create(spark: SparkSession, table: str, rows: DataFrame) -> None:
    view = "customer_value_loading"
    rows.createOrReplaceTempView(view)
    spark.sql(
        f"create table {table} using parquet tblproperties ('{_MARK}' = 'true')"
        f" as select * from {view}"
    )
    spark.catalog.dropTempView(view)


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
