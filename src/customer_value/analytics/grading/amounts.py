"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How far predicted amounts are from what customers spent, and whether the order is right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from customer_value.analytics.arrays import Values
from customer_value.analytics.grading.errors import assert_gradable

DECILES = 10


@dataclass(frozen=True)
class AmountGrades:
    """Grades of predicted amounts.

    mean_absolute_error, root_mean_squared_error, decile_error: in the unit of the amounts.
    spearman: correlation of the ranks, -1 to 1, ties at their mean rank. gini: normalised Gini, 1
    where the order is that of the outcomes, about 0 where it is none. decile_error: mean over
    the ten groups by prediction of the difference between mean prediction and mean outcome.
    total_ratio: predicted total by the real one. A grade is None where it is not defined: all
    predictions or all outcomes equal, or a real total of 0.
    """

    mean_absolute_error: float
    root_mean_squared_error: float
    spearman: float | None
    gini: float | None
    decile_error: float
    total_ratio: float | None


def amount_grades(predicted: Values, actual: Values) -> AmountGrades:
    """Grade the predictions of customers, one each, against their outcomes in the same order.

    Raises GradingInputError where there is nothing to grade.
    """
    assert_gradable(predicted=predicted, actual=actual)
    error = predicted - actual
    total = math.fsum(actual)

    return AmountGrades(
        mean_absolute_error=math.fsum(np.abs(error)) / len(error),
        root_mean_squared_error=math.sqrt(math.fsum(error**2) / len(error)),
        spearman=_spearman(predicted, actual),
        gini=_normalised_gini(predicted, actual),
        decile_error=_decile_error(predicted, actual),
        total_ratio=math.fsum(predicted) / total if total else None,
    )


def _spearman(predicted: Values, actual: Values) -> float | None:
    ranks = [rankdata(values) for values in (predicted, actual)]
    centred = [rank - (len(rank) + 1) / 2 for rank in ranks]
    spread = [math.fsum(rank**2) for rank in centred]
    if not all(spread):
        return None

    return math.fsum(centred[0] * centred[1]) / math.sqrt(spread[0] * spread[1])


def _normalised_gini(predicted: Values, actual: Values) -> float | None:
    """The area between the gains of the predicted order and of no order, by that of the best."""
    best = _area(actual, actual)

    return _area(predicted, actual) / best if best else None


def _area(order: Values, actual: Values) -> float:
    """Twice the area above the line of no order: customers with the same place share the mean of
    their outcomes, so that the order in which they are given does not matter.
    """
    total = math.fsum(actual)
    if not total:
        return 0.0
    # the place from the front, the mean one among ties
    places = rankdata(-order)

    return math.fsum(actual * (len(actual) + 1 - 2 * places)) / (len(actual) * total)


def _decile_error(predicted: Values, actual: Values) -> float:
    """Customers with the same prediction stay in one group, that of the mean of their ranks."""
    share = (rankdata(predicted) - 0.5) / len(predicted)
    groups = np.minimum((share * DECILES).astype(int), DECILES - 1)
    errors = []
    for group in np.unique(groups):
        inside = groups == group
        count = int(inside.sum())
        errors.append(abs(math.fsum(predicted[inside]) - math.fsum(actual[inside])) / count)

    return math.fsum(errors) / len(errors)
