"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the ADS tables that the pages declare, of any dbt target, into memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from customer_value.reading import Query
from customer_value.site.errors import SiteError
from customer_value.site.rows.online_retail import ReleasedTable
from customer_value.site.rows.promotion import Overview, PeriodComparison
from customer_value.site.rows.row import AdsRow, Build, Tables
from customer_value.tables import Schema, ads_schema

_MANIFEST = "release_manifest"


def read_tables(
    query: Query,
    schema: str,
    row_types: Iterable[type[AdsRow]],
    limits: Mapping[type[AdsRow], int] | None = None,
) -> Tables:
    """The rows of the tables in `<schema>_ads`, ordered by their keys; `limits` keeps the first n.

    Raises CommandError where the schema's name cannot be one, where a table that is not optional,
    or a column, is missing, or where a column that must have a value has none.
    """
    source = ads_schema(query, schema)
    wanted = dict.fromkeys([PeriodComparison, Overview, *row_types])
    rows = {kind: _rows(source, kind, (limits or {}).get(kind)) for kind in wanted}
    return Tables(_build(query, rows[PeriodComparison], rows[Overview]), rows)


def read_release(query: Query, schema: str) -> Sequence[ReleasedTable]:
    """What was published, from `<schema>_ads.release_manifest`; empty before the first release."""
    source = ads_schema(query, schema)
    if not source.has(_MANIFEST):
        return []
    return source.rows(_MANIFEST, ReleasedTable, ["table_name"])


def _rows(source: Schema, kind: type[AdsRow], limit: int | None) -> Sequence[Any]:
    if kind.OPTIONAL and not source.has(kind.TABLE):
        return []
    return source.rows(kind.TABLE, kind, kind.KEYS, limit)


def _build(
    query: Query, periods: Sequence[PeriodComparison], overview: Sequence[Overview]
) -> Build:
    if not periods or not overview:
        raise SiteError(f"{Overview.TABLE} has no row: load data and build again (make build).")
    ((time_zone,),) = query("select current_timezone()")
    return Build(
        as_of_date=periods[0].end_date,
        load_time=max(row.etl_load_time for row in overview),
        time_zone=time_zone,
    )
