"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Good starts for k-means, found without a seed: centres for every k, up and down again.

K-means ends in the local optimum that its start leads to. Up: the centres of k - 1 stay, and one
more starts where it is sure to lower the cost most (Likas, Vlassis, Verbeek: The global k-means
clustering algorithm, Pattern Recognition 36(2), 2003, section 3.1). That alone never takes back a
choice made at a smaller k. Down: one of the centres of k + 1 is given up, so that k can have what
was only found with more centres. Each k keeps the cheaper of what both ways lead to.

Sums are of integers, or in a fixed order, so that the last bits are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from customer_value.analytics.clustering.sketch import Counts, Places, Sketch

# How far to climb beyond the largest k that is asked for, so that it too can be reached from above.
FURTHER_CENTRES = 6
# How often to go down and up again.
ROUNDS = 2
# On the way down: how many of the k + 1 centres are tried to do without.
TRIED_WITHOUT = 3
# On the way up: how many points a further centre may start at.
CANDIDATE_LIMIT = 1_000
# Centres are given up for others only if that saves one part in so many of the cost. Less is a
# customer or two on a border, and no reason to renumber everybody's cluster.
LEAST_GAIN = 10_000
MAX_ITERATIONS = 300

# no cost of a point that matters reaches it, and sums of two stay within 64 bits
FAR = 2.0**61


@dataclass(frozen=True)
class Found:
    """Centres where Lloyd's iteration stands still, and their cost in units."""

    cost: int
    centres: Places


def starts(sketch: Sketch, *, max_k: int, units: float) -> list[Places]:
    """Standardised centres for k = 1, 2, … max_k, or as many as the sketch has points.

    units: how many units per 1 costs are added up in (see `scaling.distance_units`).
    """
    search = _Search(sketch, units)
    last = min(max_k + FURTHER_CENTRES, len(sketch.places))
    found = [search.settled(np.zeros((1, sketch.places.shape[1])))]
    while len(found) < last:
        found.append(search.settled(search.with_further_centre(found[-1].centres)))

    for _ in range(ROUNDS):
        for k in range(last - 1, 0, -1):
            fewer = search.without_one_centre(found[k].centres)
            found[k - 1] = _better(found[k - 1], *map(search.settled, fewer))
        for k in range(2, last + 1):
            more = search.with_further_centre(found[k - 2].centres)
            found[k - 1] = _better(found[k - 1], search.settled(more))

    return [each.centres for each in found[:max_k]]


class _Search:
    """Steps on one sketch; candidates are its most informative points."""

    def __init__(self, sketch: Sketch, units: float) -> None:
        self.places = sketch.places
        self.weights = sketch.weights
        self.units = units
        self.candidates = sketch.places[:CANDIDATE_LIMIT]
        self.candidate_costs = self._costs(
            squared_distances(self.places, self.candidates), self.weights[:, None]
        )

    def settled(self, centres: Places) -> Found:
        """Where Lloyd's iteration ends from these centres; one without customers stays in place."""
        numbers = np.full(len(self.places), -1)
        for _ in range(MAX_ITERATIONS):
            distances = squared_distances(self.places, centres)
            nearest = distances.argmin(axis=1)
            if np.array_equal(nearest, numbers):
                break
            numbers = nearest
            centres = self._means(numbers, centres)

        costs = self._costs(squared_distances(self.places, centres).min(axis=1), self.weights)
        return Found(int(costs.sum()), centres)

    def with_further_centre(self, centres: Places) -> Places:
        """The centres and the candidate that lowers the cost most; the first of equals."""
        costs = self._costs(squared_distances(self.places, centres).min(axis=1), self.weights)
        gains = np.maximum(costs[:, None] - self.candidate_costs, 0).sum(axis=0)

        return np.vstack([centres, self.candidates[int(gains.argmax())]])

    def without_one_centre(self, centres: Places) -> Iterator[Places]:
        """The centres without the one that costs least to give up, without the next, and so on."""
        distances = squared_distances(self.places, centres)
        nearest, second = np.partition(distances, 1, axis=1)[:, :2].T
        losses = np.zeros(len(centres), dtype=np.int64)
        np.add.at(losses, distances.argmin(axis=1), self._costs(second - nearest, self.weights))
        for number in losses.argsort(kind="stable")[:TRIED_WITHOUT]:
            yield np.delete(centres, number, axis=0)

    def _costs(self, distances: Places, weights: Counts) -> Counts:
        costs: Counts = np.rint(np.minimum(distances * weights * self.units, FAR)).astype(np.int64)
        return costs

    def _means(self, numbers: Counts, centres: Places) -> Places:
        # bincount adds row by row
        counts = np.bincount(numbers, self.weights, len(centres))
        sums = [
            np.bincount(numbers, self.weights * values, len(centres)) for values in self.places.T
        ]
        means: Places = np.stack(sums, axis=1) / np.maximum(counts, 1)[:, None]

        return np.where(counts[:, None] > 0, means, centres)


def squared_distances(places: Places, centres: Places) -> Places:
    """One row per place, one column per centre; added feature by feature."""
    total = np.zeros((len(places), len(centres)))
    for feature in range(places.shape[1]):
        difference = places[:, feature, None] - centres[None, :, feature]
        total += difference * difference

    return total


def _better(kept: Found, *others: Found) -> Found:
    """The cheapest of the others if it saves enough, or what there was."""
    cheapest = min(others, key=lambda each: each.cost)

    return cheapest if kept.cost - cheapest.cost > kept.cost // LEAST_GAIN else kept
