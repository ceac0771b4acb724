"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How good each model is: customers per cluster, cost and silhouette of the published centres.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from pyspark.sql import DataFrame, Row
from pyspark.sql import functions as F

from customer_value.analytics.clustering.centres import Centre
from customer_value.analytics.clustering.scaling import Scale, distance_units
from customer_value.analytics.clustering.silhouette import Cluster, silhouettes

PLACES = Decimal("0.000001")
# the digits of decimal(28,6)
DIGITS = Context(prec=28, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True)
class Quality:
    """Of one k: customers per centre_id, the cost, and the silhouette if two clusters are used."""

    customer_counts: Mapping[int, int]
    cost: Decimal
    silhouette: Decimal | None


def qualities(
    points: DataFrame,
    models: Sequence[Sequence[Centre]],
    scaled_by: Sequence[Scale],
    customer_count: int,
) -> dict[int, Quality]:
    """The quality of each model by its k, every customer being with the nearest published centre.

    points: the features as doubles, and the same standardised (see `with_standardised`).
    """
    units = distance_units(customer_count, len(scaled_by))
    assigned = _assigned(points, models, scaled_by).cache()
    try:
        clusters = _clusters(assigned, models, scaled_by, units)
        silhouette_of = silhouettes(assigned, clusters, customer_count)
    finally:
        assigned.unpersist()

    return {
        k: Quality(
            {cluster.centre_id: cluster.customer_count for cluster in of_k},
            _cost(sum(cluster.cost_units for cluster in of_k), units),
            _rounded(silhouette_of[k]) if k in silhouette_of else None,
        )
        for k, of_k in clusters.items()
    }


def _assigned(
    points: DataFrame, models: Sequence[Sequence[Centre]], scaled_by: Sequence[Scale]
) -> DataFrame:
    """Per customer and k: the standardised features, `k`, and `nearest`, a struct of the distance
    and the centre_id of the nearest centre, the lowest number where some are equal.

    distance: the sum of ((value - centre) / scale)², added in the order of the features.
    """
    differences = [
        f"(`{scale.feature}` - centre.place[{position}]) / {scale.deviation!r}d"
        for position, scale in enumerate(scaled_by)
    ]
    distance = " + ".join(f"({each}) * ({each})" for each in differences)

    return (
        points.withColumn("model", F.expr(f"explode({_literal(models)})"))
        .withColumn(
            "nearest",
            F.expr(
                "array_min(transform(model.centres,"
                f" centre -> named_struct('distance', {distance}, 'centre_id', centre.centre_id)))"
            ),
        )
        .select(*[scale.standardised for scale in scaled_by], "model.k", "nearest")
    )


def _literal(models: Sequence[Sequence[Centre]]) -> str:
    """An array of SQL: each model's k and centres."""
    structs = [
        ", ".join(
            f"named_struct('centre_id', {centre.centre_id}, 'place', array({_doubles(centre)}))"
            for centre in centres
        )
        for centres in models
    ]

    return "array({})".format(
        ", ".join(
            f"named_struct('k', {len(centres)}, 'centres', array({of_k}))"
            for centres, of_k in zip(models, structs, strict=True)
        )
    )


def _doubles(centre: Centre) -> str:
    return ", ".join(f"{place!r}d" for place in centre.place)


def _clusters(
    assigned: DataFrame,
    models: Sequence[Sequence[Centre]],
    scaled_by: Sequence[Scale],
    units: float,
) -> dict[int, list[Cluster]]:
    """The clusters of each k that have customers, of all models in one pass."""
    standardised = [scale.standardised for scale in scaled_by]
    rows = (
        assigned.groupBy("k", "nearest.centre_id")
        .agg(
            F.count(F.lit(1)).alias("customer_count"),
            F.sum(F.rint(F.col("nearest.distance") * units).cast("bigint")).alias("cost_units"),
            # these double sums are exact (see `with_standardised`)
            *[F.sum(column).alias(column) for column in standardised],
        )
        .orderBy("k", "centre_id")
        .collect()
    )

    clusters: dict[int, list[Cluster]] = defaultdict(list)
    for row in rows:
        clusters[row["k"]].append(
            _cluster(row, models[row["k"] - 1][row["centre_id"]], scaled_by, units)
        )

    return clusters


def _cluster(row: Row, centre: Centre, scaled_by: Sequence[Scale], units: float) -> Cluster:
    count = row["customer_count"]
    mean = {scale.standardised: row[scale.standardised] / count for scale in scaled_by}
    # the cost is that of the published centre, which may stand a little beside the mean
    beside = sum(
        (mean[scale.standardised] - (place - scale.mean) / scale.deviation) ** 2
        for place, scale in zip(centre.place, scaled_by, strict=True)
    )
    spread = max(row["cost_units"] / units / count - beside, 0.0)

    return Cluster(centre.centre_id, count, row["cost_units"], mean, spread)


def _cost(cost_units: int, units: float) -> Decimal:
    # the quotient has too many digits for one rounding only when the cost has 20 before the point
    return _rounded(Context(prec=80).divide(Decimal(cost_units), Decimal(units)))


def _rounded(exact: Decimal) -> Decimal:
    return exact.quantize(PLACES, context=DIGITS)
