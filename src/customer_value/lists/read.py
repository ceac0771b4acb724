"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads a list of customers from the published tables of one release.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customer_value.errors import ListError
from customer_value.lists.area_lists import AreaLists
from customer_value.warehouse.row_reader import Query, Schema

MANIFEST = "release_manifest"


@dataclass(frozen=True)
class CatalogueRow:
    """A list that can be exported, as the ADS table of lists has it."""

    list_name: str
    list_kind: str
    list_value: str
    title: str
    title_english: str
    customer_count: int
    min_customer_count: int


@dataclass(frozen=True)
class Release:
    """Which published tables a list was read from. `erasures` stands for the list of erased people
    that they know, None where they have none of them; dates and times are text.
    """

    release_id: str
    as_of_date: str
    etl_load_time: str
    erasures: str | None


@dataclass(frozen=True)
class CustomerList:
    """The rows of a list, ordered by customer: `columns` are names and Spark types, of which the
    first is the customer's id; dates and times are text, money is Decimal.

    agreeing: every customer who agrees to be on lists, whether on this one or not.
    """

    row: CatalogueRow
    release: Release
    columns: Mapping[str, str]
    rows: Sequence[Sequence[Any]]
    agreeing: Collection[str]

    @property
    def customers(self) -> list[str]:
        """Who is on the list, once each."""
        return list(dict.fromkeys(str(row[0]) for row in self.rows))


def read_catalogue(source: Schema, lists: AreaLists) -> list[CatalogueRow]:
    """Every list that can be exported, in the order in which people read them.

    Raises NotPublishedError where no build was published yet, or none with lists.
    """
    return source.rows(lists.catalogue, CatalogueRow, ("list_order", "list_name"))


def read_list(query: Query, source: Schema, lists: AreaLists, row: CatalogueRow) -> CustomerList:
    """A list with the rows of all customers on it who agree.

    Raises ListError where another release was published meanwhile, TablesError where a table or a
    column is missing.
    """
    before = _release(source, lists)
    columns = _columns(source, lists, row)
    rows = [tuple(found) for found in query(_select(source, lists, row, columns))]
    agreeing = query(
        f"select {lists.customer} from {source.name}.{lists.customers} where {lists.consent}"
    )
    if _release(source, lists) != before:
        raise ListError("Another release was published while the list was read: run it again.")

    return CustomerList(row, before, columns, rows, {str(found[0]) for found in agreeing})


def _release(source: Schema, lists: AreaLists) -> Release:
    source.column_types(MANIFEST, ["release_id", "as_of_date", "etl_load_time", "erasures"])
    tables = ", ".join(f"'{table}'" for table in _tables(lists))
    ((release_id, day, time, erasures),) = source.query(
        "select max(release_id), cast(max(as_of_date) as string),"
        " date_format(max(etl_load_time), 'yyyy-MM-dd HH:mm:ss'), max(erasures)"
        f" from {source.name}.{MANIFEST} where table_name in ({tables})"
    )

    return Release(str(release_id), str(day), str(time), erasures)


def _tables(lists: AreaLists) -> list[str]:
    sources = (source.table for source in lists.sources.values())

    return list(dict.fromkeys([lists.catalogue, lists.customers, *sources]))


def _columns(source: Schema, lists: AreaLists, row: CatalogueRow) -> dict[str, str]:
    listed = lists.sources[row.list_kind]
    of_customers = source.column_types(lists.customers, [lists.customer, *lists.columns])
    of_list = source.column_types(listed.table, [*listed.columns, *listed.keys])

    return {
        lists.customer: of_customers[lists.customer],
        **{name: of_list[name] for name in listed.columns},
        **{name: of_customers[name] for name in lists.columns},
    }


def _select(source: Schema, lists: AreaLists, row: CatalogueRow, columns: Mapping[str, str]) -> str:
    listed = lists.sources[row.list_kind]
    shown = ", ".join(
        _as_text(f"{'listed' if name in listed.columns else 'customers'}.{name}", kind)
        for name, kind in columns.items()
    )
    order = ", ".join([f"customers.{lists.customer}", *(f"listed.{key}" for key in listed.keys)])
    chosen = f" and listed.{listed.column} = {_literal(row.list_value)}" if listed.column else ""

    return (
        f"select {shown} from {source.name}.{lists.customers} as customers"
        f" inner join {source.name}.{listed.table} as listed"
        f" on customers.{lists.customer} = listed.{lists.customer}"
        f" where customers.{lists.consent}{chosen} order by {order}"
    )


def _as_text(column: str, kind: str) -> str:
    """Drivers turn a time into the machine's own zone, each in its way; text stays as it is."""
    if kind == "date":
        return f"cast({column} as string)"
    if kind == "timestamp":
        return f"date_format({column}, 'yyyy-MM-dd HH:mm:ss')"
    return column


def _literal(text: str) -> str:
    """A text as SQL in which no character means anything."""
    return f"decode(unhex('{text.encode('utf-8').hex()}'), 'utf-8')"
