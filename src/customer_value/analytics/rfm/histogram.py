"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the search asks of the customers: a few of them to guess by, and counts of all of them.

What comes back to the driver is bounded by the limits of the search, never by the number of
customers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.rfm.brackets import WIDEST_OF_VALUES, Segment
from customer_value.analytics.rfm.exact import to_units
from customer_value.analytics.rfm.metrics import MetricType

Segments = Mapping[str, Sequence[Segment]]
Types = Mapping[str, MetricType]

# A key is a bigint: the number of a segment and, where values are counted one by one, the value
# modulo WIDEST_OF_VALUES before it. One number per metric is kept for what is in no segment.
NUMBERS = 8192


@dataclass(frozen=True)
class Sample:
    """Some customers: values in units and number of nulls, per metric column."""

    values: Mapping[str, Sequence[int]]
    nulls: Mapping[str, int]
    is_complete: bool


@dataclass(frozen=True)
class Counts:
    """All customers, per metric column: by value in units (or by the segment's low end where a
    segment is counted as one), and the number of those in no segment, nulls included."""

    inside: Mapping[str, Mapping[int, int]]
    elsewhere: Mapping[str, int]


def sample_of(customers: DataFrame, types: Types, size: int) -> Sample:
    """Those customers that Spark reads first: all of them if they are fewer than `size`."""
    rows = customers.select(*types).limit(size).collect()
    columns = dict(zip(types, zip(*rows, strict=True), strict=True)) if rows else {}
    known = {
        column: [value for value in columns.get(column, ()) if value is not None]
        for column in types
    }

    return Sample(
        values={
            column: [to_units(value, types[column].scale) for value in values]
            for column, values in known.items()
        },
        nulls={column: len(rows) - len(values) for column, values in known.items()},
        is_complete=len(rows) < size,
    )


def segment_histogram(customers: DataFrame, segments: Segments, types: Types) -> DataFrame:
    """key bigint, customer_count bigint: what `counts_by_segment` collects.

    One key per customer and metric, so that one pass counts all metrics.
    """
    homes = _homes(segments)
    keys = [
        F.expr(_key(column, cut, types[column], homes.index((column, None)))).alias(column)
        for column, cut in segments.items()
    ]

    return (
        customers.select(*keys)
        .unpivot([], list(segments), "metric", "key")
        .groupBy("key")
        .agg(F.count(F.lit(1)).alias("customer_count"))
    )


def counts_by_segment(customers: DataFrame, segments: Segments, types: Types) -> Counts:
    """Count all customers by the segments of the metrics that have any, in one pass."""
    homes = _homes(segments)
    inside: dict[str, dict[int, int]] = {column: {} for column in segments}
    elsewhere = dict.fromkeys(segments, 0)
    for row in segment_histogram(customers, segments, types).collect():
        residue, number = divmod(row.key, NUMBERS)
        column, segment = homes[number]
        if segment is None:
            elsewhere[column] = row.customer_count
        elif segment.each_value:
            units = segment.low + (residue - segment.low) % WIDEST_OF_VALUES
            inside[column][units] = row.customer_count
        else:
            inside[column][segment.low] = row.customer_count

    return Counts(inside, elsewhere)


def _homes(segments: Segments) -> list[tuple[str, Segment | None]]:
    """What each number stands for: per metric its elsewhere, then its segments."""
    homes = [(column, segment) for column, cut in segments.items() for segment in (None, *cut)]
    if len(homes) > NUMBERS:
        raise ValueError(f"{len(homes)} segments cannot be told apart by {NUMBERS} numbers")

    return homes


def _key(column: str, segments: Sequence[Segment], metric_type: MetricType, number: int) -> str:
    """The key as SQL; `number` is that of the metric's elsewhere, and its segments follow."""
    elsewhere = f"{number}L"
    leaves: list[tuple[int, str]] = []
    end = metric_type.min_units
    for segment_number, segment in enumerate(segments, start=number + 1):
        if segment.low > end:
            leaves.append((end, elsewhere))
        leaves.append((segment.low, _segment_key(column, segment, metric_type, segment_number)))
        end = segment.high + 1
    if end <= metric_type.max_units:
        leaves.append((end, elsewhere))
    found = _search(column, leaves, metric_type)

    return f"case when {column} is null then {elsewhere} else {found} end"


def _search(column: str, leaves: Sequence[tuple[int, str]], metric_type: MetricType) -> str:
    """Binary search over ascending low ends as nested conditions: few comparisons, all exact."""
    if len(leaves) == 1:
        return leaves[0][1]

    middle = len(leaves) // 2
    boundary = metric_type.sql(leaves[middle][0])
    below = _search(column, leaves[:middle], metric_type)
    above = _search(column, leaves[middle:], metric_type)

    return f"case when {column} < {boundary} then {below} else {above} end"


def _segment_key(column: str, segment: Segment, metric_type: MetricType, number: int) -> str:
    if not segment.each_value:
        return f"{number}L"

    residue = column
    if max(abs(segment.low), abs(segment.high)) >= WIDEST_OF_VALUES:
        residue = f"{column} % {metric_type.sql(WIDEST_OF_VALUES)}"
    if not metric_type.is_integral:
        # so few digits survive the way to a double and back (IEEE 754)
        residue = f"rint(cast({residue} as double) * 1e{metric_type.scale}D)"

    return f"cast({residue} as bigint) * {NUMBERS}L + {number}L"
