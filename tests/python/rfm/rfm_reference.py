"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The score's definition, customer by customer: what the fast way is compared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pyspark.sql import DataFrame, SparkSession

Values = Sequence[int | Decimal]

CUSTOMERS_SCHEMA = "consumer_id string, recency_days int, frequency bigint, monetary decimal(28,2)"


def customers_of(spark: SparkSession, rows: Sequence[tuple[str, int, int, object]]) -> DataFrame:
    """Customers as (consumer_id, recency_days, frequency, monetary)."""
    return spark.createDataFrame(
        [(key, r, f, Decimal(str(m))) for key, r, f, m in rows], CUSTOMERS_SCHEMA
    )


def reference_scores(values: Values, bins: int, *, lower_is_better: bool) -> list[int]:
    """score = 1 + floor(bins × w / n), w = number of customers strictly worse."""
    scores = []
    for value in values:
        worse = sum(other > value if lower_is_better else other < value for other in values)
        scores.append(1 + bins * worse // len(values))

    return scores
