"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Cut points: the worst value of each score, to be stored with a run and to score by again.
"""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import Column, DataFrame, Row
from pyspark.sql import functions as F

from customer_value.analytics.rfm.errors import RfmInputError
from customer_value.analytics.rfm.exact import literal
from customer_value.analytics.rfm.metrics import METRICS, Metric, metric_types, refuse_columns

# lowest_value: any amount of money up to four decimal places, and days and counts as well
LOWEST_VALUE_SCALE = 4
LOWEST_VALUE_TYPE = f"decimal(32,{LOWEST_VALUE_SCALE})"


def cut_points(scored: DataFrame) -> DataFrame:
    """metric string, score int, lowest_value decimal(32,4), customer_count bigint: one row per
    metric and score that a customer has, so at most 3 × bins.

    scored: what `calculate_rfm` returns. lowest_value is the worst value that has the score: for
    recency_days the largest. Raises RfmInputError for a metric with more than four decimal places;
    a value of more than 28 digits before the point stops the query.
    """
    _refuse_more_places(scored)
    # first one row per combination of scores (bins³ at most): the customers are not multiplied
    # by three
    combinations = scored.groupBy(*[metric.score_column for metric in METRICS]).agg(
        F.count(F.lit(1)).alias("customer_count"),
        *[_worst(metric).alias(metric.column) for metric in METRICS],
    )
    worst_values = combinations.select(
        F.explode(F.array(*[_worst_value(metric) for metric in METRICS])).alias("worst")
    ).select("worst.*")

    largest_is_worst = F.col("metric").isin(
        [metric.column for metric in METRICS if metric.lower_is_better]
    )

    return worst_values.groupBy("metric", "score").agg(
        F.when(largest_is_worst, F.max("value")).otherwise(F.min("value")).alias("lowest_value"),
        F.sum("customer_count").alias("customer_count"),
    )


def rescore(customers: DataFrame, cuts: DataFrame) -> DataFrame:
    """The columns of `customers` and r_score, f_score, m_score (int) by stored cut points.

    cuts: what `cut_points` returns; of the customers that it was made from, each gets the same
    scores again. A value worse than every stored one gets 1. Raises RfmInputError where a
    metric has no cut points or a score column is there already.
    """
    refuse_columns(customers, tuple(metric.score_column for metric in METRICS))
    metric_types(customers)
    stored = cuts.select("metric", "score", "lowest_value").collect()

    return customers.select(
        "*", *[_stored_score(metric, stored).alias(metric.score_column) for metric in METRICS]
    )


def _refuse_more_places(scored: DataFrame) -> None:
    for column, metric_type in metric_types(scored).items():
        if metric_type.scale > LOWEST_VALUE_SCALE:
            raise RfmInputError(
                f"customers.{column} has {metric_type.scale} decimal places and a cut point is "
                f"{LOWEST_VALUE_TYPE}: round the metric to {LOWEST_VALUE_SCALE} places "
                "before scoring."
            )


def _worst(metric: Metric) -> Column:
    return F.max(metric.column) if metric.lower_is_better else F.min(metric.column)


def _worst_value(metric: Metric) -> Column:
    # try_cast and an error: with ANSI off a plain cast would store null for a value that does
    # not fit
    value = F.coalesce(
        F.expr(f"try_cast({metric.column} as {LOWEST_VALUE_TYPE})"),
        F.raise_error(F.lit(f"{metric.column} has a value that {LOWEST_VALUE_TYPE} cannot hold")),
    )

    return F.struct(
        F.lit(metric.column).alias("metric"),
        F.col(metric.score_column).alias("score"),
        value.alias("value"),
        F.col("customer_count"),
    )


def _stored_score(metric: Metric, stored: Sequence[Row]) -> Column:
    best_first = sorted(
        (row for row in stored if row.metric == metric.column),
        key=lambda row: int(row.score),
        reverse=True,
    )
    if not best_first:
        raise RfmInputError(
            f"the cut points have no row for {metric.column}: pass those of a run with customers."
        )

    value = F.col(metric.column)
    # not one point per cut point: a score that nobody had has no row
    reached = []
    for row in best_first:
        lowest = literal(row.lowest_value)
        passes = value <= lowest if metric.lower_is_better else value >= lowest
        reached.append(F.when(passes, F.lit(row.score)))

    return F.coalesce(*reached, F.lit(1))
