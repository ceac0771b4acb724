"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers in a Spark data frame: counted there, fitted here, predicted there again. No row of a
customer reaches the driver, only how many have the same history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from pyspark import cloudpickle
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

import customer_value.analytics.lifetime_value as package
from customer_value.analytics.arrays import Values
from customer_value.analytics.lifetime_value.errors import LifetimeValueInputError
from customer_value.analytics.lifetime_value.interval import spend_interval
from customer_value.analytics.lifetime_value.purchases import (
    Histories,
    PurchaseModel,
    fit_purchase_model,
)
from customer_value.analytics.lifetime_value.spend import Spending, SpendModel, fit_spend_model

HISTORY = ("frequency", "recency_days", "age_days")
# digits of a mean amount that tell apart what is counted together: its parameters do not notice
MEAN_DIGITS = 4
# below them no model is fitted: its intervals would be wider than what it could tell
ENOUGH_CUSTOMERS = 1_000
ENOUGH_REPEAT_BUYERS = 300

FITTED, NOT_ENOUGH, NO_MODEL = "fitted", "not enough data", "no model"
FIT_SCHEMA = """
    customer_count bigint, repeat_customer_count bigint, spending_customer_count bigint,
    r double, alpha double, a double, b double, purchase_log_likelihood double,
    p double, q double, v double, spend_log_likelihood double, status string, reason string
"""
PREDICTED_SCHEMA = """
    frequency int, recency_days int, age_days int, p_alive double, expected_purchases double,
    no_purchase_probability double, low_multiple double, high_multiple double
"""


@dataclass(frozen=True)
class Fit:
    """The two models of a group of customers, and why there are none: the fields of FIT_SCHEMA."""

    customers: int
    repeat: int
    spending: int
    status: str
    reason: str | None = None
    purchases: PurchaseModel | None = None
    purchase_log_likelihood: float | None = None
    spend: SpendModel | None = None
    spend_log_likelihood: float | None = None

    @property
    def row(self) -> tuple[object, ...]:
        """In the order of FIT_SCHEMA."""
        buys, spends = self.purchases, self.spend
        return (
            *(self.customers, self.repeat, self.spending),
            *((buys.r, buys.alpha, buys.a, buys.b) if buys else (None,) * 4),
            self.purchase_log_likelihood,
            *((spends.p, spends.q, spends.v) if spends else (None,) * 3),
            self.spend_log_likelihood,
            *(self.status, self.reason),
        )


def fit_of_each(customers: DataFrame, *, each: str) -> DataFrame:
    """BG/NBD and Gamma-Gamma of the customers of every value of the column `each`: as-of dates, a
    few.

    customers: one row per customer and `each`, with frequency int (purchase days after the first),
    recency_days int (from the first purchase day to the last), age_days int (from the first to the
    as-of date) and repeat_mean_amount decimal (mean amount of the days after the first; null
    without one).

    Returns `each` and FIT_SCHEMA, one row per value. status: `fitted`; `not enough data` below
    1,000 customers or 300 with a second purchase day; `no model` where the likelihood has no best
    parameters. Where it is not `fitted`, reason is a sentence and there are no parameters. alpha is
    in days, v in the amount's unit. Parameters agree to six digits whatever the order of the rows
    and the partitions. Raises LifetimeValueInputError for histories that cannot be.
    """
    counted = _collected(customers.groupBy(each, *HISTORY).count())
    digits = F.lit(MEAN_DIGITS - 1) - F.floor(F.log10("repeat_mean_amount")).cast("int")
    scale = F.pow(F.lit(10.0), digits)
    mean = F.round(F.col("repeat_mean_amount").cast("double") * scale) / scale
    spent = _collected(
        customers.where("frequency > 0 and repeat_mean_amount > 0")
        .groupBy(each, "frequency", mean.alias("mean"))
        .count()
    )
    rows = [
        (value, *fit(_histories(group), _spending(spent[spent[each] == value])).row)
        for value, group in counted.groupby(each, sort=True)
    ]
    schema = f"{each} {customers.schema[each].dataType.simpleString()}, {FIT_SCHEMA}"

    return customers.sparkSession.createDataFrame(rows, schema)


