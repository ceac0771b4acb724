"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How good each model is: customers per cluster, cost and silhouette of the published centres.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import reduce
from operator import add

from pyspark.ml.evaluation import ClusteringEvaluator
from pyspark.ml.feature import VectorAssembler
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.clustering.centres import Centre
from customer_value.analytics.clustering.scaling import Scale, distance_units

VECTOR = "vector"

COST_PLACES = Decimal("0.000001")
SILHOUETTE_PLACES = Decimal("0.000001")
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
        counts, costs = _counts_and_costs(assigned, models, units)
        return {
            k: Quality(
                counts[k],
                costs[k],
                _silhouette(assigned, k) if len(counts[k]) > 1 else None,
            )
            for k in counts
        }
    finally:
        assigned.unpersist()


def nearest(centres: Sequence[Centre], scaled_by: Sequence[Scale]) -> Column:
    """struct(distance, centre_id) of the nearest centre, the lowest number where some are equal.

    distance: the sum of ((value - centre) / scale)², added in the order of the features.
    """
    return F.array_min(
        F.array(
            *[
                F.struct(
                    _squared_distance(centre, scaled_by).alias("distance"),
                    F.lit(centre.centre_id).alias("centre_id"),
                )
                for centre in centres
            ]
        )
    )


def _squared_distance(centre: Centre, scaled_by: Sequence[Scale]) -> Column:
    differences = [
        (F.col(scale.feature) - F.lit(place)) / F.lit(scale.deviation)
        for place, scale in zip(centre.place, scaled_by, strict=True)
    ]

    return reduce(add, [difference * difference for difference in differences])


def _assigned(
    points: DataFrame, models: Sequence[Sequence[Centre]], scaled_by: Sequence[Scale]
) -> DataFrame:
    """vector of the standardised features, and per model a column named by its k: `nearest`."""
    assembler = VectorAssembler(
        inputCols=[scale.standardised for scale in scaled_by], outputCol=VECTOR
    )

    return assembler.transform(points).select(
        VECTOR,
        *[nearest(centres, scaled_by).alias(str(len(centres))) for centres in models],
    )


def _counts_and_costs(
    assigned: DataFrame, models: Sequence[Sequence[Centre]], units: float
) -> tuple[dict[int, dict[int, int]], dict[int, Decimal]]:
    """customers per centre_id by k, and the cost by k, of all models in one pass."""
    each_model = F.array(
        *[
            F.struct(F.lit(len(centres)).alias("k"), F.col(str(len(centres))).alias("nearest"))
            for centres in models
        ]
    )
    rows = (
        assigned.select(F.explode(each_model).alias("of"))
        .groupBy("of.k", "of.nearest.centre_id")
        .agg(
            F.count(F.lit(1)).alias("customer_count"),
            F.sum(F.rint(F.col("of.nearest.distance") * units).cast("bigint")).alias("cost_units"),
        )
        .collect()
    )

    counts: dict[int, dict[int, int]] = defaultdict(dict)
    cost_units: dict[int, int] = defaultdict(int)
    for row in rows:
        counts[row["k"]][row["centre_id"]] = row["customer_count"]
        cost_units[row["k"]] += row["cost_units"]

    return counts, {k: _cost(total, units) for k, total in cost_units.items()}


def _cost(cost_units: int, units: float) -> Decimal:
    # the quotient has too many digits for one rounding only when the cost has 20 before the point
    exact = Context(prec=80).divide(Decimal(cost_units), Decimal(units))

    return exact.quantize(COST_PLACES, context=DIGITS)


def _silhouette(assigned: DataFrame, k: int) -> Decimal:
    evaluator = ClusteringEvaluator(
        featuresCol=VECTOR, predictionCol="prediction", distanceMeasure="squaredEuclidean"
    )
    predicted = assigned.select(VECTOR, F.col(f"{k}.centre_id").alias("prediction"))

    return Decimal(evaluator.evaluate(predicted)).quantize(SILHOUETTE_PLACES, context=DIGITS)
