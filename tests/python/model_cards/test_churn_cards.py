"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Predictions of churn: calibrated where the model is off, nothing of the graded window is known, and
no model wins where there is nothing to tell.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from customer_value.model_cards.churn import RELIABILITY, base_rate, graded_churn, recency_share
from customer_value.model_cards.purchase_days import purchase_days, split

UNTIL, HORIZON = date(2023, 9, 30), 60


def shop(random: np.random.Generator, customers: int, buys: float) -> pd.DataFrame:
    """Customers who begin in the first 90 days of 2023 and buy on each later day with a probability
    of their own, `buys` on average.
    """
    rows = []
    for customer in range(customers):
        rate = buys * random.gamma(0.7, 1 / 0.7)
        first = int(random.integers(0, 90))
        days = [first, *(first + 1 + np.flatnonzero(random.random(364 - first) < min(rate, 0.9)))]
        rows += [(f"c{customer}", day, 10.0) for day in days]
    log = pd.DataFrame(rows, columns=["customer_id", "purchase_date", "amount"])

    return log.assign(
        purchase_date=pd.Timestamp("2023-01-01") + pd.to_timedelta(log["purchase_date"], unit="D")
    )


def test_predictions_come_true_as_often_as_they_say() -> None:
    days = purchase_days(shop(np.random.default_rng(31), 4_000, 0.02))

    card = graded_churn(days, UNTIL, HORIZON)

    assert card.won and set(card.rivals) == {"base_rate", "recency_share"}
    bins = [
        [card.further[f"reliability_{number}_{part}"] for part in RELIABILITY]
        for number in range(len(card.further) // len(RELIABILITY))
    ]
    assert sum(customers for customers, _, _ in bins) == card.customers == 4_000
    for customers, predicted, came_true in bins:
        error = 3 * np.sqrt(predicted * (1 - predicted) / customers) + 0.02
        assert predicted == pytest.approx(came_true, abs=error)


def test_the_graded_window_is_not_known() -> None:
    """Other purchases after the last known day change the outcomes and no prediction."""
    days = purchase_days(shop(np.random.default_rng(32), 1_500, 0.02))
    end = pd.Timestamp(UNTIL)
    kept = days[(days.purchase_date <= end) | (days.purchase_date > end + pd.Timedelta("60D"))]

    card, other = graded_churn(days, UNTIL, HORIZON), graded_churn(kept, UNTIL, HORIZON)

    means = [
        sum(
            one.further[f"reliability_{number}_customers"]
            * one.further[f"reliability_{number}_predicted"]
            for number in range(len(one.further) // len(RELIABILITY))
        )
        for one in (card, other)
    ]
    assert means[0] == pytest.approx(means[1], rel=1e-9)
    assert other.predictions[0].grades["base_rate"] == 1


def test_the_simpler_predictions_learn_from_the_window_before() -> None:
    days = purchase_days(shop(np.random.default_rng(33), 800, 0.02))
    learns = split(days, date(2023, 8, 1), HORIZON)
    tested = split(days, UNTIL, HORIZON)

    shares = recency_share(learns, tested)

    assert set(base_rate(learns, tested)) == {(learns.actual <= 0).mean()}
    longest = tested.since_last == tested.since_last.max()
    assert shares[longest].min() > shares[tested.since_last == 0].max()


def test_who_buys_by_chance_alone_cannot_be_told_apart() -> None:
    random = np.random.default_rng(34)
    rows = [
        (f"c{customer}", day, 10.0)
        for customer in range(1_500)
        for day in (0, *(1 + np.flatnonzero(random.random(364) < 0.01)))
    ]
    log = pd.DataFrame(rows, columns=["customer_id", "purchase_date", "amount"])
    dated = pd.Timestamp("2023-01-01") + pd.to_timedelta(log["purchase_date"], unit="D")

    card = graded_churn(purchase_days(log.assign(purchase_date=dated)), UNTIL, HORIZON)

    assert not card.rivals["base_rate"].won
