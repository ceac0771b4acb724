"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The parameters under which what was seen is most likely.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from customer_value.analytics.arrays import Indices, Values
from customer_value.analytics.lifetime_value.errors import LifetimeValueInputError


class Levels(NamedTuple):
    """The values that occur in an array, and of each element which of them it is: a function of the
    array is then computed once per value, of millions of histories with a few hundred days.
    """

    values: Values
    places: Indices


# of the logarithm of a parameter: nothing that people buy is told by numbers beyond e^±12
FARTHEST = 12.0
# from where the search begins; the best end of all counts
STARTS = (0.0, 1.0, -1.0)
# of the log-likelihood per customer and unit of a logarithm, where the search stands still
STEEPEST = 1e-5


def levels(array: Values) -> Levels:
    """The values of an array, ascending."""
    return Levels(*np.unique(array, return_inverse=True))


def most_likely(
    log_likelihood: Callable[[Values], float],
    names: Sequence[str],
    what: str,
    customers: int,
    may_be_extreme: Sequence[str] = (),
) -> Values:
    """The positive parameters of the highest log-likelihood.

    log_likelihood: of all customers together, from the parameters in the order of `names`. what:
    the model, for the sentence. customers: how many there are. may_be_extreme: parameters that may
    run to the end of what is looked at, because the likelihood hardly changes there.

    Raises LifetimeValueInputError where the search does not come to rest, or rests at an end.
    """

    def cost(logarithms: Values) -> float:
        found = -log_likelihood(np.exp(logarithms)) / customers
        return found if math.isfinite(found) else 1e9

    ends = [_search(cost, np.full(len(names), start)) for start in STARTS]
    logarithms = min(ends, key=lambda end: (cost(end), tuple(end)))
    inner = [
        index
        for index, name in enumerate(names)
        if not (name in may_be_extreme and abs(logarithms[index]) > FARTHEST - 1)
    ]
    extreme = [names[index] for index in inner if abs(logarithms[index]) > FARTHEST - 1]
    if extreme:
        raise LifetimeValueInputError(
            f"The {what} has no best parameters for these customers ({', '.join(extreme)} would "
            "have to be without bounds), so that a simpler estimate has to do."
        )
    if any(abs(_slope(cost, logarithms, index)) > STEEPEST for index in inner):
        raise LifetimeValueInputError(
            f"The search for the parameters of the {what} did not come to rest, so that a simpler "
            "estimate has to do."
        )

    return np.exp(logarithms)


def _search(cost: Callable[[Values], float], start: Values) -> Values:
    """The lowest place that the search finds, tried once more from where it first ends."""
    bounds = [(-FARTHEST, FARTHEST)] * len(start)
    place = start
    for _ in range(2):
        place = minimize(
            cost,
            place,
            method="L-BFGS-B",
            jac="3-point",
            bounds=bounds,
            options={"maxiter": 500, "ftol": 1e-15, "gtol": 1e-9},
        ).x

    return np.asarray(place, dtype=np.float64)


def _slope(cost: Callable[[Values], float], place: Values, index: int, step: float = 1e-4) -> float:
    """How steep the cost is along one parameter."""
    aside = np.zeros(len(place))
    aside[index] = step

    return (cost(place + aside) - cost(place - aside)) / (2 * step)
