"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers whom no model can be fitted to: a sentence, and nothing else.
"""

from __future__ import annotations

import numpy as np
import pytest

from customer_value.analytics.lifetime_value import (
    Histories,
    LifetimeValueInputError,
    Spending,
    fit_purchase_model,
    fit_spend_model,
)


def histories(*rows: tuple[float, float, float, float]) -> Histories:
    return Histories(*(np.array(column, dtype=float) for column in zip(*rows, strict=True)))


def spending(*rows: tuple[float, float, float]) -> Spending:
    return Spending(*(np.array(column, dtype=float) for column in zip(*rows, strict=True)))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((-1, 0, 9, 1), "1 histories have a negative frequency"),
        ((0, 3, 9, 1), "1 histories have a recency without a frequency"),
        ((2, 0, 9, 1), "1 histories have a frequency without a recency"),
        ((2, 10, 9, 1), "1 histories have a recency outside of 0 to the age"),
        ((2, 8, 9, 0), "1 histories have no customers"),
    ],
)
def test_a_history_that_cannot_be(row: tuple[float, float, float, float], why: str) -> None:
    with pytest.raises(LifetimeValueInputError, match=why):
        histories((1, 2, 9, 5), row)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((0, 3, 1), "no purchase day after the first"),
        ((2, 0, 1), "a mean of 0 or less"),
        ((2, 8, 0), "no customers"),
    ],
)
def test_spending_that_cannot_be(row: tuple[float, float, float], why: str) -> None:
    with pytest.raises(LifetimeValueInputError, match=why):
        spending((1, 2, 9), row)


def test_one_time_buyers_only() -> None:
    with pytest.raises(LifetimeValueInputError, match="No customer bought on a second day"):
        fit_purchase_model(histories((0, 0, 9, 500), (0, 0, 7, 300)))


def test_nobody_at_all() -> None:
    nothing = np.array([])
    with pytest.raises(LifetimeValueInputError, match="No customer bought on a second day"):
        fit_purchase_model(Histories(nothing, nothing, nothing, nothing))
    with pytest.raises(LifetimeValueInputError, match="No customer spent anything"):
        fit_spend_model(Spending(nothing, nothing, nothing))


def test_all_spend_the_same() -> None:
    with pytest.raises(LifetimeValueInputError, match="All customers spend the same, 20"):
        fit_spend_model(spending((1, 20, 300), (5, 20, 200)))


def test_all_buy_like_clockwork() -> None:
    """Less spread than Poisson allows: no rate distribution is narrow enough."""
    with pytest.raises(LifetimeValueInputError, match="BG/NBD has no best parameters"):
        fit_purchase_model(histories((10, 50, 52, 900), (11, 51, 52, 900)))


def test_nobody_leaves() -> None:
    """No best probability of leaving but 0, and a model nevertheless."""
    random = np.random.default_rng(5)
    rate = random.gamma(2.0, 0.1, 3_000)
    frequency = random.poisson(rate * 52).astype(float)
    # the last of n purchases spread evenly
    recency = np.where(frequency > 0, 52 * random.beta(np.maximum(frequency, 1), 1), 0.0)

    model = fit_purchase_model(Histories(frequency, recency, np.full(3_000, 52.0), np.ones(3_000)))

    assert model.r == pytest.approx(2.0, rel=0.15)
    assert (model.probability_alive(frequency, recency, np.full(3_000, 52.0)) > 0.98).mean() > 0.9
