"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The same customers give the same rows, in whatever order and partitions they come.
"""

from __future__ import annotations

import random
from itertools import product

from clustering_reference import clustered, customers_of


def shuffled(spark, customers, seed: int, partitions: int):
    rows = customers.collect()
    random.Random(seed).shuffle(rows)
    return spark.createDataFrame(rows, customers.schema).repartition(partitions)


def test_customers_half_way_between_centres_stay_where_they_are(spark):
    # a lattice of thirds is full of equal gains and equal distances, and its sums are inexact
    lattice = [(r / 3, f / 3, m / 3) for r, f, m in product(range(4), range(3), range(3))]
    customers = customers_of(spark, lattice)
    expected = clustered(customers.coalesce(1), max_k=4).collect()

    for seed in (1, 2):
        other = shuffled(spark, customers, seed, partitions=1 + 2 * seed)
        assert clustered(other, max_k=4).collect() == expected


def test_nothing_stays_cached(spark):
    def cached():
        return set(spark.sparkContext._jsc.getPersistentRDDs())

    before = cached()
    clustered(customers_of(spark, [(0, 1, 2), (5, 4, 4), (9, 8, 8)]), max_k=2)

    assert cached() <= before
