"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which points a new centre may start at, and which of them it starts at.
"""

from __future__ import annotations

from clustering_reference import customers_of

from customer_value.analytics.clustering.starts import best_candidate, candidates

COLUMNS = ["r_feature", "f_feature", "m_feature"]


def test_few_distinct_points_are_all_candidates(spark):
    points = [(0, 0, 1), (0, 0, 2), (0, 0, 1), (3, 0, 0)]

    assert candidates(customers_of(spark, points), COLUMNS) == [(0, 0, 1), (0, 0, 2), (3, 0, 0)]


def test_the_few_large_customers_are_among_the_candidates(spark):
    large = {(0.0, 0.0, 1000.0 + i) for i in range(10)}
    points = [*large, *((i / 1e6, 0.0, 0.0) for i in range(990))]
    customers = customers_of(spark, points)

    chosen = candidates(customers, COLUMNS, limit=50)

    assert len(set(chosen)) == 50
    assert large < set(chosen)
    assert candidates(customers.repartition(3, "m_feature"), COLUMNS, limit=50) == chosen


def test_the_start_is_the_candidate_that_gains_most_and_the_first_of_equals(spark):
    points = spark.sparkContext.parallelize(
        [(0.0, 0.0, z) for z in (-9.0, 9.0, 9.5, 9.5, -9.5, -9.5, 12.0)], 3
    )
    # they gain 384, 261.25 and 399
    tried = [(0.0, 0.0, z) for z in (12.0, -9.5, 9.5)]

    assert best_candidate(points, [(0.0, 0.0, 0.0)], tried, 2.0**40) == (0.0, 0.0, 9.5)
    assert best_candidate(points, [(0.0, 0.0, 9.5)], tried, 2.0**40) == (0.0, 0.0, -9.5)

    mirrored = [(0.0, 0.0, 5.0), (0.0, 0.0, -5.0)]
    both = spark.sparkContext.parallelize(mirrored, 2)
    for order in (mirrored, mirrored[::-1]):
        assert best_candidate(both, [(0.0, 0.0, 0.0)], order, 2.0**40) == order[0]