def fit(histories: Histories, spending: Spending) -> Fit:
    """Both models, or why there are none."""
    repeat = int(histories.customers[histories.frequency > 0].sum())
    counts = (histories.population, repeat, spending.population)
    if histories.population < ENOUGH_CUSTOMERS or repeat < ENOUGH_REPEAT_BUYERS:
        return Fit(
            *counts,
            NOT_ENOUGH,
            f"There are {histories.population:,} customers, {repeat:,} of them with a second "
            f"purchase day; a model takes {ENOUGH_CUSTOMERS:,} and {ENOUGH_REPEAT_BUYERS:,}.",
        )
    try:
        buys, spends = fit_purchase_model(histories), fit_spend_model(spending)
    except LifetimeValueInputError as problem:
        return Fit(*counts, NO_MODEL, str(problem))

    return Fit(
        *counts,
        FITTED,
        None,
        buys,
        buys.log_likelihood(histories),
        spends,
        spends.log_likelihood(spending),
    )


def predict_of_each(customers: DataFrame, fits: DataFrame, *, each: str, horizon: int) -> DataFrame:
    """What the fitted models say of the customers, in the `horizon` days after each as-of date.

    customers: as in `fit_of_each`, with any further columns. fits: its result.

    Returns the columns of customers and p_alive, expected_purchases and no_purchase_probability,
    double; expected_day_amount, double, what a purchase day brings; predicted_amount, low_amount
    and high_amount, decimal(18,2): the expected spend, and the interval that holds the customer's
    own spend with a probability of 80 %. All are null where nothing was fitted. Each depends on the
    customer's own columns and the parameters alone.
    """
    fitted = fits.where(F.col("status") == FITTED)
    models = {
        row[each]: (PurchaseModel(row.r, row.alpha, row.a, row.b), SpendModel(row.p, row.q, row.v))
        for row in fitted.collect()
    }
    history = [each, *HISTORY]
    kind = customers.schema[each].dataType.simpleString()
    predicted = (
        customers.select(*history)
        .join(F.broadcast(fitted.select(each)), each, "left_semi")
        .distinct()
        .mapInPandas(_predictions(models, each, horizon), f"{each} {kind}, {PREDICTED_SCHEMA}")
    )
    spends = fitted.select(each, "p", "q", "v")
    # what is not known of a customer counts for nothing
    known = F.when(F.col("repeat_mean_amount") > 0, F.col("frequency")).otherwise(0)
    mean = F.coalesce(F.col("repeat_mean_amount").cast("double"), F.lit(0.0))
    factor = F.col("v") + known * mean
    amounts = {
        "predicted_amount": F.col("expected_purchases") * F.col("expected_day_amount"),
        "low_amount": F.col("low_multiple") * factor,
        "high_amount": F.col("high_multiple") * factor,
    }
    joined = customers.join(predicted, history, "left").join(F.broadcast(spends), each, "left")
    with_mean = joined.withColumn(
        "expected_day_amount", F.col("p") * factor / (F.col("p") * known + F.col("q") - 1)
    )

    return with_mean.select(
        *(F.col(name) for name in customers.columns),
        *("p_alive", "expected_purchases", "no_purchase_probability", "expected_day_amount"),
        *(amount.cast("decimal(18,2)").alias(name) for name, amount in amounts.items()),
    )


def _predictions(
    models: Mapping[object, tuple[PurchaseModel, SpendModel]], each: str, horizon: int
) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    """The function that Spark's workers run, which need numpy, pandas and scipy but not this
    package: it travels to them by value.
    """
    cloudpickle.register_pickle_by_value(package)  # type: ignore[no-untyped-call]

    def predictions(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for batch in batches:
            for value, group in batch.groupby(each, sort=False):
                yield _predicted(group, *models[value], horizon)

    return predictions


def _predicted(
    histories: pd.DataFrame, buys: PurchaseModel, spends: SpendModel, horizon: int
) -> pd.DataFrame:
    x, recency, age = (_doubles(histories, name) for name in HISTORY)
    low, high = spend_interval(buys, spends, x, recency, age, horizon)

    return histories.assign(
        p_alive=buys.probability_alive(x, recency, age),
        expected_purchases=buys.expected_purchases(x, recency, age, horizon),
        no_purchase_probability=buys.probability_of_none(x, recency, age, horizon),
        low_multiple=low,
        high_multiple=high,
    )


def _collected(rows: DataFrame) -> pd.DataFrame:
    """Sorted by all columns, because sums of doubles depend on the order."""
    frame: pd.DataFrame = rows.orderBy(*rows.columns).toPandas()

    return frame


def _histories(counted: pd.DataFrame) -> Histories:
    return Histories(*(_doubles(counted, name) for name in (*HISTORY, "count")))


def _spending(spent: pd.DataFrame) -> Spending:
    return Spending(*(_doubles(spent, name) for name in ("frequency", "mean", "count")))


def _doubles(rows: pd.DataFrame, name: str) -> Values:
    return np.asarray(rows[name], dtype=np.float64)
