"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The definitions of the scores, customer by customer: what the fast way is compared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

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


def package_scores(values: Values, bins: int, *, lower_is_better: bool) -> list[int]:
    """What R's package `rfm` does, in exact fractions: quantile (type 7) plus 1, lower ≤ v < upper.

    Written from the description in its vignette and its functions `bins`, `bins_lower`,
    `bins_upper`: interval by interval, as the package loops.
    """
    ascending = sorted(Fraction(value) for value in values)
    cuts = []
    for step in range(1, bins):
        position = Fraction(step * (len(values) - 1), bins)
        below = ascending[floor(position)]
        above = ascending[ceil(position)]
        cuts.append(below + (position - floor(position)) * (above - below) + 1)
    lowers, uppers = [ascending[0], *cuts], [*cuts, ascending[-1] + 1]
    names = range(bins, 0, -1) if lower_is_better else range(1, bins + 1)

    scores = [0] * len(values)
    for name, lower, upper in zip(names, lowers, uppers, strict=True):
        for position_of, value in enumerate(values):
            if lower <= value < upper:
                scores[position_of] = name

    return scores
