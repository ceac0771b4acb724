"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ways to score in polars: one process, all customers in memory.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from customer_value.analytics.rfm.metrics import METRICS, Metric
from customer_value.analytics.rfm.parameters import DEFAULT_LEVELS
from customer_value.analytics.rfm.ranks import places

BINS = 5


class PolarsForms:
    """The forms over one file of customers."""

    def __init__(self, customers: str, output: str) -> None:
        self._customers = customers
        self._output = output

    def forms(self) -> dict[str, Callable[[], None]]:
        return {"sorted": self.sorted, "rank": self.rank}

    def sorted(self) -> None:
        """Sort each metric, look up the four thresholds, and score by them."""
        customers = pl.read_parquet(self._customers)
        ranks = [place.rank - 1 for place in places("computed", customers.height, BINS)]
        scores = []
        for metric in METRICS:
            column = pl.col(metric.column)
            worst_first = customers[metric.column].sort(descending=metric.lower_is_better)
            limits = worst_first.gather(ranks)
            points = [
                column < limit if metric.lower_is_better else column > limit for limit in limits
            ]
            scores.append((1 + pl.sum_horizontal(points)).alias(metric.score_column))
        self._write(customers, scores)

    def rank(self) -> None:
        self._write(pl.read_parquet(self._customers), [_ranked(metric) for metric in METRICS])

    def _write(self, customers: pl.DataFrame, scores: list[pl.Expr]) -> None:
        codes = [pl.col(metric.score_column) for metric in METRICS]
        total = pl.col("rfm_total")
        level = pl.lit(None, dtype=pl.String)
        for name, top in reversed(DEFAULT_LEVELS):
            level = pl.when(total <= top).then(pl.lit(name)).otherwise(level)
        (
            customers.lazy()
            .with_columns(scores)
            .with_columns(pl.sum_horizontal(codes).alias("rfm_total"))
            .with_columns(pl.concat_str(codes).alias("rfm_code"), level.alias("user_level"))
            .sink_parquet(self._output)
        )


def _ranked(metric: Metric) -> pl.Expr:
    worse = pl.col(metric.column).rank("min", descending=metric.lower_is_better).cast(pl.Int64) - 1

    return (1 + BINS * worse // pl.len()).cast(pl.Int32).alias(metric.score_column)
