"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sketch of the customers: all distinct points while they are few, then a weighted choice.
"""

from __future__ import annotations

import numpy as np
import pytest
from clustering_reference import FEATURES, KEY, customers_of

from customer_value.analytics.clustering.scaling import distance_units
from customer_value.analytics.clustering.search import squared_distances, starts
from customer_value.analytics.clustering.sketch import sketch_of


def sketched(customers, limit: int) -> list[tuple[tuple[float, ...], int]]:
    sketch = sketch_of(customers, FEATURES, KEY, limit)
    places = [tuple(place) for place in sketch.places.tolist()]
    return list(zip(places, sketch.weights.tolist(), strict=True))


def test_few_distinct_points_are_all_there_with_their_customers(spark):
    customers = customers_of(spark, [(0, 0, 1), (0, 0, 2), (0, 0, 1), (3, 0, 0)])

    assert sorted(sketched(customers, limit=3)) == [((0, 0, 1), 2), ((0, 0, 2), 1), ((3, 0, 0), 1)]


def test_the_few_large_customers_are_chosen_and_the_others_stand_for_the_rest(spark):
    large = {(0.0, 0.0, 1000.0 + i) for i in range(10)}
    points = [*large, *((i / 1e6, 0.0, 0.0) for i in range(1_990))]
    customers = customers_of(spark, points)

    chosen = sketched(customers, limit=100)

    assert len(dict(chosen)) == 100
    assert {dict(chosen)[place] for place in large} == {1}
    assert sum(weight for _, weight in chosen) == pytest.approx(2_000, rel=0.2)
    assert sketched(customers.repartition(3, "m_feature"), limit=100) == chosen


def test_starts_from_a_part_of_the_customers_are_good_for_all(spark):
    draw = np.random.default_rng(3)
    points = np.stack([draw.lognormal(0, 1.3, 4_000), draw.normal(0, 1, 4_000)], axis=1)
    rows = [(f"c{i}", *map(float, point)) for i, point in enumerate(points)]
    customers = spark.createDataFrame(rows, "key string, x double, y double")

    sketches = [sketch_of(customers, ["x", "y"], "key", limit) for limit in (500, 4_000)]

    units = distance_units(4_000, 2)
    of_part, of_all = (
        [
            float(squared_distances(points, centres).min(axis=1).sum())
            for centres in starts(sketch, max_k=8, units=units)
        ]
        for sketch in sketches
    )
    # an eighth of the points, and Spark's k-means over all of them follows
    assert all(part < 1.05 * best for part, best in zip(of_part, of_all, strict=True))
