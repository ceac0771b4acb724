"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The models of customers in a Spark data frame: the same as of arrays, whatever the partitions.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from pyspark.sql import DataFrame, SparkSession

from customer_value.analytics.lifetime_value import (
    Histories,
    PurchaseModel,
    Spending,
    SpendModel,
    fit_of_each,
    fit_purchase_model,
    fit_spend_model,
    predict_of_each,
    spend_interval,
)

JUNE, MAY, APRIL = date(2024, 6, 30), date(2024, 5, 31), date(2024, 4, 30)
HORIZON = 365
SCHEMA = """
    customer_id string, as_of_date date, frequency int, recency_days int, age_days int,
    repeat_mean_amount decimal(18,2)
"""


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    """2,000 customers on the last date, 40 on the one before, and one-time buyers before that."""
    random = np.random.default_rng(17)
    age = random.integers(30, 700, 2_000)
    frequency = random.poisson(age * random.gamma(0.6, 1 / 60, 2_000))
    recency = np.where(
        frequency > 0, np.ceil(age * random.beta(np.maximum(frequency, 1), 1.5)), 0
    ).clip(0, age)
    mean = random.gamma(4 * np.maximum(frequency, 1), 30 / random.gamma(4, 1, 2_000))
    june = pd.DataFrame(
        {
            "customer_id": [f"C{number:04}" for number in range(2_000)],
            "as_of_date": JUNE,
            "frequency": frequency,
            "recency_days": recency.astype(int),
            "age_days": age,
            "repeat_mean_amount": [
                Decimal(f"{amount / count:.2f}") if count else None
                for amount, count in zip(mean, frequency, strict=True)
            ],
        }
    )
    may = june.head(40).assign(as_of_date=MAY)
    april = june.assign(as_of_date=APRIL, frequency=0, recency_days=0, repeat_mean_amount=None)

    return pd.concat([june, may, april])


def frame(spark: SparkSession, rows: pd.DataFrame, partitions: int = 2) -> DataFrame:
    return spark.createDataFrame(rows.to_dict("records"), SCHEMA).repartition(partitions)


@pytest.fixture(scope="module")
def fits(spark: SparkSession, rows: pd.DataFrame) -> pd.DataFrame:
    found = fit_of_each(frame(spark, rows), each="as_of_date")

    return found.toPandas().set_index("as_of_date")


@pytest.fixture(scope="module")
def predicted(spark: SparkSession, rows: pd.DataFrame) -> pd.DataFrame:
    customers = frame(spark, rows)
    fitted = fit_of_each(customers, each="as_of_date")
    found = predict_of_each(customers, fitted, each="as_of_date", horizon=HORIZON)

    return found.toPandas().sort_values(["as_of_date", "customer_id"], ignore_index=True)


def models(rows: pd.DataFrame) -> tuple[PurchaseModel, SpendModel]:
    june = rows[rows.as_of_date == JUNE]
    bought = june[june.frequency > 0]
    once = np.ones(len(june))
    columns = (june[name].to_numpy(float) for name in ("frequency", "recency_days", "age_days"))
    spent = (bought[name].to_numpy(float) for name in ("frequency", "repeat_mean_amount"))

    return (
        fit_purchase_model(Histories(*columns, once)),
        fit_spend_model(Spending(*spent, once[: len(bought)])),
    )


def test_parameters_are_those_of_the_arrays(rows: pd.DataFrame, fits: pd.DataFrame) -> None:
    buys, spends = models(rows)
    found = fits.loc[JUNE]

    assert (found.status, found.reason) == ("fitted", None)
    assert (found.customer_count, found.repeat_customer_count) == (
        *(2_000, int((rows[rows.as_of_date == JUNE].frequency > 0).sum())),
    )
    assert tuple(found[["r", "alpha", "a", "b"]]) == pytest.approx(
        (buys.r, buys.alpha, buys.a, buys.b), rel=1e-4
    )
    # means are counted together when they agree to four digits
    assert tuple(found[["p", "q", "v"]]) == pytest.approx((spends.p, spends.q, spends.v), rel=2e-3)


def test_a_group_without_a_model_says_why(fits: pd.DataFrame) -> None:
    may, april = fits.loc[MAY], fits.loc[APRIL]

    assert may.status == april.status == "not enough data"
    assert may.reason.startswith("There are 40 customers, ")
    assert april.reason == (
        "There are 2,000 customers, 0 of them with a second purchase day; a model takes 1,000 and"
        " 300."
    )
    assert pd.isna(may.r) and pd.isna(april.v)


def test_predictions_are_those_of_the_arrays(
    rows: pd.DataFrame, fits: pd.DataFrame, predicted: pd.DataFrame
) -> None:
    found = fits.loc[JUNE]
    buys = PurchaseModel(found.r, found.alpha, found.a, found.b)
    spends = SpendModel(found.p, found.q, found.v)
    june = rows[rows.as_of_date == JUNE].sort_values("customer_id")
    x, recency, age = (
        june[name].to_numpy(float) for name in ("frequency", "recency_days", "age_days")
    )
    mean = june.repeat_mean_amount.astype(float).fillna(0).to_numpy()
    ours = predicted[predicted.as_of_date == JUNE]

    purchases = buys.expected_purchases(x, recency, age, HORIZON)
    low, high = spend_interval(buys, spends, x, recency, age, HORIZON)
    factor = spends.v + x * mean
    expected = {
        "p_alive": buys.probability_alive(x, recency, age),
        "expected_purchases": purchases,
        "no_purchase_probability": buys.probability_of_none(x, recency, age, HORIZON),
        "predicted_amount": purchases * spends.expected_mean(x, mean),
        "low_amount": low * factor,
        "high_amount": high * factor,
    }
    assert list(ours.customer_id) == list(june.customer_id)
    for name, values in expected.items():
        assert ours[name].astype(float).to_numpy() == pytest.approx(values, abs=0.006), name


def test_without_a_model_customers_stay_and_predictions_are_empty(predicted: pd.DataFrame) -> None:
    without = predicted[predicted.as_of_date != JUNE]

    assert len(without) == 2_040
    assert without[["p_alive", "predicted_amount", "low_amount"]].isna().all(axis=None)


def test_partitions_and_the_order_of_the_rows_do_not_matter(
    spark: SparkSession, rows: pd.DataFrame, predicted: pd.DataFrame
) -> None:
    customers = frame(spark, rows.sample(frac=1, random_state=3), partitions=7)
    fitted = fit_of_each(customers, each="as_of_date")
    again = predict_of_each(customers, fitted, each="as_of_date", horizon=HORIZON).toPandas()
    again = again.sort_values(["as_of_date", "customer_id"], ignore_index=True)

    for name in ("predicted_amount", "low_amount", "high_amount"):
        pd.testing.assert_series_equal(again[name], predicted[name])


def test_nobody_at_all(spark: SparkSession, rows: pd.DataFrame) -> None:
    nobody = frame(spark, rows).where("false")
    fitted = fit_of_each(nobody, each="as_of_date")

    assert fitted.count() == 0
    assert predict_of_each(nobody, fitted, each="as_of_date", horizon=HORIZON).count() == 0
