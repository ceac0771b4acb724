"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the ADS tables of the area Online Retail, all of them small, into memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from customer_value.areas.online_retail.rows import (
    Cluster,
    CustomerStage,
    Elbow,
    LineClass,
    MonthlyOrders,
    MonthlyTrend,
    PriceBand,
    RepurchaseRates,
    ScoredCustomer,
    SuperOrder,
)
from customer_value.errors import TablesError
from customer_value.site.page_rows import AdsRow
from customer_value.warehouse.row_reader import Query, Schema, ads_schema

_NO_ROW = "has no row: load data and build again (make build)."
_Row = TypeVar("_Row", bound=AdsRow)


@dataclass(frozen=True)
class Customers:
    """All customers of the document's analysis rows in two numbers."""

    customer_count: int
    five_digit_count: int


@dataclass(frozen=True)
class RetailTables:
    """The rows of the tables that the findings read, in the order of their keys; elbow and clusters
    are empty where only SQL was built.
    """

    line_classes: Sequence[LineClass]
    monthly_trend: Sequence[MonthlyTrend]
    monthly_orders: Sequence[MonthlyOrders]
    super_orders: Sequence[SuperOrder]
    price_bands: Sequence[PriceBand]
    stages: Sequence[CustomerStage]
    rates: Sequence[RepurchaseRates]
    customers: Customers
    elbow: Sequence[Elbow] = ()
    clusters: Sequence[Cluster] = ()


def read_tables(query: Query, schema: str) -> RetailTables:
    """The tables in the schema `<schema>_ads`.

    Raises CommandError where the schema's name cannot be one, a table or a column is missing, or a
    table has no row. Only the two tables of the clustering may be missing: a build without Python
    has none.
    """
    source = _Source(ads_schema(query, schema))
    return RetailTables(
        line_classes=source.rows(LineClass),
        monthly_trend=source.rows(MonthlyTrend),
        monthly_orders=source.rows(MonthlyOrders),
        super_orders=source.rows(SuperOrder),
        price_bands=source.rows(PriceBand),
        stages=source.rows(CustomerStage),
        rates=source.rows(RepurchaseRates),
        customers=source.customers(),
        elbow=source.rows_of_clustering(Elbow),
        clusters=source.rows_of_clustering(Cluster),
    )


@dataclass(frozen=True)
class _Source:
    schema: Schema

    def rows(self, kind: type[_Row]) -> list[_Row]:
        rows = self.schema.rows(kind.TABLE, kind, kind.KEYS)
        if not rows:
            raise TablesError(f"{self.schema.name}.{kind.TABLE} {_NO_ROW}")
        return rows

    def rows_of_clustering(self, kind: type[_Row]) -> list[_Row]:
        return self.rows(kind) if self.schema.has(kind.TABLE) else []

    def customers(self) -> Customers:
        name = ScoredCustomer.TABLE
        self.schema.column_types(name, ["customer_id"])
        (counts,) = self.schema.query(
            "select count(*), count(case when customer_id rlike '^[0-9]{5}$' then 1 end)"
            f" from {self.schema.name}.{name}"
        )
        if not counts[0]:
            raise TablesError(f"{self.schema.name}.{name} {_NO_ROW}")
        return Customers(*counts)
