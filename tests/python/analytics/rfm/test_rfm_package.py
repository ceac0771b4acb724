"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The method `rfm_package` against the R package `rfm`: what it prints, and what its code does.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyspark.sql import DataFrame, SparkSession
from rfm_orders import needs_orders, orders_customers
from rfm_reference import customers_of, package_scores, reference_scores

from customer_value.analytics.rfm import RfmInputError, RfmParameters, calculate_rfm, thresholds
from customer_value.analytics.rfm.exact import to_number
from customer_value.analytics.rfm.metrics import METRICS
from customer_value.analytics.rfm.ranks import places, threshold

PACKAGE = RfmParameters(method="rfm_package")
SCORES = tuple(metric.score_column for metric in METRICS)

# The first ten rows that the package prints for rfm_table_order(rfm_data_orders, customer_id,
# order_date, revenue, as.Date("2006-12-31")): section "RFM Table" of its README and vignette
# "Introduction to RFM" (rfm-introduction), versions 0.1 and 0.2. There the names carry titles
# (Abbey O'Reilly DVM, Aden Lesch Sr.), which version 0.3, the data used here, left off.
PRINTED = {
    "Abbey O'Reilly": (205, 6, 472, "343"),
    "Add Senger": (140, 3, 340, "412"),
    "Aden Lesch": (194, 4, 405, "323"),
    "Admiral Senger": (132, 5, 448, "433"),
    "Agness O'Keefe": (90, 9, 843, "555"),
    "Aileen Barton": (84, 9, 763, "555"),
    "Ailene Hermann": (281, 8, 699, "355"),
    "Aiyanna Bruen": (246, 4, 157, "321"),
    "Ala Schmidt": (349, 3, 363, "212"),
    "Alannah Borer": (619, 4, 196, "121"),
}
# the same cuts, rounded, in the example "using custom threshold" of the help page rfm_table_order
PRINTED_CUTS = {
    "recency_days": [115, 181, 297, 482],
    "frequency": [4, 5, 6, 8],
    "monetary": [256, 382, 506, 666],
}


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return orders_customers(spark).cache()


@needs_orders
def test_scores_equal_what_the_package_prints(orders: DataFrame) -> None:
    scored = {row.customer_id: row for row in calculate_rfm(orders, PACKAGE).collect()}

    assert {
        name: (row.recency_days, row.frequency, row.monetary, row.rfm_code)
        for name, row in ((name, scored[name]) for name in PRINTED)
    } == PRINTED


@needs_orders
def test_scores_equal_numpy_quantiles_and_the_loop_of_the_package(orders: DataFrame) -> None:
    rows = calculate_rfm(orders, PACKAGE).collect()
    assert len(rows) == 995

    for metric in METRICS:
        values = np.array([float(row[metric.column]) for row in rows])
        cuts = np.quantile(values, [0.2, 0.4, 0.6, 0.8], method="linear") + 1
        assert [round(cut) for cut in cuts] == PRINTED_CUTS[metric.column]
        expected = np.zeros(len(values), dtype=int)
        lowers, uppers = [values.min(), *cuts], [*cuts, values.max() + 1]
        for position, (lower, upper) in enumerate(zip(lowers, uppers, strict=True), start=1):
            name = 6 - position if metric.lower_is_better else position
            expected[(values >= lower) & (values < upper)] = name
        assert [row[metric.score_column] for row in rows] == expected.tolist(), metric.column


small = st.integers(-12, 12)


@settings(max_examples=300, deadline=None)
@given(
    values=st.lists(st.one_of(small, st.integers(-(10**6), 10**6)), min_size=1, max_size=40),
    bins=st.integers(2, 9),
    scale=st.integers(0, 4),
    lower_is_better=st.booleans(),
)
def test_places_and_thresholds_give_the_scores_of_the_loop(values, bins, scale, lower_is_better):
    worst_first = sorted(values, reverse=lower_is_better)
    limits = [
        threshold(
            "rfm_package",
            place.scaled(worst_first[place.rank - 1], worst_first[place.next_rank - 1], bins),
            bins=bins,
            one=10**scale,
            lower_is_better=lower_is_better,
        )
        for place in places("rfm_package", len(values), bins)
    ]

    scores = [
        1 + sum(value < limit if lower_is_better else value > limit for limit in limits)
        for value in values
    ]

    expected = package_scores(
        [Fraction(value, 10**scale) for value in values], bins, lower_is_better=lower_is_better
    )
    assert scores == expected


@settings(max_examples=6, deadline=None, derandomize=True)
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 9), st.integers(-300, 900)),
        min_size=1,
        max_size=40,
    ),
    bins=st.integers(2, 9),
)
def test_scores_equal_brute_force(spark, rows, bins):
    customers = customers_of(
        spark, [(f"c{i:02}", r, f, to_number(m, 2)) for i, (r, f, m) in enumerate(rows)]
    )
    parameters = RfmParameters(bins=bins, levels=(("all", 3 * bins),), method="rfm_package")

    scored = calculate_rfm(customers, parameters)

    recencies, frequencies, cents = zip(*rows, strict=True)
    expected = list(
        zip(
            package_scores(recencies, bins, lower_is_better=True),
            package_scores(frequencies, bins, lower_is_better=False),
            package_scores([to_number(m, 2) for m in cents], bins, lower_is_better=False),
            strict=True,
        )
    )
    assert [tuple(row[name] for name in SCORES) for row in sorted(scored.collect())] == expected


@pytest.mark.parametrize(
    ("best", "scores"),
    [
        # between 0 and 5 the last cut is 4 + 1: exactly the better value, which has passed it
        ((5, 5, "5.00"), {"worse": (1, 1, 1), "better": (5, 5, 5)}),
        # one unit less and the last cut, 4.2 or 4.992, is out of reach
        ((4, 4, "4.99"), {"worse": (2, 1, 1), "better": (5, 4, 4)}),
    ],
)
def test_a_value_exactly_on_a_cut_has_passed_it(spark, best, scores):
    days, orders, money = best
    customers = customers_of(spark, [("worse", days, 0, 0), ("better", 0, orders, money)])

    found = calculate_rfm(customers, PACKAGE).collect()

    assert {row.consumer_id: tuple(row[name] for name in SCORES) for row in found} == scores


def test_numbers_at_the_end_of_a_type_have_a_threshold_beyond_it(spark):
    top = 2**63 - 1
    rows = [("low", 0, top - 2, 10**26 - 1), ("high", 2**31 - 1, top, 10**26 - 1)]

    scored = calculate_rfm(customers_of(spark, rows), PACKAGE)

    assert {row.consumer_id: tuple(row[name] for name in SCORES) for row in scored.collect()} == {
        "low": (5, 1, 1),
        "high": (1, 3, 1),
    }


def test_equal_customers_have_the_best_recency_and_the_worst_of_the_rest(spark):
    rows = [(f"c{i}", 12, 3, Decimal("9.99")) for i in range(4)]

    scored = calculate_rfm(customers_of(spark, rows), PACKAGE).collect()

    assert {tuple(row[name] for name in SCORES) for row in scored} == {(5, 1, 1)}


def test_the_two_methods_are_not_the_same():
    values = [1, 2, 3, 4, 5]

    assert reference_scores(values, 5, lower_is_better=False) == [1, 2, 3, 4, 5]
    assert package_scores(values, 5, lower_is_better=False) == [1, 1, 2, 3, 4]


def test_thresholds_of_another_method_are_refused(spark):
    with pytest.raises(RfmInputError, match="method 'fixed' finds no thresholds in the customers"):
        thresholds(customers_of(spark, [("c1", 1, 1, 1)]), method="fixed")
