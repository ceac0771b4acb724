"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Grades of amounts and of a gain: by hand, at their ends, and whatever the order of the customers.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from customer_value.analytics.grading import GradingInputError, amount_grades, gain

AMOUNTS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=60).map(
    lambda rows: np.array(rows, dtype=float).T
)


def mean_error(predicted: np.ndarray, actual: np.ndarray) -> float:
    return float(np.abs(predicted - actual).mean())


def test_by_hand() -> None:
    grades = amount_grades(np.array([10.0, 20, 30, 0]), np.array([0.0, 30, 30, 0]))

    assert grades.mean_absolute_error == 5
    assert grades.root_mean_squared_error == pytest.approx(np.sqrt(50))
    assert grades.total_ratio == 1
    # of four customers each is a group of its own
    assert grades.decile_error == 5
    assert grades.gini == pytest.approx(1)


def test_the_ends_of_the_order() -> None:
    actual = np.arange(1.0, 101)

    best, worst, none = (
        amount_grades(order, actual) for order in (actual, -actual, np.full(100, 7.0))
    )

    assert (best.spearman, best.gini) == (pytest.approx(1), pytest.approx(1))
    assert (worst.spearman, worst.gini) == (pytest.approx(-1), pytest.approx(-1))
    assert none.spearman is None and none.gini == pytest.approx(0)


def test_nobody_spent_anything() -> None:
    grades = amount_grades(np.array([1.0, 2]), np.zeros(2))

    assert (grades.spearman, grades.gini, grades.total_ratio) == (None, None, None)
    assert grades.mean_absolute_error == 1.5


@given(AMOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_the_customers_does_not_matter(rows: np.ndarray, random: object) -> None:
    places = list(range(rows.shape[1]))
    random.shuffle(places)  # type: ignore[attr-defined]

    assert amount_grades(*rows) == amount_grades(*rows[:, places])


@given(AMOUNTS)
def test_ranks_are_those_of_scipy(rows: np.ndarray) -> None:
    predicted, actual = rows
    ours = amount_grades(predicted, actual).spearman

    if len(set(predicted)) > 1 and len(set(actual)) > 1:
        assert ours == pytest.approx(spearmanr(predicted, actual).statistic)
    else:
        assert ours is None


def test_a_better_model_wins_and_a_lucky_one_does_not() -> None:
    random = np.random.default_rng(11)
    actual = random.gamma(2, 50, 400)
    simple = np.full(400, actual.mean())

    better = gain(actual + random.normal(0, 10, 400), simple, actual, mean_error)
    lucky = gain(simple + random.normal(0, 0.5, 400), simple, actual, mean_error)

    assert better.won and better.low < better.value < better.high
    assert not lucky.won and lucky.low <= 0 <= lucky.high
    # a score that is to be high
    worse = gain(simple, actual, actual, lambda p, a: -mean_error(p, a), higher_is_better=True)
    assert worse.high < 0


def test_a_gain_does_not_depend_on_the_order() -> None:
    random = np.random.default_rng(12)
    rows = random.gamma(2, 50, (3, 200))
    places = random.permutation(200)

    assert gain(*rows, mean_error) == gain(*rows[:, places], mean_error)


def test_the_interval_covers_as_often_as_it_says() -> None:
    """Of 200 worlds in which both models are equally good, about a tenth lie outside."""
    random = np.random.default_rng(13)
    outside = 0
    for _ in range(200):
        actual = random.normal(0, 1, 120)
        one, other = random.normal(0, 1, (2, 120))
        found = gain(one, other, actual, mean_error)
        outside += not found.low <= 0 <= found.high

    assert 8 <= outside <= 36


@pytest.mark.parametrize(
    ("predicted", "actual", "why"),
    [
        ([1.0], [1.0, 2.0], "must have one length"),
        ([], [], "no customer to grade"),
        ([np.nan, 1.0], [1.0, 2.0], "1 values of predicted are no numbers"),
    ],
)
def test_what_cannot_be_graded(predicted: list[float], actual: list[float], why: str) -> None:
    with pytest.raises(GradingInputError, match=why):
        amount_grades(np.array(predicted), np.array(actual))


def test_too_few_customers_for_a_gain() -> None:
    values = np.array([1.0, 2.0])
    with pytest.raises(GradingInputError, match="too few customers"):
        gain(values, values, values, lambda predicted, actual: float("nan"))
