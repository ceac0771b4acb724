"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the ADS tables that the pages declare, of any dbt target, into memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, get_args, get_type_hints

from pyspark.sql import Row, SparkSession
from pyspark.sql.types import DateType, TimestampType

from customer_value.site.errors import SiteError
from customer_value.site.rows.online_retail import ReleasedTable
from customer_value.site.rows.promotion import Overview, PeriodComparison
from customer_value.site.rows.row import AdsRow, Build, Tables

_BUILD_AGAIN = "build the warehouse first (make build), or name its schema with --schema"


def read_tables(
    spark: SparkSession,
    schema: str,
    row_types: Iterable[type[AdsRow]],
    limits: Mapping[type[AdsRow], int] | None = None,
) -> Tables:
    """The rows of the tables in `<schema>_ads`, ordered by their keys; `limits` keeps the first n.

    Raises SiteError where a table that is not optional, or a column, is missing, or where a column
    that must have a value has none.
    """
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", schema):
        raise SiteError(f"'{schema}' cannot be the name of a schema: use letters, digits and _.")
    source = _Source(spark, f"{schema}_ads")
    wanted = dict.fromkeys([PeriodComparison, Overview, *row_types])
    rows = {kind: source.rows(kind, (limits or {}).get(kind)) for kind in wanted}
    return Tables(_build(spark, rows[PeriodComparison], rows[Overview]), rows)


def read_release(spark: SparkSession, schema: str) -> Sequence[ReleasedTable]:
    """What was published, from `<schema>_ads.release_manifest`; empty before the first release."""
    manifest = f"{schema}_ads.release_manifest"
    if not spark.catalog.tableExists(manifest):
        return []
    rows = spark.sql(f"select table_name, ods_origin from {manifest}").collect()
    return sorted((ReleasedTable(*row) for row in rows), key=lambda row: row.table_name)


def _build(
    spark: SparkSession, periods: Sequence[PeriodComparison], overview: Sequence[Overview]
) -> Build:
    if not periods or not overview:
        raise SiteError(f"{Overview.TABLE} has no row: {_BUILD_AGAIN}.")
    return Build(
        as_of_date=periods[0].end_date,
        load_time=max(row.etl_load_time for row in overview),
        time_zone=str(spark.conf.get("spark.sql.session.timeZone")),
    )


@dataclass(frozen=True)
class _Source:
    spark: SparkSession
    schema: str

    def rows(self, kind: type[AdsRow], limit: int | None) -> Sequence[Any]:
        table = f"{self.schema}.{kind.TABLE}"
        if not self.spark.catalog.tableExists(table):
            if kind.OPTIONAL:
                return []
            raise SiteError(f"The table {table} does not exist: {_BUILD_AGAIN}.")
        columns, keys = ", ".join(self._columns(kind, table)), ", ".join(kind.KEYS)
        if limit is None:
            # small tables: one task sorts them, instead of a shuffle with a job to plan it
            one_task = f"(select /*+ coalesce(1) */ * from {table}) as one_task"
            query = f"select {columns} from {one_task} sort by {keys}"
        else:
            query = f"select {columns} from {table} order by {keys} limit {limit}"
        rows = self.spark.sql(query).collect()
        _assert_filled(table, rows, kind)
        return [kind(*row) for row in rows]

    def _columns(self, kind: type[AdsRow], table: str) -> list[str]:
        types = {field.name: field.dataType for field in self.spark.table(table).schema}
        missing = [name for name in _names(kind) if name not in types]
        if missing:
            raise SiteError(f"{table} has no column {', '.join(missing)}: {_BUILD_AGAIN}.")
        return [_text_of_time(name, types[name]) for name in _names(kind)]


def _text_of_time(name: str, kind: object) -> str:
    """Python would turn a time into the machine's own zone; text stays in the session's."""
    if isinstance(kind, TimestampType):
        return f"date_format({name}, 'yyyy-MM-dd HH:mm:ss') as {name}"
    return f"cast({name} as string) as {name}" if isinstance(kind, DateType) else name


def _assert_filled(table: str, rows: Sequence[Row], kind: type[AdsRow]) -> None:
    """Columns that may be empty are those whose field may be None."""
    kinds = get_type_hints(kind)
    filled = [name for name in _names(kind) if type(None) not in get_args(kinds[name])]
    for row in rows:
        for name in filled:
            if row[name] is None:
                raise SiteError(f"{table} has no {name} in {row.asDict()}: {_BUILD_AGAIN}.")


def _names(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]
