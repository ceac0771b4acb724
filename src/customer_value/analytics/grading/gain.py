"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Whether a model is better than a simpler one, or was lucky with these customers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from customer_value.analytics.arrays import Indices, Values
from customer_value.analytics.grading.errors import GradingInputError, assert_gradable

RESAMPLES = 1000
# of the gains, between its 5th and its 95th percentile
SHARE = 0.90
SEED = 20240630


@dataclass(frozen=True)
class Gain:
    """How much lower (of an error) or higher (of a score) a model's grade is than the simpler
    one's, with the 90 % interval over resampled customers. won: whether the interval is above 0.
    """

    value: float
    low: float
    high: float

    @property
    def won(self) -> bool:
        """Whether it is not luck: the interval leaves out 0 on the side of the gain."""
        return self.low > 0


def gain(
    ours: Values,
    simpler: Values,
    actual: Values,
    grade: Callable[[Values, Values], float],
    higher_is_better: bool = False,
) -> Gain:
    """The gain of `ours` over `simpler`, predictions of the same customers as `actual`.

    grade: of predictions and outcomes. The customers are resampled with replacement, together for
    both, by a fixed seed; they are put in an order of their own values first, so that the order in
    which they are given does not matter. A resample on which a grade is not defined is drawn again.

    Raises GradingInputError where there is nothing to grade, or hardly a resample has a grade.
    """
    assert_gradable(ours=ours, simpler=simpler, actual=actual)
    order = np.lexsort((simpler, ours, actual))
    ours, simpler, actual = ours[order], simpler[order], actual[order]
    sign = 1.0 if higher_is_better else -1.0

    def difference(chosen: Indices) -> float:
        return sign * (grade(ours[chosen], actual[chosen]) - grade(simpler[chosen], actual[chosen]))

    random = np.random.default_rng(SEED)
    found: list[float] = []
    for _ in range(2 * RESAMPLES):
        one = difference(random.integers(0, len(actual), len(actual)))
        if math.isfinite(one):
            found.append(one)
        if len(found) == RESAMPLES:
            break
    else:
        raise GradingInputError(
            f"Of {2 * RESAMPLES} resamples of {len(actual)} customers only {len(found)} have a "
            "grade; there are too few customers."
        )
    low, high = np.quantile(found, [(1 - SHARE) / 2, (1 + SHARE) / 2])

    return Gain(difference(np.arange(len(actual))), float(low), float(high))
