"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

RFM parameters from a dbt project's settings: the way from dbt's vars into the package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.rfm.exact import Number
from customer_value.analytics.rfm.metrics import METRICS
from customer_value.analytics.rfm.parameters import RfmParameters


def parameters_from_settings(
    *,
    bins: int,
    levels: Sequence[Mapping[str, Any]],
    method: str,
    fixed_cut_points: DataFrame,
    area: str,
) -> RfmParameters:
    """Turn a model's settings into checked parameters.

    bins, method: as the vars rfm_bins and rfm_method hold them.
    levels: the var rfm_levels, a list of {user_level, max_total}.
    fixed_cut_points: the seed (area, metric, score, lowest_value); its rows of `area` are read,
    a dozen at most, and only for the method `fixed`.

    Raises RfmInputError when the settings cannot work.
    """
    return RfmParameters(
        bins=bins,
        levels=tuple((level["user_level"], level["max_total"]) for level in levels),
        method=method,
        fixed_cut_points=_cut_points(fixed_cut_points, area) if method == "fixed" else {},
    )


def _cut_points(fixed_cut_points: DataFrame, area: str) -> dict[str, tuple[Number, ...]]:
    rows = (
        fixed_cut_points.where(F.col("area") == area)
        .select("metric", "score", "lowest_value")
        .orderBy("metric", "score")
        .collect()
    )

    return {
        metric.column: tuple(row.lowest_value for row in rows if row.metric == metric.column)
        for metric in METRICS
    }
