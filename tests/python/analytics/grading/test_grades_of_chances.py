"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Grades of probabilities: by hand, against brute force, and at their ends.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customer_value.analytics.grading import GradingInputError, ReliabilityBin, chance_grades

CHANCES = st.lists(
    st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.integers(0, 1)), min_size=1, max_size=40
).map(lambda rows: np.array(rows, dtype=float).T)


def test_by_hand() -> None:
    grades = chance_grades(np.array([0.05, 0.05, 0.5, 1.0]), np.array([0.0, 0, 1, 1]))

    assert grades.base_rate == 0.5
    assert grades.brier == pytest.approx((2 * 0.0025 + 0.25) / 4)
    assert grades.brier_of_base_rate == 0.25
    assert grades.auc == 1
    assert grades.reliability == [
        ReliabilityBin(2, 0.05, 0.0),
        ReliabilityBin(1, 0.5, 1.0),
        ReliabilityBin(1, 1.0, 1.0),
    ]


@given(CHANCES)
def test_against_brute_force(rows: np.ndarray) -> None:
    predicted, came_true = rows
    grades = chance_grades(predicted, came_true)

    pairs = [
        (yes > no) + (yes == no) / 2
        for yes, no in product(predicted[came_true == 1], predicted[came_true == 0])
    ]
    assert grades.auc == (pytest.approx(np.mean(pairs)) if pairs else None)
    assert sum(one.customers for one in grades.reliability) == len(predicted)
    assert sum(one.customers * one.share_true for one in grades.reliability) == pytest.approx(
        came_true.sum()
    )


@pytest.mark.parametrize(
    ("predicted", "came_true", "why"),
    [
        ([1.2, 0.5], [0, 1], "1 predicted probabilities are not from 0 to 1"),
        ([0.2, 0.5], [0, 2], "1 outcomes are neither 0 nor 1"),
        ([], [], "no customer to grade"),
    ],
)
def test_what_cannot_be_graded(predicted: list[float], came_true: list[float], why: str) -> None:
    with pytest.raises(GradingInputError, match=why):
        chance_grades(np.array(predicted), np.array(came_true, dtype=float))
