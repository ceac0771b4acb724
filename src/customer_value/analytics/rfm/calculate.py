"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers in, scored customers out: the `calculate_rfm` of the design document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyspark.sql import DataFrame

from customer_value.analytics.rfm.exact import Number
from customer_value.analytics.rfm.expressions import rfm_code, rfm_total, score, user_level
from customer_value.analytics.rfm.metrics import (
    LEVEL_COLUMNS,
    METRICS,
    count_nulls,
    metric_types,
    refuse_columns,
    refuse_nulls,
)
from customer_value.analytics.rfm.parameters import RfmParameters
from customer_value.analytics.rfm.ranks import RANK_METHODS
from customer_value.analytics.rfm.thresholds import thresholds

SCORE_COLUMNS = tuple(metric.score_column for metric in METRICS)


def calculate_rfm(customers: DataFrame, parameters: RfmParameters) -> DataFrame:
    """Score every customer by recency, frequency and monetary value, and name the level.

    customers: one row per customer with recency_days (fewer is better), frequency and monetary,
    each an integer or decimal type and never null, and any other columns. Read once or twice
    before they are scored, as a rule (see `thresholds`).

    Returns the columns of `customers` in their order, then r_score, f_score, m_score, rfm_total
    (int), rfm_code (string, `515`) and user_level (string). With method `computed`, score = 1 +
    floor(bins × w / n): n customers, w of them strictly worse (design §4). With `rfm_package`, one
    point more for each cut that the value reaches, cut i being the quantile (type 7) at i / bins
    plus 1, and the scores of recency_days reversed (R package `rfm`). With `fixed`, the
    parameters' cut points decide. Equal values always share a score and the order of the rows
    does not matter.

    Raises RfmInputError for a missing column, a column that is there already, a type that is
    not exact (float, double), and nulls.
    """
    refuse_columns(customers, (*SCORE_COLUMNS, *LEVEL_COLUMNS))
    limits = _limits(customers, parameters)
    strict = parameters.method in RANK_METHODS

    scored = customers.select(
        "*",
        *[
            score(
                metric.column,
                limits[metric.column],
                lower_is_better=metric.lower_is_better,
                strict=strict,
            ).alias(metric.score_column)
            for metric in METRICS
        ],
    )
    totalled = scored.select("*", rfm_total(*SCORE_COLUMNS).alias("rfm_total"))

    return totalled.select(
        "*",
        rfm_code(*SCORE_COLUMNS).alias("rfm_code"),
        user_level("rfm_total", parameters.levels).alias("user_level"),
    )


def _limits(customers: DataFrame, parameters: RfmParameters) -> Mapping[str, Sequence[Number]]:
    if parameters.method in RANK_METHODS:
        return thresholds(customers, bins=parameters.bins, method=parameters.method)

    metric_types(customers)
    refuse_nulls(count_nulls(customers))

    return parameters.fixed_cut_points
