"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes RetailTables as real ADS tables, with the columns and types that the contracts promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import yaml
from pyspark.sql import SparkSession
from workspace import REPOSITORY

from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.rows import PREFIX

TABLES = {
    "line_class": "line_classes",
    "monthly_trend": "monthly_trend",
    "monthly_orders": "monthly_orders",
    "super_orders": "super_orders",
    "price_preference": "price_bands",
    "customer_stages": "stages",
    "repurchase_rates": "rates",
    "elbow": "elbow",
    "cluster_profile": "clusters",
}


def write_tables(spark: SparkSession, schema: str, tables: RetailTables) -> None:
    """Write all tables into `<schema>_ads`, rows in the opposite order."""
    spark.sql(f"create schema if not exists {schema}_ads")
    for table in TABLES:
        create(spark, schema, table, table_rows(tables, table))
    customers = tables.customers
    ids = [f"{number:05}" for number in range(customers.five_digit_count)]
    ids += ["?"] * (customers.customer_count - customers.five_digit_count)
    create(spark, schema, "customer_rfm", [{"customer_id": number} for number in ids])


def table_rows(tables: RetailTables, table: str) -> list[dict[str, Any]]:
    """The rows of one ADS table, last key first."""
    rows = [asdict(row) for row in reversed(getattr(tables, TABLES[table]))]
    if table == "line_class":
        rows = [row | {"class_order": -at} for at, row in enumerate(rows)]
    return rows


def create(spark: SparkSession, schema: str, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows as one ADS table; what they do not say is null."""
    columns = promised(table)
    names = [column.split(" ")[0] for column in columns.split(", ")]
    values = [tuple(row.get(name) for name in names) for row in rows]
    frame = spark.createDataFrame(values, columns).coalesce(1)
    frame.write.saveAsTable(f"{schema}_ads.{PREFIX}{table}", format="parquet", mode="overwrite")


def promised(table: str) -> str:
    """The columns of an ADS table as its contract has them, in the words of SQL."""
    (path,) = REPOSITORY.glob(f"models/ads/online_retail/**/{PREFIX}{table}.yml")
    (model,) = yaml.safe_load(path.read_text("utf-8"))["models"]
    return ", ".join(f"{column['name']} {column['data_type']}" for column in model["columns"])
