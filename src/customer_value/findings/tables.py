"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the ADS tables of the area Online Retail, all of them small, into memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from customer_value.findings.rows import (
    Cluster,
    Customers,
    CustomerStage,
    Elbow,
    LineClass,
    MonthlyOrders,
    MonthlyTrend,
    PriceBand,
    RepurchaseRates,
    SuperOrder,
)
from customer_value.reading import Query
from customer_value.tables import Schema, TablesError, ads_schema

PREFIX = "ads_online_retail_"
_CUSTOMERS = "customer_rfm"
_NO_ROW = "has no row: load data and build again (make build)."
_Row = TypeVar("_Row")


@dataclass(frozen=True)
class Tables:
    """The rows of every table, in the order of their keys; elbow and clusters are empty where only
    SQL was built.
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


def read_tables(query: Query, schema: str) -> Tables:
    """The tables in the schema `<schema>_ads`.

    Raises CommandError where the schema's name cannot be one, a table or a column is missing, or a
    table has no row. Only the two tables of the clustering may be missing: a build without Python
    has none.
    """
    source = _Source(ads_schema(query, schema))
    return Tables(
        line_classes=source.rows("line_class", LineClass, "class_order"),
        monthly_trend=source.rows("monthly_trend", MonthlyTrend, "basis", "invoice_month"),
        monthly_orders=source.rows("monthly_orders", MonthlyOrders, "basis", "invoice_month"),
        super_orders=source.rows("super_orders", SuperOrder, "invoice_month", "month_rank"),
        price_bands=source.rows("price_preference", PriceBand, "basis", "price_from"),
        stages=source.rows("customer_stages", CustomerStage, "basis", "invoice_month", "stage"),
        rates=source.rows("repurchase_rates", RepurchaseRates, "basis", "invoice_month"),
        customers=source.customers(),
        elbow=source.optional_rows("elbow", Elbow, "variant", "k"),
        clusters=source.optional_rows("cluster_profile", Cluster, "variant", "cluster_no"),
    )


@dataclass(frozen=True)
class _Source:
    schema: Schema

    def rows(self, name: str, kind: type[_Row], *keys: str) -> list[_Row]:
        rows = self.schema.rows(f"{PREFIX}{name}", kind, keys)
        if not rows:
            raise TablesError(f"{self.schema.name}.{PREFIX}{name} {_NO_ROW}")
        return rows

    def optional_rows(self, name: str, kind: type[_Row], *keys: str) -> list[_Row]:
        return self.rows(name, kind, *keys) if self.schema.has(f"{PREFIX}{name}") else []

    def customers(self) -> Customers:
        name = f"{PREFIX}{_CUSTOMERS}"
        self.schema.column_types(name, ["customer_id"])
        (counts,) = self.schema.query(
            "select count(*), count(case when customer_id rlike '^[0-9]{5}$' then 1 end)"
            f" from {self.schema.name}.{name}"
        )
        if not counts[0]:
            raise TablesError(f"{self.schema.name}.{name} {_NO_ROW}")
        return Customers(*counts)
