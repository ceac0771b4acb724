"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The example orders of the R package `rfm`, one row per customer: real data with published scores.
"""

from __future__ import annotations

import pytest
from pyspark.sql import DataFrame, SparkSession
from real_data import DATA

ORDERS = DATA / "rfm_data_orders.parquet"

needs_orders = pytest.mark.skipif(
    not ORDERS.is_file(), reason=f"the orders of the R package rfm are not at {ORDERS}"
)


def orders_customers(spark: SparkSession) -> DataFrame:
    """customer_id, recency_days int (to 2006-12-31), frequency bigint, monetary decimal(28,2)."""
    return spark.sql(f"""
        select
            customer_id,
            datediff(date '2006-12-31', max(order_date)) as recency_days,
            count(*) as frequency,
            cast(sum(revenue) as decimal(28, 2)) as monetary
        from parquet.`{ORDERS}`
        group by customer_id
    """)
