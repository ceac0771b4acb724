"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The interval of a customer's own spend: against simulation by the models' definitions, and against
what CDNOW's customers spent in the 39 weeks that no model has seen.
"""

from __future__ import annotations

import numpy as np
import pytest
from cdnow import histories, holdout, needs_cdnow, spending

from customer_value.analytics.lifetime_value import (
    PurchaseModel,
    SpendModel,
    fit_purchase_model,
    fit_spend_model,
    spend_interval,
)

BUYS = PurchaseModel(0.6, 5.0, 0.8, 2.5)
SPENDS = SpendModel(6.0, 3.6, 15.0)
HORIZON = 39.0
DRAWS = 200_000


def simulated(x: float, recency: float, age: float, mean: float) -> np.ndarray:
    """What customers of one history spend, drawn from the distributions of the two papers."""
    random = np.random.default_rng(int(100 * x + age))
    history = (np.array([x]), np.array([recency]), np.array([age]))
    stays = random.random(DRAWS) < BUYS.probability_alive(*history)
    rate = random.gamma(BUYS.r + x, 1 / (BUYS.alpha + age), DRAWS)
    leaves = random.geometric(random.beta(BUYS.a, BUYS.b + x, DRAWS))
    number = np.minimum(random.poisson(rate * HORIZON), leaves) * stays
    scale = random.gamma(SPENDS.q + SPENDS.p * x, 1 / (SPENDS.v + x * mean), DRAWS)

    return np.where(number > 0, random.gamma(np.maximum(number, 1) * SPENDS.p, 1 / scale), 0.0)


@pytest.mark.parametrize(
    ("x", "recency", "age", "mean"),
    [(0, 0, 20, 0), (1, 3, 38, 12.5), (3, 28, 30, 20), (12, 30, 31, 45), (60, 38, 38.5, 8)],
)
def test_against_simulation(x: float, recency: float, age: float, mean: float) -> None:
    spent = simulated(x, recency, age, mean)
    none = (spent == 0).mean()

    low, high = spend_interval(BUYS, SPENDS, *map(np.atleast_1d, (x, recency, age)), HORIZON)

    ends = (0.0, 0.8) if none >= 0.1 else (0.1, 0.9)
    expected = np.quantile(spent, ends)
    factor = SPENDS.v + x * mean
    assert low[0] * factor == pytest.approx(0 if none >= 0.1 else expected[0], rel=0.02)
    assert high[0] * factor == pytest.approx(expected[1], rel=0.02)


def test_who_hardly_comes_back_has_an_interval_of_nothing() -> None:
    low, high = spend_interval(
        BUYS, SPENDS, np.array([1.0]), np.array([1.0]), np.array([300.0]), HORIZON
    )

    assert (low[0], high[0]) == (0, 0)


def test_histories_do_not_depend_on_each_other() -> None:
    random = np.random.default_rng(3)
    x = random.integers(0, 30, 300).astype(float)
    age = random.uniform(5, 60, 300)
    recency = np.where(x > 0, age * random.uniform(0.1, 1, 300), 0.0)

    together = spend_interval(BUYS, SPENDS, x, recency, age, HORIZON)
    alone = [
        spend_interval(BUYS, SPENDS, x[[one]], recency[[one]], age[[one]], HORIZON)
        for one in range(300)
    ]

    assert together[0] == pytest.approx(np.array([low[0] for low, _ in alone]), rel=1e-6)
    assert together[1] == pytest.approx(np.array([high[0] for _, high in alone]), rel=1e-6)


@needs_cdnow
def test_eight_of_ten_customers_of_cdnow_lie_inside() -> None:
    buys, spends = fit_purchase_model(histories()), fit_spend_model(spending())
    x, recency, age, mean, spent = holdout()

    low, high = spend_interval(buys, spends, x, recency, age, HORIZON)
    factor = spends.v + x * mean

    inside = (spent >= low * factor - 0.005) & (spent <= high * factor + 0.005)
    assert len(spent) == 23_570
    assert inside.mean() == pytest.approx(0.8076, abs=0.002)
