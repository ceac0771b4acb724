"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the ADS tables of the area Online Retail, all of them small, into memory.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar, get_args, get_type_hints

from pyspark.sql import Row, SparkSession

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

PREFIX = "ads_online_retail_"
_CUSTOMERS = "customer_rfm"
_NO_ROW = "has no row: load data and build again (make build)."
_Row = TypeVar("_Row")


class FindingsError(Exception):
    """The tables cannot be read; the message is one sentence for the person who asked."""


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


def read_tables(spark: SparkSession, schema: str) -> Tables:
    """The tables in the schema `<schema>_ads`.

    Raises FindingsError where a table or a column is missing or a table has no row. Only the two
    tables of the clustering may be missing: a build without Python has none.
    """
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", schema):
        raise FindingsError(
            f"'{schema}' cannot be the name of a schema: use letters, digits and _."
        )
    source = _Source(spark, f"{schema}_ads")
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
    spark: SparkSession
    schema: str

    def rows(self, name: str, row_type: type[_Row], *keys: str) -> list[_Row]:
        table = self._checked(name, [*_names(row_type), *keys])
        columns = ", ".join(_names(row_type))
        rows = self.spark.sql(f"select {columns} from {table} order by {', '.join(keys)}").collect()
        if not rows:
            raise FindingsError(f"{table} {_NO_ROW}")
        self._assert_filled(table, rows, row_type)
        return [row_type(*row) for row in rows]

    def optional_rows(self, name: str, row_type: type[_Row], *keys: str) -> list[_Row]:
        if not self.spark.catalog.tableExists(f"{self.schema}.{PREFIX}{name}"):
            return []
        return self.rows(name, row_type, *keys)

    def customers(self) -> Customers:
        table = self._checked(_CUSTOMERS, ["customer_id"])
        counts = self.spark.sql(
            "select count(*), count(case when customer_id rlike '^[0-9]{5}$' then 1 end)"
            f" from {table}"
        ).collect()[0]
        if not counts[0]:
            raise FindingsError(f"{table} {_NO_ROW}")
        return Customers(*counts)

    def _checked(self, name: str, columns: Sequence[str]) -> str:
        table = f"{self.schema}.{PREFIX}{name}"
        if not self.spark.catalog.tableExists(table):
            raise FindingsError(
                f"The table {table} does not exist: build the warehouse first (make build),"
                " or name its schema with --schema."
            )
        there = set(self.spark.table(table).columns)
        missing = [column for column in columns if column not in there]
        if missing:
            raise FindingsError(
                f"{table} has no column {', '.join(missing)}: build it again (make build)."
            )
        return table

    @staticmethod
    def _assert_filled(table: str, rows: Sequence[Row], row_type: Any) -> None:
        """Columns that may be empty are those whose field may be None."""
        kinds = get_type_hints(row_type)
        for name in (name for name in _names(row_type) if type(None) not in get_args(kinds[name])):
            for row in rows:
                if row[name] is None:
                    raise FindingsError(
                        f"{table} has no {name} in {row.asDict()}: build it again (make build)."
                    )


def _names(row_type: Any) -> list[str]:
    return [field.name for field in fields(row_type)]
