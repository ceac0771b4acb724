"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

K-means by its definition, in plain Python: what the package is compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import fsum
from statistics import fmean, stdev

Point = tuple[float, float, float]

SCHEMA = "customer_id string, r_feature double, f_feature double, m_feature double"


def customers_of(spark, points: Sequence[Point]):
    """One customer per point, c0000, c0001, …"""
    rows = [(f"c{i:04}", *map(float, point)) for i, point in enumerate(points)]
    return spark.createDataFrame(rows, SCHEMA)


def models_of(rows: Iterable) -> dict[int, list]:
    """The returned rows by k, in the order of centre_id; every k has the centres 0 … k - 1."""
    ordered = sorted(rows, key=lambda row: (row.k, row.centre_id))
    models = {k: list(centres) for k, centres in groupby(ordered, key=lambda row: row.k)}
    for k, centres in models.items():
        assert [row.centre_id for row in centres] == list(range(k))

    return models


def deviations(points: Sequence[Point]) -> Point:
    r, f, m = (stdev(values) or 1.0 for values in zip(*points, strict=True))
    return r, f, m


def squared_distance(one: Point, other: Point, scales: Point) -> float:
    r, f, m = ((a - b) / scale for a, b, scale in zip(one, other, scales, strict=True))
    return r * r + f * f + m * m


def centre(row) -> Point:
    return row.r_centre, row.f_centre, row.m_centre


def assigned(points: Sequence[Point], centres: Sequence) -> list[int]:
    """The number of the nearest returned centre per point, by the returned scales."""
    scales = (centres[0].r_scale, centres[0].f_scale, centres[0].m_scale)
    return [
        min((squared_distance(point, centre(row), scales), row.centre_id) for row in centres)[1]
        for point in points
    ]


def mean_point(points: Sequence[Point]) -> Point:
    r, f, m = (fmean(values) for values in zip(*points, strict=True))
    return r, f, m


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
