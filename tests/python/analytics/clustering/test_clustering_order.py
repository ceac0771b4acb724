"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The same customers give the same rows, in whatever order and partitions they come.
"""

from __future__ import annotations

import random
from functools import partial
from itertools import product

import pytest
from clustering_reference import clustered, customers_of

from customer_value.analytics.clustering import models, sketch

LATTICE = [(r / 3, f / 3, m / 3) for r, f, m in product(range(4), range(3), range(3))]


def shuffled(spark, customers, seed: int, partitions: int):
    rows = customers.collect()
    random.Random(seed).shuffle(rows)
    return spark.createDataFrame(rows, customers.schema).repartition(partitions)


def sketch_at_most(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "sketch_of", partial(sketch.sketch_of, limit=limit))


# of 36 customers: all, and a part of them, which Spark's k-means follows
@pytest.mark.parametrize("limit", [36, 20])
def test_customers_half_way_between_centres_stay_where_they_are(spark, monkeypatch, limit):
    # a lattice of thirds is full of equal gains and equal distances, and its sums are inexact
    sketch_at_most(limit, monkeypatch)
    customers = customers_of(spark, LATTICE)
    expected = clustered(customers.coalesce(1), max_k=4).collect()

    for seed in (1, 2):
        other = shuffled(spark, customers, seed, partitions=1 + 2 * seed)
        assert clustered(other, max_k=4).collect() == expected


def test_spark_moves_no_centre_of_a_whole_sketch(spark, monkeypatch):
    draw = random.Random(3)
    points = [(draw.randrange(374), draw.randrange(1, 30), draw.random()) for _ in range(300)]
    customers = customers_of(spark, points)
    expected = clustered(customers, max_k=6).collect()

    def said_to_be_a_part(*arguments):
        whole = sketch.sketch_of(*arguments)
        return sketch.Sketch(whole.places, whole.weights, is_whole=False)

    monkeypatch.setattr(models, "sketch_of", said_to_be_a_part)
    assert clustered(customers, max_k=6).collect() == expected


@pytest.mark.parametrize("limit", [3, 2])
def test_nothing_stays_cached(spark, monkeypatch, limit):
    sketch_at_most(limit, monkeypatch)

    def cached():
        return set(spark.sparkContext._jsc.getPersistentRDDs())

    before = cached()
    clustered(customers_of(spark, [(0, 1, 2), (5, 4, 4), (9, 8, 8)]), max_k=2)

    assert cached() <= before
