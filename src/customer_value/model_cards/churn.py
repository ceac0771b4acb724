"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Predictions that a customer buys nothing within the horizon: BG/NBD, calibrated, and the simpler
ones that it has to beat.

Three windows, one after the other: up to the first day the model is fitted, on the horizon after
it the probabilities are calibrated and the simpler predictions learn their shares, and the horizon
after that is graded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import expit, logit

from customer_value.analytics.arrays import Values
from customer_value.analytics.grading import ChanceGrades, chance_grades, gain
from customer_value.analytics.lifetime_value import (
    Histories,
    PurchaseModel,
    fit_purchase_model,
)
from customer_value.model_cards.card import Card, Prediction
from customer_value.model_cards.purchase_days import Split, split

TASK = "churn"
OURS = "bg_nbd_calibrated"
DECIDES = "brier"
GROUPS = 10
# of each tenth of the predicted probabilities that anyone is in, from low to high
RELIABILITY = ("customers", "predicted", "came_true")
# probabilities are kept this far from 0 and 1, where their logits end
EDGE = 1e-6


def graded_churn(days: pd.DataFrame, until: date, horizon: int) -> Card:
    """Fit, calibrate and grade on three consecutive windows, the last of which begins after
    `until`.

    days: the result of `purchase_days`. Raises CommandError where the days do not hold the windows,
    and LifetimeValueInputError where there is no model of these customers.
    """
    learns = split(days, until - timedelta(days=horizon), horizon)
    tested = split(days, until, horizon)
    once = np.ones(len(learns.age))
    buys = fit_purchase_model(Histories(learns.frequency, learns.recency, learns.age, once))
    calibrated = _calibration(_none(buys, learns), _churned(learns))
    ours = calibrated(_none(buys, tested))
    churned = _churned(tested)
    grades = chance_grades(ours, churned)
    rows = [Prediction(OURS, _named(grades))]
    for name, predict in SIMPLER.items():
        simpler = predict(learns, tested)
        gained = gain(ours, simpler, churned, _brier)
        rows.append(Prediction(name, _named(chance_grades(simpler, churned)), gained))
    bins = {
        f"reliability_{number}_{part}": float(value)
        for number, one in enumerate(grades.reliability)
        for part, value in zip(
            RELIABILITY, (one.customers, one.mean_predicted, one.share_true), strict=True
        )
    }

    return Card(TASK, until, horizon, len(tested.age), DECIDES, tuple(rows), bins)


def base_rate(learns: Split, tested: Split) -> Values:
    """The share that bought nothing in the window before, for everyone."""
    return np.full(len(tested.age), _churned(learns).mean())


def recency_share(learns: Split, tested: Split) -> Values:
    """The share that bought nothing in the window before, of those whose last purchase was about as
    long ago: by the tenths of the customers of that window.
    """
    edges = np.unique(np.quantile(learns.since_last, np.linspace(0, 1, GROUPS + 1)[1:-1]))
    group = np.searchsorted(edges, learns.since_last, side="left")
    churned = _churned(learns)
    counts = np.bincount(group, minlength=len(edges) + 1)
    sums = np.bincount(group, weights=churned, minlength=len(edges) + 1)
    shares = np.where(counts > 0, sums / np.maximum(counts, 1), churned.mean())

    return np.asarray(shares[np.searchsorted(edges, tested.since_last, side="left")])


SIMPLER: dict[str, Callable[[Split, Split], Values]] = {
    "base_rate": base_rate,
    "recency_share": recency_share,
}


def _named(grades: ChanceGrades) -> dict[str, float | None]:
    return {"brier": grades.brier, "auc": grades.auc, "base_rate": grades.base_rate}


def _churned(known: Split) -> Values:
    return (known.actual <= 0).astype(np.float64)


def _none(buys: PurchaseModel, known: Split) -> Values:
    return buys.probability_of_none(known.frequency, known.recency, known.age, known.horizon)


def _calibration(predicted: Values, came_true: Values) -> Callable[[Values], Values]:
    """The line through the logits that makes the outcomes most likely; as it is where it came true
    for all or for none. Source: Platt, "Probabilistic Outputs for Support Vector Machines" (1999).
    """
    if came_true.min() == came_true.max():
        return lambda values: values

    def cost(line: Values) -> float:
        shown = line[0] + line[1] * _logits(predicted)
        return float(np.mean(np.logaddexp(0, shown) - came_true * shown))

    slope = minimize(cost, np.array([0.0, 1.0]), method="BFGS").x

    return lambda values: np.asarray(expit(slope[0] + slope[1] * _logits(values)))


def _logits(values: Values) -> Values:
    return np.asarray(logit(np.clip(values, EDGE, 1 - EDGE)))


def _brier(predicted: Values, came_true: Values) -> float:
    return float(np.mean((predicted - came_true) ** 2))
