"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The models on customers who were drawn from known parameters, and their predictions against what
simulated customers then do.
"""

from __future__ import annotations

import numpy as np
import pytest

from customer_value.analytics.lifetime_value import (
    Histories,
    PurchaseModel,
    Spending,
    SpendModel,
    fit_purchase_model,
    fit_spend_model,
)

TRUE = PurchaseModel(0.8, 9.0, 0.9, 3.5)
SPENT = SpendModel(5.0, 4.0, 30.0)
CUSTOMERS = 40_000
AGE, HORIZON = 52.0, 26.0


@pytest.fixture(scope="module")
def drawn() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Frequency, recency and age of customers, and their purchases within the horizon."""
    random = np.random.default_rng(7)
    age = random.uniform(20, AGE, CUSTOMERS).round(2)
    frequency, recency, later = (np.zeros(CUSTOMERS) for _ in range(3))
    for customer in range(CUSTOMERS):
        rate = random.gamma(TRUE.r, 1 / TRUE.alpha)
        leaves = random.beta(TRUE.a, TRUE.b)
        time = 0.0
        while True:
            time += random.exponential(1 / rate)
            if time > age[customer] + HORIZON:
                break
            if time <= age[customer]:
                frequency[customer] += 1
                recency[customer] = time
            else:
                later[customer] += 1
            if random.random() < leaves:
                break

    return frequency, recency, age, later


def test_parameters_are_found_again(drawn: tuple[np.ndarray, ...]) -> None:
    frequency, recency, age, _ = drawn

    model = fit_purchase_model(Histories(frequency, recency, age, np.ones(CUSTOMERS)))

    assert (model.r, model.alpha) == pytest.approx((TRUE.r, TRUE.alpha), rel=0.06)
    assert (model.a, model.b) == pytest.approx((TRUE.a, TRUE.b), rel=0.2)


def test_predictions_come_true(drawn: tuple[np.ndarray, ...]) -> None:
    frequency, recency, age, later = drawn

    expected = TRUE.expected_purchases(frequency, recency, age, HORIZON)
    none = TRUE.probability_of_none(frequency, recency, age, HORIZON)

    groups = np.digitize(expected, np.quantile(expected, [0.2, 0.4, 0.6, 0.8]))
    for group in range(5):
        inside = groups == group
        error = 4 * later[inside].std() / np.sqrt(inside.sum())
        assert expected[inside].mean() == pytest.approx(later[inside].mean(), abs=error)
        assert none[inside].mean() == pytest.approx((later[inside] == 0).mean(), abs=0.025)


def test_histories_are_counted_or_repeated(drawn: tuple[np.ndarray, ...]) -> None:
    frequency, recency, age, _ = (values[:2_000] for values in drawn)
    once = np.ones(2_000)

    counted = TRUE.log_likelihood(Histories(frequency, recency, age, 3 * once))
    thrice = [np.tile(values, 3) for values in (frequency, recency, age, once)]

    assert counted == pytest.approx(TRUE.log_likelihood(Histories(*thrice)), rel=1e-12)


def test_the_order_of_the_customers_does_not_matter(drawn: tuple[np.ndarray, ...]) -> None:
    columns = [*(values[:5_000] for values in drawn[:3]), np.ones(5_000)]
    shuffled = np.random.default_rng(1).permutation(5_000)

    one = fit_purchase_model(Histories(*columns))
    other = fit_purchase_model(Histories(*(values[shuffled] for values in columns)))

    assert (other.r, other.alpha, other.a, other.b) == pytest.approx(
        (one.r, one.alpha, one.a, one.b), rel=1e-5
    )


@pytest.mark.parametrize("a", [0.7, 1.0, 1.0000001, 2.5])
def test_expected_purchases_are_smooth_in_a(a: float) -> None:
    x, recency, age = np.array([0.0, 3.0]), np.array([0.0, 20.0]), np.array([30.0, 30.0])

    here = PurchaseModel(0.5, 6.0, a, 3.0).expected_purchases(x, recency, age, 39)
    beside = PurchaseModel(0.5, 6.0, a + 1e-5, 3.0).expected_purchases(x, recency, age, 39)

    assert here == pytest.approx(beside, rel=1e-4)
    assert (here > 0).all()


def test_spending_is_found_again() -> None:
    random = np.random.default_rng(3)
    rate = random.gamma(SPENT.q, 1 / SPENT.v, CUSTOMERS)
    frequency = random.integers(1, 9, CUSTOMERS).astype(float)
    mean = random.gamma(SPENT.p * frequency, 1 / rate) / frequency

    model = fit_spend_model(Spending(frequency, mean, np.ones(CUSTOMERS)))

    assert (model.p, model.q, model.v) == pytest.approx((SPENT.p, SPENT.q, SPENT.v), rel=0.08)
    assert model.population_mean == pytest.approx(SPENT.population_mean, rel=0.02)
    # who is not known spends as all do, and who is known well as they did
    assert model.expected_mean(np.array([0.0]), np.array([np.nan])) == pytest.approx(
        [model.population_mean]
    )
    assert model.expected_mean(np.array([1e6]), np.array([77.0])) == pytest.approx([77.0], rel=1e-3)


def test_the_unit_of_time_and_money_does_not_matter(drawn: tuple[np.ndarray, ...]) -> None:
    frequency, recency, age, _ = (values[:5_000] for values in drawn)
    once = np.ones(5_000)

    weeks = fit_purchase_model(Histories(frequency, recency, age, once))
    days = fit_purchase_model(Histories(frequency, 7 * recency, 7 * age, once))

    assert days.alpha == pytest.approx(7 * weeks.alpha, rel=1e-4)
    assert (days.r, days.a, days.b) == pytest.approx((weeks.r, weeks.a, weeks.b), rel=1e-4)
