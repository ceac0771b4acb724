"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The two kinds of pass over the customers: a coarse histogram of all, and counts inside brackets.

Both are one aggregation of all metrics at once. What comes back to the driver is bounded by the
range of the values and the limits of the search, never by the number of customers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from customer_value.rfm.brackets import Bracket, Segment, disjoint
from customer_value.rfm.exact import literal, to_units, units_around
from customer_value.rfm.metrics import METRICS, MetricType, refuse_nulls

# about 1 % of the value per bucket: a few thousand buckets for any money amount
BUCKETS_PER_DOUBLING = 64


def coarse_histogram(customers: DataFrame) -> DataFrame:
    """metric string, bucket int, customer_count bigint, lowest double, highest double.

    Rows without a value are in the bucket null. As doubles, because the three metrics need one
    type to be counted in one pass, and because min and max of wide decimals cost twice the pass
    itself.
    """
    doubles = customers.select(
        *[F.col(metric.column).cast("double").alias(metric.column) for metric in METRICS]
    )
    # unpivot, not three aggregations: the customers are read once
    values = doubles.unpivot([], [metric.column for metric in METRICS], "metric", "value")

    return values.groupBy("metric", _coarse_bucket("value").alias("bucket")).agg(
        F.count(F.lit(1)).alias("customer_count"),
        F.min("value").alias("lowest"),
        F.max("value").alias("highest"),
    )


def coarse_brackets(
    customers: DataFrame, types: Mapping[str, MetricType]
) -> dict[str, list[Bracket]]:
    """Disjoint brackets per metric over all customers; refuses nulls, which the same pass finds."""
    buckets = coarse_histogram(customers).collect()
    refuse_nulls(
        {
            metric.column: sum(
                row.customer_count
                for row in buckets
                if row.metric == metric.column and row.bucket is None
            )
            for metric in METRICS
        }
    )

    brackets: dict[str, list[Bracket]] = {metric.column: [] for metric in METRICS}
    for row in buckets:
        metric_type = types[row.metric]
        low, _ = units_around(row.lowest, metric_type.scale)
        _, high = units_around(row.highest, metric_type.scale)
        # a value of 38 digits has neighbours that its type cannot hold
        low, high = max(low, metric_type.min_units), min(high, metric_type.max_units)
        brackets[row.metric].append(Bracket(low, high, row.customer_count))

    return {column: disjoint(found) for column, found in brackets.items()}


def segment_histogram(
    customers: DataFrame,
    segments: Mapping[str, Sequence[Segment]],
    types: Mapping[str, MetricType],
) -> DataFrame:
    """metric string, value_text string, customer_count bigint, of values inside the segments.

    value_text is the value itself in a segment that is counted value by value, otherwise the
    segment's low end: text, because it is exact for every type and the metrics need a common
    one.
    """
    columns = [column for column, cut in segments.items() if cut]
    texts = customers.select(
        *[_value_text(column, segments[column], types[column]).alias(column) for column in columns]
    ).where(F.coalesce(*columns).isNotNull())

    return (
        texts.unpivot([], list(columns), "metric", "value_text")
        .where(F.col("value_text").isNotNull())
        .groupBy("metric", "value_text")
        .agg(F.count(F.lit(1)).alias("customer_count"))
    )


def segment_counts(
    customers: DataFrame,
    segments: Mapping[str, Sequence[Segment]],
    types: Mapping[str, MetricType],
) -> dict[str, dict[int, int]]:
    """Number of customers per metric by value in units, as `brackets.refined` wants it."""
    counts: dict[str, dict[int, int]] = {column: {} for column in segments}
    for row in segment_histogram(customers, segments, types).collect():
        units = to_units(row.value_text, types[row.metric].scale)
        counts[row.metric][units] = row.customer_count

    return counts


def _coarse_bucket(column: str) -> Column:
    """The logarithm's floor, mirrored for negative values: Java's log is semi-monotonic, so its
    floor is monotone (and `brackets.disjoint` holds where it were not)."""
    value = F.col(column)
    size = F.floor(F.log2(F.lit(1) + F.abs(value)) * F.lit(BUCKETS_PER_DOUBLING))

    return (F.signum(value) * size).cast("int")


def _value_text(column: str, segments: Sequence[Segment], metric_type: MetricType) -> Column:
    """Binary search over the segments as nested conditions: few comparisons, no arithmetic."""
    value = F.col(column)
    if len(segments) == 1:
        low = literal(metric_type.number(segments[0].low))
        high = literal(metric_type.number(segments[0].high))
        text = value if segments[0].each_value else low
        return F.when(value.between(low, high), text.cast("string"))

    middle = len(segments) // 2
    boundary = literal(metric_type.number(segments[middle].low))

    return F.when(value < boundary, _value_text(column, segments[:middle], metric_type)).otherwise(
        _value_text(column, segments[middle:], metric_type)
    )
