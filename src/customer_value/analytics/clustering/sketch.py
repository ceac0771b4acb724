"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A bounded, weighted summary of the customers, on which many starts can be tried cheaply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

Places = NDArray[np.float64]
Counts = NDArray[np.int64]

# Most points that are brought to the driver: 120 kB with three features. With fewer customers than
# that, the search sees every one of them.
POINT_LIMIT = 5_000


@dataclass(frozen=True)
class Sketch:
    """Distinct points, the most informative first, and how many customers each stands for; whole
    where no customer was left out.
    """

    places: Places
    weights: Counts
    is_whole: bool


def sketch_of(
    points: DataFrame, columns: Sequence[str], key: str, limit: int = POINT_LIMIT
) -> Sketch:
    """At most `limit` distinct points, the same whatever the order and partitions of the rows.

    points: the key, and `columns` with the standardised features.

    Points up to `limit` are all taken. Of more, those with the largest importance / hash of the key
    (priority sampling: Duffield, Lund, Thorup, J. ACM 54(6), 2007). The importance of a customer is
    half the same for all and half the squared distance from the mean (lightweight coresets:
    Bachem, Lucic, Krause, KDD 2018): of a few large customers hardly any would be among points that
    are chosen evenly, and the cost is theirs.
    """
    distance = F.expr(" + ".join(f"{column} * {column}" for column in columns))
    importance = F.lit(float(len(columns))) + distance
    # 53 bits of the hash as a number between 0 and 1
    share = (F.shiftrightunsigned(F.xxhash64(key), 11) + F.lit(0.5)) / F.lit(2.0**53)
    chosen = (
        points.groupBy(*columns)
        .agg(F.count(F.lit(1)).alias("customer_count"), F.min(key).alias(key))
        .withColumn("importance", importance)
        .withColumn("priority", F.col("customer_count") * F.col("importance") / share)
        .orderBy(F.desc("priority"), key)
        .limit(limit + 1)
        .collect()
    )
    # the first priority that was left out; a point below it in importance was lucky, and stands for
    # those that were not
    threshold = chosen[limit]["priority"] if len(chosen) > limit else 0.0
    taken = chosen[:limit]

    return Sketch(
        places=np.array([[row[column] for column in columns] for row in taken], dtype=np.float64),
        weights=np.array(
            [max(row["customer_count"], round(threshold / row["importance"])) for row in taken],
            dtype=np.int64,
        ),
        is_whole=len(chosen) <= limit,
    )
