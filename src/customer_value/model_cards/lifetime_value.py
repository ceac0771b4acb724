"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Predictions of what customers will spend: BG/NBD with Gamma-Gamma, and the simpler ones that it has
to beat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from scipy.stats import rankdata

from customer_value.analytics.arrays import Indices, Values
from customer_value.analytics.grading import (
    amount_grades,
    gain,
)
from customer_value.analytics.lifetime_value import (
    Histories,
    PurchaseModel,
    Spending,
    SpendModel,
    fit_purchase_model,
    fit_spend_model,
    spend_ahead,
)
from customer_value.model_cards.card import Card, Prediction
from customer_value.model_cards.purchase_days import Split

TASK = "lifetime_value"
OURS = "bg_nbd_gamma_gamma"
# an error that an expectation makes least of; the mean error is least where nobody spends anything
DECIDES = "root_mean_squared_error"
# of the spend of 80 % of the customers
COVERAGE, COVERED = "interval_coverage", (0.75, 0.85)


def graded(known: Split) -> Card:
    """Fit on what is known, predict the horizon, and grade against what was spent.

    Raises LifetimeValueInputError where there is no model of these customers.
    """
    buys, spends = fitted(known)
    ours, low, high = spend_ahead(
        buys, spends, known.frequency, known.recency, known.age, known.repeat_mean, known.horizon
    )
    cent = 0.005
    inside = (known.actual >= low - cent) & (known.actual <= high + cent)
    rows = [Prediction(OURS, vars(amount_grades(ours, known.actual)))]
    for name, predict in SIMPLER.items():
        simpler = predict(known)
        gained = gain(ours, simpler, known.actual, _root_mean_squared_error)
        rows.append(Prediction(name, vars(amount_grades(simpler, known.actual)), gained))

    return Card(
        TASK,
        known.until,
        known.horizon,
        len(known.age),
        DECIDES,
        tuple(rows),
        {
            COVERAGE: float(inside.mean()),
            "interval_width": float((high - low).mean()),
        },
    )


def interval_is_shown(coverage: float) -> bool:
    """Whether an interval holds about as many customers as it says."""
    return COVERED[0] <= coverage <= COVERED[1]


def fitted(known: Split) -> tuple[PurchaseModel, SpendModel]:
    """The models of what is known."""
    once = np.ones(len(known.age))
    bought = known.repeat_mean > 0

    return (
        fit_purchase_model(Histories(known.frequency, known.recency, known.age, once)),
        fit_spend_model(Spending(known.frequency[bought], known.repeat_mean[bought], once[bought])),
    )


def last_spend(known: Split) -> Values:
    """What was spent in the last horizon is spent again."""
    return known.recent


def rfm_cell_mean(known: Split) -> Values:
    """What the customers with the same quintiles of recency, frequency and money spent on average
    in the last horizon.
    """
    cell = _cell(known)

    return _means(cell, known.recent)[cell]


def rfm_cell_outcome(known: Split) -> Values:
    """What the other half of the customers with the same quintiles spent in the horizon itself: it
    has seen the time that it predicts, though not the customer.
    """
    cell = _cell(known)
    predicted = np.zeros(len(cell))
    for half in (0, 1):
        learns = known.half != half
        of_all = known.actual[learns].mean()
        means = _means(cell[learns], known.actual[learns], otherwise=of_all)
        predicted[~learns] = means[cell[~learns]]

    return predicted


SIMPLER: Mapping[str, Callable[[Split], Values]] = {
    "last_spend": last_spend,
    "rfm_cell_mean": rfm_cell_mean,
    "rfm_cell_outcome": rfm_cell_outcome,
}


def _cell(known: Split) -> Indices:
    """Of each customer the number of the RFM cell."""
    recency, frequency, money = (
        _quintile(values) for values in (-known.since_last, known.frequency, known.total)
    )

    return (recency * 5 + frequency) * 5 + money


def _quintile(values: Values) -> Indices:
    """0 to 4, customers with the same value in the same one."""
    share = (rankdata(values) - 0.5) / len(values)

    return np.asarray(np.minimum(share * 5, 4), dtype=np.intp)


def _means(cell: Indices, values: Values, otherwise: float = 0.0) -> Values:
    """The mean of each cell; of one that nobody is in, `otherwise`."""
    counts = np.bincount(cell, minlength=125)
    sums = np.bincount(cell, weights=values, minlength=125)

    return np.asarray(np.where(counts > 0, sums / np.maximum(counts, 1), otherwise))


def _root_mean_squared_error(predicted: Values, actual: Values) -> float:
    return float(np.sqrt(np.mean((predicted - actual) ** 2)))
