"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The search for starts, on the driver alone: each step, and how good the ends are.
"""

from __future__ import annotations

import numpy as np
import pytest

from customer_value.analytics.clustering import search
from customer_value.analytics.clustering.search import squared_distances, starts
from customer_value.analytics.clustering.sketch import Sketch

UNITS = 2.0**40


def line(*values: float, weights: list[int] | None = None) -> Sketch:
    places = np.array(values, dtype=np.float64)[:, None]
    counts = np.array(weights or [1] * len(values), dtype=np.int64)
    return Sketch(places, counts, is_whole=True)


def cost(sketch: Sketch, centres) -> float:
    nearest = squared_distances(sketch.places, centres).min(axis=1)
    return float((nearest * sketch.weights).sum())


def heavy_tailed(customer_count: int) -> Sketch:
    """Standardised days, orders and money with a few customers far from all others."""
    draw = np.random.default_rng(5)
    features = np.stack(
        [
            draw.integers(0, 374, customer_count),
            1 + np.floor(draw.lognormal(0.7, 1.1, customer_count)),
            draw.lognormal(6, 1.6, customer_count),
        ],
        axis=1,
    )
    places = (features - features.mean(axis=0)) / features.std(axis=0)
    # the most informative first, as sketch_of gives them
    places = places[np.argsort(-(places**2).sum(axis=1), kind="stable")]
    return Sketch(places, np.ones(customer_count, dtype=np.int64), is_whole=True)


def best_of_random_starts(sketch: Sketch, k: int, tries: int) -> float:
    draw = np.random.default_rng(k)
    each = search._Search(sketch, UNITS)
    return min(
        each.settled(sketch.places[draw.choice(len(sketch.places), k, replace=False)]).cost / UNITS
        for _ in range(tries)
    )


def test_there_are_no_more_centres_than_points():
    found = starts(line(0, 2), max_k=5, units=UNITS)

    assert [sorted(centres[:, 0].tolist()) for centres in found] == [[1.0], [0.0, 2.0]]


def test_a_point_counts_as_often_as_its_weight():
    (centre,) = starts(line(0, 4, weights=[3, 1]), max_k=1, units=UNITS)

    assert centre.tolist() == [[1.0]]


def test_a_further_centre_is_the_candidate_that_gains_most_and_the_first_of_equals():
    found = search._Search(line(12, -9.5, 9.5, 9, -9, 9.5, -9.5), UNITS)
    mirrored = [search._Search(line(*order), UNITS) for order in ((5, -5), (-5, 5))]

    # 9.5 has three customers near, 12 none
    assert found.with_further_centre(np.zeros((1, 1))).tolist() == [[0.0], [9.5]]
    assert found.with_further_centre(np.array([[9.5]])).tolist() == [[9.5], [-9.5]]
    assert [each.with_further_centre(np.zeros((1, 1)))[1].tolist() for each in mirrored] == [
        [5.0],
        [-5.0],
    ]


def test_first_to_go_is_the_centre_that_is_missed_least():
    found = search._Search(line(0, 1, 10, 30), UNITS)

    fewer = list(found.without_one_centre(np.array([[0.0], [1.0], [10.0], [30.0]])))

    # 0 and 1 are as near to each other: the first of equals
    assert [sorted(centres[:, 0].tolist()) for centres in fewer] == [
        [1.0, 10.0, 30.0],
        [0.0, 10.0, 30.0],
        [0.0, 1.0, 30.0],
    ]


@pytest.mark.parametrize("k", range(1, 11))
def test_no_end_costs_more_than_the_best_of_many_random_starts(k):
    sketch = heavy_tailed(600)

    found = starts(sketch, max_k=10, units=UNITS)[k - 1]

    assert cost(sketch, found) < 1.005 * best_of_random_starts(sketch, k, tries=40)


def test_going_down_and_up_again_finds_what_climbing_alone_does_not(monkeypatch):
    sketch = heavy_tailed(600)
    found = [cost(sketch, centres) for centres in starts(sketch, max_k=10, units=UNITS)]

    monkeypatch.setattr(search, "ROUNDS", 0)
    climbed = [cost(sketch, centres) for centres in starts(sketch, max_k=10, units=UNITS)]

    # never dearer, but for what LEAST_GAIN leaves
    assert all(one <= other * (1 + 1e-9) for one, other in zip(found, climbed, strict=True))
    assert min(one / other for one, other in zip(found, climbed, strict=True)) < 0.99
    assert found == sorted(found, reverse=True)
