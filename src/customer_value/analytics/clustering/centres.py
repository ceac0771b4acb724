"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Centres: found by Spark's k-means from given starts, published in the units of the features.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyspark import RDD
from pyspark.mllib.clustering import KMeans, KMeansModel

from customer_value.analytics.clustering.scaling import Scale
from customer_value.analytics.clustering.sketch import Places

Point = tuple[float, ...]

# enough for the iteration to stand still, which ends it: 15 is the most that the real data needs
MAX_ITERATIONS = 300
EPSILON = 1e-9

# digits of a published centre, counted from the deviation's first: moves no centre by more than
# a billionth of a deviation, and leaves no digit that a Spark version could round otherwise
DIGITS = 9


@dataclass(frozen=True)
class Centre:
    """A published centre: its number among the k of its model, and its place per feature."""

    k: int
    centre_id: int
    place: Point


def settled(points: RDD[Point], start: Places) -> list[Point]:
    """Where Spark's k-means ends with all customers, from the given standardised centres."""
    # pyspark.ml.clustering.KMeans takes no initial centres, its older sister does
    model = KMeans.train(
        points,
        len(start),
        maxIterations=MAX_ITERATIONS,
        epsilon=EPSILON,
        # never drawn from, but None would read the clock
        seed=0,
        initialModel=KMeansModel(start.tolist()),
    )

    return [tuple(float(z) for z in np.asarray(centre)) for centre in model.clusterCenters]


def published(centres: Sequence[Point], scaled_by: Sequence[Scale]) -> list[Centre]:
    """The centres of one k in the units of the features, numbered by the last feature's value,
    ties by the feature before it, and so on."""
    places = sorted(
        (
            tuple(_in_units(z, scale) for z, scale in zip(centre, scaled_by, strict=True))
            for centre in centres
        ),
        key=lambda place: place[::-1],
    )

    return [Centre(len(centres), number, place) for number, place in enumerate(places)]


def _in_units(standardised: float, scale: Scale) -> float:
    place = scale.mean + scale.deviation * standardised
    # + 0.0: a centre that rounds to -0.0 is published as 0.0
    return round(place, DIGITS - math.floor(math.log10(scale.deviation))) + 0.0
