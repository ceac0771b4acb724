"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The silhouettes of all models in one pass: squared Euclidean, without comparing customers in pairs.

The mean squared distance of a customer from those of a cluster is that from their mean, and what
they spread around it. So it is enough to know each cluster's size, mean and spread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.clustering.scaling import BIGINT_BITS


@dataclass(frozen=True)
class Cluster:
    """The customers of one centre: how many, their cost in units, their mean by standardised
    feature, and the mean of their squared distances from that.
    """

    centre_id: int
    customer_count: int
    cost_units: int
    mean: Mapping[str, float]
    spread: float


def silhouettes(
    assigned: DataFrame, clusters: Mapping[int, Sequence[Cluster]], customer_count: int
) -> dict[int, Decimal]:
    """The mean silhouette of the customers by k, of every k with two clusters or more.

    assigned: per customer and k, the standardised features, `k`, and `nearest` with the centre_id.

    A customer's silhouette is (b - a) / max(a, b), a being the mean distance from the others of the
    own cluster and b that from those of the nearest other cluster; 0 where there are no others.
    """
    compared = {k: of_k for k, of_k in clusters.items() if len(of_k) > 1}
    if not compared:
        return {}

    # none is beyond 1, so that the sum stays within a bigint, exact in any order
    units = 2 ** (BIGINT_BITS - 1 - customer_count.bit_length())
    standardised = list(next(iter(compared.values()))[0].mean)
    rows = (
        assigned.where(F.col("k").isin(list(compared)))
        .withColumn("clusters", F.expr(f"element_at({_literal(compared)}, k)"))
        .withColumn("a", F.expr(_distance(standardised, "=")))
        .withColumn("b", F.expr(_distance(standardised, "!=")))
        # null: nobody else is in the cluster, or all are in one place
        .withColumn("silhouette", F.expr("coalesce((b - a) / nullif(greatest(a, b), 0d), 0d)"))
        .groupBy("k")
        .agg(F.sum(F.rint(F.col("silhouette") * float(units)).cast("bigint")).alias("total"))
        .collect()
    )

    return {row["k"]: Decimal(row["total"]) / units / customer_count for row in rows}


def _distance(standardised: Sequence[str], comparison: str) -> str:
    """The least mean distance from the customers of the clusters that are the own one, or not."""
    squares = " + ".join(
        f"power(`{column}` - each.mean[{position}], 2)"
        for position, column in enumerate(standardised)
    )
    # a customer's distance from itself is no part of the mean
    others = "each.customer_count - 1" if comparison == "=" else "each.customer_count"

    return f"""
        array_min(transform(
            filter(clusters, each -> each.centre_id {comparison} nearest.centre_id),
            each -> ({squares} + each.spread) * each.customer_count / nullif({others}, 0)
        ))
    """


def _literal(clusters: Mapping[int, Sequence[Cluster]]) -> str:
    """A map of SQL: by k an array of the clusters."""
    arrays = {k: ", ".join(_struct(cluster) for cluster in of_k) for k, of_k in clusters.items()}

    return f"map({', '.join(f'{k}, array({structs})' for k, structs in arrays.items())})"


def _struct(cluster: Cluster) -> str:
    mean = ", ".join(f"{place!r}d" for place in cluster.mean.values())

    return (
        f"named_struct('centre_id', {cluster.centre_id}, 'mean', array({mean}),"
        f" 'customer_count', {cluster.customer_count}, 'spread', {cluster.spread!r}d)"
    )
