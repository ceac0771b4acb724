"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Whether predicted probabilities come true as often as they say, and tell customers apart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from customer_value.analytics.arrays import Values
from customer_value.analytics.grading.errors import GradingInputError, assert_gradable

BINS = 10


@dataclass(frozen=True)
class ReliabilityBin:
    """The customers whose predicted probability lies in one tenth of 0 to 1: how many, what was
    predicted for them on average, and the share of them for whom it came true.
    """

    customers: int
    mean_predicted: float
    share_true: float


@dataclass(frozen=True)
class ChanceGrades:
    """Grades of predicted probabilities.

    base_rate: share of the customers for whom it came true. brier: mean squared error, 0 is best.
    brier_of_base_rate: that of predicting the base rate for everyone. auc: the probability that of
    two customers the one for whom it came true had the higher prediction; None where it came true
    for all or for none. reliability: the bins that hold anyone, from low to high.
    """

    base_rate: float
    brier: float
    brier_of_base_rate: float
    auc: float | None
    reliability: Sequence[ReliabilityBin]


def chance_grades(predicted: Values, came_true: Values) -> ChanceGrades:
    """Grade probabilities of customers, one each, against 0 or 1 in the same order.

    Raises GradingInputError where there is nothing to grade, or a value is not from 0 to 1.
    """
    assert_gradable(predicted=predicted, came_true=came_true)
    wrong = int(((predicted < 0) | (predicted > 1)).sum())
    if wrong:
        raise GradingInputError(f"{wrong} predicted probabilities are not from 0 to 1.")
    wrong = int(((came_true != 0) & (came_true != 1)).sum())
    if wrong:
        raise GradingInputError(f"{wrong} outcomes are neither 0 nor 1.")
    rate = math.fsum(came_true) / len(came_true)

    return ChanceGrades(
        base_rate=rate,
        brier=math.fsum((predicted - came_true) ** 2) / len(predicted),
        brier_of_base_rate=rate * (1 - rate),
        auc=_auc(predicted, came_true),
        reliability=_reliability(predicted, came_true),
    )


def _auc(predicted: Values, came_true: Values) -> float | None:
    yes = int(came_true.sum())
    no = len(came_true) - yes
    if not yes or not no:
        return None
    ranks = math.fsum(rankdata(predicted)[came_true == 1])

    return (ranks - yes * (yes + 1) / 2) / (yes * no)


def _reliability(predicted: Values, came_true: Values) -> list[ReliabilityBin]:
    bins = np.minimum((predicted * BINS).astype(int), BINS - 1)
    found = []
    for one in np.unique(bins):
        inside = bins == one
        count = int(inside.sum())
        found.append(
            ReliabilityBin(
                count,
                math.fsum(predicted[inside]) / count,
                math.fsum(came_true[inside]) / count,
            )
        )

    return found
