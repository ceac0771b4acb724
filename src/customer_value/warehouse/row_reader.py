"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads tables of one schema into row classes, whose fields are the columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeVar, get_args, get_type_hints

from customer_value.errors import CommandError, NotPublishedError, TablesError

# takes SQL, gives the rows: tuples in the order of the columns
Query = Callable[[str], Sequence[Any]]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_BUILD_AGAIN = "build the warehouse first (make build), or name its schema with --schema"
# Drivers turn a time into the machine's own zone, each in its way; text stays in the session's.
_AS_TEXT = {
    "timestamp": "date_format({0}, 'yyyy-MM-dd HH:mm:ss') as {0}",
    "date": "cast({0} as string) as {0}",
}
_Row = TypeVar("_Row")


def assert_schema_name(name: str) -> None:
    """Raises CommandError where a name would have to be quoted, or is no name at all."""
    if not _NAME.fullmatch(name):
        raise CommandError(f"'{name}' cannot be the name of a schema: use letters, digits and _.")


@dataclass(frozen=True)
class Schema:
    """The tables and views of a schema."""

    query: Query
    name: str

    def has(self, table: str) -> bool:
        """Whether the schema has a table or view of that name."""
        return table in self._tables

    def rows(
        self,
        table: str,
        kind: type[_Row],
        keys: Sequence[str],
        limit: int | None = None,
        where: str = "true",
    ) -> list[_Row]:
        """The rows of a table for which `where` holds (SQL) in the order of its keys (SQL), or the
        first `limit` of them; dates and times as text in the session's time zone.

        Raises TablesError where the table or a column is missing, and where a column is empty whose
        field may not be None.
        """
        kinds = self.column_types(table, names_of(kind))
        columns = ", ".join(
            _AS_TEXT.get(kinds[name], "{0}").format(name) for name in names_of(kind)
        )
        order, place = ", ".join(keys), f"{self.name}.{table}"
        if limit is None:
            # small tables: one task sorts them, instead of a shuffle with a job to plan it
            one_task = f"(select /*+ coalesce(1) */ * from {place} where {where}) as one_task"
            found = self.query(f"select {columns} from {one_task} sort by {order}")
        else:
            found = self.query(
                f"select {columns} from {place} where {where} order by {order} limit {limit}"
            )
        rows = [kind(*row) for row in found]
        _assert_filled(place, rows, kind)

        return rows

    def column_types(self, table: str, wanted: Sequence[str]) -> dict[str, str]:
        """The type of every column. TablesError where the table or a wanted column is missing."""
        if not self.has(table):
            raise NotPublishedError(
                f"The table {self.name}.{table} does not exist: {_BUILD_AGAIN}."
            )
        types = {row[0]: row[1] for row in self.query(f"describe table {self.name}.{table}")}
        missing = [name for name in wanted if name not in types]
        if missing:
            raise TablesError(
                f"{self.name}.{table} has no column {', '.join(missing)}: {_BUILD_AGAIN}."
            )

        return types

    @cached_property
    def _tables(self) -> Collection[str]:
        if not self.query(f"show schemas like '{self.name}'"):
            return ()

        # Spark lists the session's temporary views with every schema
        rows = self.query(f"show tables in {self.name}")
        return {table for _, table, is_temporary in rows if not is_temporary}


def ads_schema(query: Query, schema: str) -> Schema:
    """What was published for a dbt target's schema; CommandError for a name that cannot be one."""
    assert_schema_name(schema)

    return Schema(query, f"{schema}_ads")


def names_of(kind: Any) -> list[str]:
    """The columns of a row class, in the order of its fields."""
    return [field.name for field in fields(kind)]


def _assert_filled(table: str, rows: Sequence[Any], kind: type[Any]) -> None:
    """Columns that may be empty are those whose field may be None."""
    kinds = get_type_hints(kind)
    filled = [name for name in names_of(kind) if type(None) not in get_args(kinds[name])]
    for row in rows:
        for name in filled:
            if getattr(row, name) is None:
                raise TablesError(f"{table} has no {name} in {row}: {_BUILD_AGAIN}.")
