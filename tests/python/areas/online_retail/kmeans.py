"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

K-means in a few lines of numpy: many seeded random starts, the lowest cost kept.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.int64]

STARTS = 60


def standardised(features: Any) -> Points:
    """Each feature less its mean, in units of the sample's standard deviation."""
    values = np.array(features, dtype=float)
    return (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)


def best_clusters(points: Points, k: int) -> Labels:
    """The cluster of each point, 0 to k - 1, at the lowest cost of all starts."""
    draws = np.random.default_rng(seed=20111210)
    starts = (points[draws.choice(len(points), k, replace=False)] for _ in range(STARTS))
    return min((settle(points, start) for start in starts), key=lambda found: cost(points, found))


def settle(points: Points, centres: Points) -> Labels:
    """Lloyd's steps until no point changes its cluster."""
    labels = nearest(points, centres)
    while not (labels == (moved := nearest(points, means(points, labels, len(centres))))).all():
        labels = moved
    return labels


def nearest(points: Points, centres: Points) -> Labels:
    """The nearest centre of each point."""
    # squared distances less the point's own square, which is the same for every centre
    return ((centres**2).sum(axis=1) - 2 * points @ centres.T).argmin(axis=1)


def means(points: Points, labels: Labels, k: int) -> Points:
    """The mean of each cluster; of an empty one the mean of all points."""
    members = (labels == np.arange(k)[:, None]).astype(float)
    members[members.sum(axis=1) == 0] = 1
    return members @ points / members.sum(axis=1, keepdims=True)


def cost(points: Points, labels: Labels) -> float:
    """Sum of the squared distances to the means of the clusters."""
    centres = means(points, labels, int(labels.max()) + 1)
    return float(((points - centres[labels]) ** 2).sum())


def ordered(labels: Labels, amounts: NDArray[np.float64]) -> Labels:
    """The same clusters, numbered from the lowest mean amount."""
    averages = [amounts[labels == label].mean() for label in range(int(labels.max()) + 1)]
    return np.argsort(np.argsort(averages))[labels]
