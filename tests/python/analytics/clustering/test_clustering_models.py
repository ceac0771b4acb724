"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The models of few customers against k-means by its definition, and the edges of what can be grouped.
"""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from clustering_reference import (
    FEATURES,
    assigned,
    best_cost,
    clustered,
    cost,
    customers_of,
    deviations,
    mean_point,
    models_of,
    silhouette,
)

from customer_value.analytics.clustering import cluster_models


def skewed_points(seed: int, count: int):
    """Days, orders and money as customers have them: whole days, few orders, a long tail."""
    draw = random.Random(seed)
    return [
        (
            float(draw.randrange(374)),
            float(1 + int(draw.expovariate(0.3))),
            round(draw.lognormvariate(6, 1.5), 2),
        )
        for _ in range(count)
    ]


def test_three_groups_are_found_and_numbered_by_m_then_f_then_r(spark):
    groups = [
        [(9.0, 1.0, 10.0), (11.0, 1.0, 10.0)],
        [(19.0, 1.0, 10.0), (21.0, 1.0, 10.0)],
        [(0.0, 9.0, 10.0), (0.0, 9.0, 10.0), (0.0, 9.0, 10.0)],
        [(1.0, 1.0, 500.0)],
    ]
    points = [point for group in reversed(groups) for point in group]

    models = models_of(clustered(customers_of(spark, points), max_k=4).collect())

    assert [row.centre for row in models[4]] == [mean_point(group) for group in groups]
    assert [row.customer_count for row in models[4]] == [2, 2, 3, 1]
    expected = cost(groups, deviations(points))
    assert [float(row.cost) for row in models[4]] == pytest.approx([expected] * 4, abs=1e-6)
    # one of the groups is of three in one place, and one of a single customer
    numbers = [number for number, group in enumerate(groups) for _ in group]
    of_groups = silhouette(
        [point for group in groups for point in group], numbers, deviations(points)
    )
    assert float(models[4][0].silhouette) == pytest.approx(of_groups, abs=1e-6)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_partition_of_grouped_customers_is_better(spark, seed):
    draw = random.Random(seed)
    points = [
        (days + draw.random(), orders + draw.random(), money + 100 * draw.random())
        for days, orders, money in [(300, 1, 0), (300, 1, 0), (20, 5, 900)] * 2 + [(1, 50, 8_000)]
    ]

    models = models_of(clustered(customers_of(spark, points), max_k=3).collect())

    for k, centres in models.items():
        assert float(centres[0].cost) == pytest.approx(best_cost(points, k), abs=1e-6)


def test_no_cost_is_below_that_of_the_best_partition(spark):
    # eight customers without groups: the algorithm ends near the best, not always at it
    points = skewed_points(2, 8)

    models = models_of(clustered(customers_of(spark, points), max_k=3).collect())

    ratios = [float(centres[0].cost) / best_cost(points, k) for k, centres in models.items()]
    assert ratios[0] == pytest.approx(1, abs=1e-6)
    assert min(ratios) > 1 - 1e-6
    assert max(ratios) < 1.1


def test_what_is_returned_is_what_the_returned_centres_give(spark):
    points = skewed_points(5, 60)

    models = models_of(clustered(customers_of(spark, points), max_k=4).collect())

    scales = deviations(points)
    for k, centres in models.items():
        numbers = assigned(points, centres)
        clusters = [[p for p, n in zip(points, numbers, strict=True) if n == i] for i in range(k)]
        for row, members in zip(centres, clusters, strict=True):
            assert row.scales == pytest.approx(scales, rel=1e-11)
            assert row.customer_count == len(members)
            # the iteration stood still: a centre is the mean of its customers
            assert row.centre == pytest.approx(mean_point(members), abs=1e-8 * max(scales))
            assert float(row.cost) == pytest.approx(cost(clusters, scales), abs=2e-6)
            if k > 1:
                expected = silhouette(points, numbers, scales)
                assert float(row.silhouette) == pytest.approx(expected, abs=1e-6)
            else:
                assert row.silhouette is None

    costs = [centres[0].cost for centres in models.values()]
    assert costs == sorted(costs, reverse=True)
    assert costs[0] == 3 * (len(points) - 1)


def test_equal_customers_are_one_cluster(spark):
    customers = customers_of(spark, [(7.0, 0.1, 12.34)] * 5)

    rows = clustered(customers, max_k=3).collect()

    assert [tuple(row) for row in rows] == [
        (1, 0, feature, value, 1.0, 5, Decimal("0.000000"), None)
        for feature, value in zip(FEATURES, (7.0, 0.1, 12.34), strict=True)
    ]


def test_two_distinct_points_are_two_clusters_at_most(spark):
    points = [(1.0, 2.0, 30.0)] * 3 + [(5.0, 2.0, 3.0)] * 2

    models = models_of(clustered(customers_of(spark, points), max_k=4).collect())

    assert list(models) == [1, 2]
    assert [(*row.centre, row.customer_count) for row in models[2]] == [
        (5.0, 2.0, 3.0, 2),
        (1.0, 2.0, 30.0, 3),
    ]
    assert {(row.cost, row.silhouette) for row in models[2]} == {(Decimal(0), Decimal(1))}


def test_a_feature_without_spread_decides_nothing(spark):
    points = [(0.0, 3.3, money) for money in (1.0, 2.0, 3.0, 101.0, 102.0, 103.0)]

    models = models_of(clustered(customers_of(spark, points), max_k=2).collect())

    assert [(*row.centre, row.customer_count) for row in models[2]] == [
        (0.0, 3.3, 2.0, 3),
        (0.0, 3.3, 102.0, 3),
    ]
    assert {row.scales[:2] for row in models[2]} == {(1.0, 1.0)}
    assert models[1][0].cost == 5


def test_types_and_units_of_the_result(spark):
    customers = customers_of(spark, [(1.0, 1.0, 1.5), (2.0, 3.0, 2.5)]).selectExpr(
        "customer_id",
        "cast(r_feature as int) r_feature",
        "cast(f_feature as bigint) f_feature",
        "cast(m_feature as decimal(28,3)) m_feature",
        "'not read' as country",
    )

    models = clustered(customers, max_k=1)

    assert [(field.name, field.dataType.simpleString()) for field in models.schema] == [
        *[("k", "int"), ("centre_id", "int"), ("feature", "string")],
        *[("centre", "double"), ("scale", "double")],
        *[("customer_count", "bigint"), ("cost", "decimal(28,6)")],
        ("silhouette", "decimal(9,6)"),
    ]
    assert models_of(models.collect())[1][0].centre == (1.5, 2.0, 2.0)


def test_any_key_and_any_number_of_features(spark):
    rows = [
        (f"u{i}", visits + i % 2, float(age), float(age % 7), 5)
        for i, (visits, age) in enumerate(
            [(1, 20), (1, 22), (90, 60), (90, 61), (91, 20), (90, 21)]
        )
    ]
    schema = "user_id string, Visits int, age double, mood double, same_for_all int"
    users = spark.createDataFrame(rows, schema)

    two = cluster_models(users, key="user_id", features=["visits", "age"], max_k=3).collect()
    four = cluster_models(
        users, key="user_id", features=["mood", "same_for_all", "visits", "age"], max_k=1
    ).collect()

    # numbered by the last feature named: age, then visits
    assert [(row.feature, row.centre) for row in two if row.k == 3] == [
        *[("visits", 91.0), ("age", 20.5)],
        *[("visits", 1.5), ("age", 21.0)],
        *[("visits", 90.5), ("age", 60.5)],
    ]
    assert [row.feature for row in four] == ["mood", "same_for_all", "visits", "age"]
    # three of them vary
    assert {row.cost for row in four} == {Decimal(3 * 5)}
