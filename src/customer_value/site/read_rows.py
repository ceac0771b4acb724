"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the published ADS tables that the pages name, and which build they are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from customer_value.errors import SiteError
from customer_value.site.page_rows import AdsRow, Build, PageRows, ReleasedTable
from customer_value.warehouse.row_reader import Query, Schema, ads_schema


def read_rows(
    query: Query, schema: str, row_types: Iterable[type[AdsRow]], detail_rows: int
) -> PageRows:
    """The rows of the tables in `<schema>_ads`, ordered by their keys; of tables with details only
    the first `detail_rows`.

    Raises CommandError where the schema's name cannot be one, where nothing was published, where a
    table that is not optional, or a column, is missing, and where a column that must have a value
    has none.
    """
    source = ads_schema(query, schema)
    wanted: dict[type[AdsRow], None] = dict.fromkeys([ReleasedTable, *row_types])
    rows = {kind: _rows(source, kind, detail_rows) for kind in wanted}

    return PageRows(_build(query, source, rows[ReleasedTable]), rows)


def session_time(query: Query, utc: str) -> str:
    """A time of UTC, `yyyy-MM-dd HH:mm:ss`, as that of the session's time zone; empty stays empty.

    Raises ValueError where the text is no such time.
    """
    if not utc:
        return utc
    instant = f"timestamp '{datetime.fromisoformat(utc)}Z'"
    ((text,),) = query(f"select date_format({instant}, 'yyyy-MM-dd HH:mm:ss')")

    return str(text)


def _rows(source: Schema, kind: type[AdsRow], detail_rows: int) -> Sequence[Any]:
    if kind.OPTIONAL and not source.has(kind.TABLE):
        return []

    return source.rows(kind.TABLE, kind, kind.KEYS, detail_rows if kind.DETAIL else None)


def _build(query: Query, source: Schema, released: Sequence[ReleasedTable]) -> Build:
    if not released:
        raise SiteError(
            f"{source.name}.{ReleasedTable.TABLE} has no row: build again (make build)."
        )
    # the names of release schemas sort by time; tables that the last run did not build lie in older
    newest = max(released, key=lambda table: table.release_schema)
    ((time_zone,),) = query("select current_timezone()")

    return Build(newest.as_of_date, newest.etl_load_time, time_zone, _erasures(released))


def published_erasures(query: Query, schema: str) -> str | None:
    """The list of erased people that the published tables of `<schema>_ads` know, by its
    fingerprint; None where nothing was published, or nothing about people.
    """
    source = ads_schema(query, schema)
    if not source.has(ReleasedTable.TABLE):
        return None

    return _erasures(_rows(source, ReleasedTable, 1))


def _erasures(released: Sequence[ReleasedTable]) -> str | None:
    return max((table.erasures for table in released if table.erasures), default=None)
