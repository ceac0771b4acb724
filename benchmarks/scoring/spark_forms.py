"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ways to score in Spark: each reads the customers from Parquet and writes them scored to Parquet.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from pyspark.sql import Column, DataFrame, SparkSession, Window, WindowSpec
from pyspark.sql import functions as F

from customer_value.analytics.rfm import (
    RfmParameters,
    calculate_rfm,
    rfm_code,
    score,
    thresholds,
    user_level,
)
from customer_value.analytics.rfm.exact import Number
from customer_value.analytics.rfm.expressions import rfm_total
from customer_value.analytics.rfm.metrics import METRICS, Metric

PARAMETERS = RfmParameters()
SHARES = (0.2, 0.4, 0.6, 0.8)
SCORE_COLUMNS = tuple(metric.score_column for metric in METRICS)

Limits = Mapping[str, Sequence[Number]]


class SparkForms:
    """The forms over one file of customers, in one session of its own."""

    def __init__(self, customers: str, output: str) -> None:
        self._customers = customers
        self._output = output
        self._spark = _session()
        self._known: Limits = {}

    def forms(self) -> dict[str, Callable[[], None]]:
        return {
            "floor": self.floor,
            "calculate_rfm": self.calculate_rfm,
            "percentile_disc": self.percentile_disc,
            "rank": self.rank,
            "ntile": self.ntile,
            "percentile_approx": self.percentile_approx,
            "approxQuantile": self.approx_quantile,
        }

    def floor(self) -> None:
        """The map alone: the thresholds are found once, in the run that is not counted."""
        self._known = self._known or thresholds(self._read())
        self._write_by(self._known)

    def calculate_rfm(self) -> None:
        self._write(calculate_rfm(self._read(), PARAMETERS))

    def percentile_disc(self) -> None:
        self._write_by(
            self._aggregated(
                lambda metric, share: (
                    f"percentile_disc({share}) within group (order by {_worst_first(metric)})"
                )
            )
        )

    def percentile_approx(self) -> None:
        """With Spark's default accuracy of 10,000."""
        self._write_by(
            self._aggregated(
                lambda metric, share: (
                    f"percentile_approx({metric.column}, {_ascending(metric, share)})"
                )
            )
        )

    def approx_quantile(self) -> None:
        """With a relative error of 0.001."""
        columns = [metric.column for metric in METRICS]
        found = self._read().approxQuantile(columns, list(SHARES), 0.001)
        self._write_by(
            {
                metric.column: [
                    _number(value) for value in sorted(quantiles, reverse=metric.lower_is_better)
                ]
                for metric, quantiles in zip(METRICS, found, strict=True)
            }
        )

    def rank(self) -> None:
        count = self._read().count()
        self._write_scores(
            lambda metric: (
                F.lit(1) + F.floor(5 * (F.rank().over(_everyone(metric)) - 1) / F.lit(count))
            )
        )

    def ntile(self) -> None:
        self._write_scores(lambda metric: F.ntile(5).over(_everyone(metric)))

    def _aggregated(self, quantile: Callable[[Metric, float], str]) -> Limits:
        wanted = [(metric, share) for metric in METRICS for share in SHARES]
        found = self._read().selectExpr(*[quantile(*one) for one in wanted]).collect()[0]
        limits: dict[str, list[Number]] = {metric.column: [] for metric in METRICS}
        for (metric, _), value in zip(wanted, found, strict=True):
            limits[metric.column].append(_number(value))

        return limits

    def _read(self) -> DataFrame:
        return self._spark.read.parquet(self._customers)

    def _write_by(self, limits: Limits) -> None:
        self._write_scores(
            lambda metric: score(
                metric.column, limits[metric.column], lower_is_better=metric.lower_is_better
            )
        )

    def _write_scores(self, score_of: Callable[[Metric], Column]) -> None:
        scored = self._read().select(
            "*", *[score_of(metric).cast("int").alias(metric.score_column) for metric in METRICS]
        )
        self._write(
            scored.select("*", rfm_total(*SCORE_COLUMNS).alias("rfm_total")).select(
                "*",
                rfm_code(*SCORE_COLUMNS).alias("rfm_code"),
                user_level("rfm_total", PARAMETERS.levels).alias("user_level"),
            )
        )

    def _write(self, scored: DataFrame) -> None:
        scored.write.mode("overwrite").parquet(self._output)


def _session() -> SparkSession:
    """Two cores, and of the profile's settings those that matter to every way alike."""
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.memory", os.environ.get("SPARK_DRIVER_MEMORY", "2g"))
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")

    return session


def _everyone(metric: Metric) -> WindowSpec:
    column = F.col(metric.column)

    return Window.orderBy(column.desc() if metric.lower_is_better else column.asc())


def _worst_first(metric: Metric) -> str:
    return f"{metric.column} desc" if metric.lower_is_better else metric.column


def _ascending(metric: Metric, share: float) -> float:
    return round(1 - share, 1) if metric.lower_is_better else share


def _number(value: float | int | Decimal) -> Number:
    """Quantiles come as doubles from some of Spark's functions; the data have two places."""
    return value if isinstance(value, int) else Decimal(str(value)).quantize(Decimal("0.01"))
