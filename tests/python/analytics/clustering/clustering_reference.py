"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

K-means by its definition, in plain Python: what the package is compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from math import fsum
from statistics import fmean, stdev

from customer_value.analytics.clustering import cluster_models

Point = tuple[float, ...]

KEY = "customer_id"
FEATURES = ("r_feature", "f_feature", "m_feature")
SCHEMA = "customer_id string, r_feature double, f_feature double, m_feature double"


@dataclass(frozen=True)
class Cluster:
    """The returned rows of one centre, one row per feature, side by side."""

    k: int
    centre_id: int
    centre: Point
    scales: Point
    customer_count: int
    cost: Decimal
    silhouette: Decimal | None


def clustered(customers, max_k: int = 10):
    return cluster_models(customers, key=KEY, features=FEATURES, max_k=max_k)


def customers_of(spark, points: Sequence[Point]):
    """One customer per point, c0000, c0001, …"""
    rows = [(f"c{i:04}", *map(float, point)) for i, point in enumerate(points)]
    return spark.createDataFrame(rows, SCHEMA)


def models_of(rows: Iterable) -> dict[int, list[Cluster]]:
    """The clusters by k, in the order of centre_id; every k has the centres 0 … k - 1."""

    def number(row):
        return row.k, row.centre_id

    # sorted keeps the order of the features
    clusters = [
        _cluster(list(of_centre)) for _, of_centre in groupby(sorted(rows, key=number), number)
    ]
    models = {k: list(centres) for k, centres in groupby(clusters, key=lambda cluster: cluster.k)}
    for k, centres in models.items():
        assert [cluster.centre_id for cluster in centres] == list(range(k))

    return models


def _cluster(rows: list) -> Cluster:
    first = rows[0]
    of_cluster = ("k", "centre_id", "customer_count", "cost", "silhouette")
    for row in rows:
        assert [row[name] for name in of_cluster] == [first[name] for name in of_cluster]

    return Cluster(
        centre=tuple(row.centre for row in rows),
        scales=tuple(row.scale for row in rows),
        **{name: first[name] for name in of_cluster},
    )


def deviations(points: Sequence[Point]) -> Point:
    return tuple(stdev(values) or 1.0 for values in zip(*points, strict=True))


def squared_distance(one: Point, other: Point, scales: Point) -> float:
    differences = [(a - b) / scale for a, b, scale in zip(one, other, scales, strict=True)]
    return sum(difference * difference for difference in differences)


def assigned(points: Sequence[Point], clusters: Sequence[Cluster]) -> list[int]:
    """The number of the nearest returned centre per point, by the returned scales."""
    return [
        min(
            (squared_distance(point, cluster.centre, cluster.scales), cluster.centre_id)
            for cluster in clusters
        )[1]
        for point in points
    ]


def mean_point(points: Sequence[Point]) -> Point:
    return tuple(fmean(values) for values in zip(*points, strict=True))


def cost(clusters: Iterable[Sequence[Point]], scales: Point) -> float:
    return fsum(
        squared_distance(point, mean_point(cluster), scales)
        for cluster in clusters
        for point in cluster
    )


def silhouette(points: Sequence[Point], numbers: Sequence[int], scales: Point) -> float:
    """The mean of (b - a) / max(a, b) over all points, squared Euclidean; alone in a cluster: 0."""
    clusters = {
        number: [p for p, n in zip(points, numbers, strict=True) if n == number]
        for number in numbers
    }

    def one(point: Point, number: int) -> float:
        if len(clusters[number]) == 1:
            return 0.0
        sums = {
            other: fsum(squared_distance(point, member, scales) for member in members)
            for other, members in clusters.items()
        }
        inside = sums[number] / (len(clusters[number]) - 1)
        outside = min(sums[other] / len(clusters[other]) for other in clusters if other != number)
        return (outside - inside) / max(inside, outside)

    return fmean(one(point, number) for point, number in zip(points, numbers, strict=True))


def partitions(points: Sequence[Point], k: int) -> Iterator[list[list[Point]]]:
    """Every way to put the points into at most k clusters, none of them empty."""
    if not points:
        yield []
        return
    *others, last = points
    for clusters in partitions(others, k):
        for position in range(len(clusters)):
            yield [[*c, last] if i == position else c for i, c in enumerate(clusters)]
        if len(clusters) < k:
            yield [*clusters, [last]]


def best_cost(points: Sequence[Point], k: int) -> float:
    scales = deviations(points)
    return min(cost(clusters, scales) for clusters in partitions(points, k))
