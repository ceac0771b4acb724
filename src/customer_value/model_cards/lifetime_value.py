"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Predictions of what customers will spend: BG/NBD with Gamma-Gamma, and the simpler ones that it has
to beat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from customer_value.analytics.grading import (
    AmountGrades,
    Gain,
    amount_grades,
    gain,
)
from customer_value.analytics.grading.errors import Places, Values
from customer_value.analytics.lifetime_value import (
    Histories,
    PurchaseModel,
    Spending,
    SpendModel,
    fit_purchase_model,
    fit_spend_model,
    spend_interval,
)
from customer_value.model_cards.purchase_days import Split

OURS = "bg_nbd_gamma_gamma"
# an error that an expectation makes least of; the mean error is least where nobody spends anything
METRIC = "root_mean_squared_error"
# of the spend of 80 % of the customers
COVERED = (0.75, 0.85)


@dataclass(frozen=True)
class Graded:
    """A prediction with its grades. gain: of ours over it, None for ours."""

    name: str
    grades: AmountGrades
    gain: Gain | None


@dataclass(frozen=True)
class Card:
    """All predictions of one data set, ours first; the fitted models; the share of the customers
    whose spend lies in the 80 % interval, and its mean width in money.
    """

    split: Split
    graded: tuple[Graded, ...]
    purchases: PurchaseModel
    spend: SpendModel
    coverage: float
    mean_width: float

    @property
    def won(self) -> bool:
        """Whether ours beats every simpler prediction."""
        return all(one.gain.won for one in self.graded if one.gain)

    @property
    def interval_is_shown(self) -> bool:
        """Whether the interval holds about as many customers as it says."""
        return COVERED[0] <= self.coverage <= COVERED[1]


def graded(known: Split) -> Card:
    """Fit on what is known, predict the horizon, and grade against what was spent.

    Raises LifetimeValueInputError where there is no model of these customers.
    """
    buys, spends = fitted(known)
    known_spend = np.where(known.repeat_mean > 0, known.frequency, 0.0)
    ours = buys.expected_purchases(
        known.frequency, known.recency, known.age, known.horizon
    ) * spends.expected_mean(known_spend, known.repeat_mean)
    low, high = spend_interval(
        buys, spends, known.frequency, known.recency, known.age, known.horizon
    )
    factor = spends.v + known_spend * known.repeat_mean
    cent = 0.005
    inside = (known.actual >= low * factor - cent) & (known.actual <= high * factor + cent)
    rows = [Graded(OURS, amount_grades(ours, known.actual), None)]
    for name, predict in SIMPLER.items():
        simpler = predict(known)
        rows.append(
            Graded(
                name,
                amount_grades(simpler, known.actual),
                gain(ours, simpler, known.actual, _root_mean_squared_error),
            )
        )

    return Card(
        known,
        tuple(rows),
        buys,
        spends,
        float(inside.mean()),
        float(((high - low) * factor).mean()),
    )


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


def _cell(known: Split) -> Places:
    """Of each customer the number of the RFM cell."""
    recency, frequency, money = (
        _quintile(values) for values in (-known.since_last, known.frequency, known.total)
    )

    return (recency * 5 + frequency) * 5 + money


def _quintile(values: Values) -> Places:
    """0 to 4, customers with the same value in the same one."""
    share = (rankdata(values) - 0.5) / len(values)

    return np.asarray(np.minimum(share * 5, 4), dtype=np.intp)


def _means(cell: Places, values: Values, otherwise: float = 0.0) -> Values:
    """The mean of each cell; of one that nobody is in, `otherwise`."""
    counts = np.bincount(cell, minlength=125)
    sums = np.bincount(cell, weights=values, minlength=125)

    return np.asarray(np.where(counts > 0, sums / np.maximum(counts, 1), otherwise))


def _root_mean_squared_error(predicted: Values, actual: Values) -> float:
    return float(np.sqrt(np.mean((predicted - actual) ** 2)))
