"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Thresholds found in the customers themselves, from exact order statistics of each metric.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyspark.sql import DataFrame

from customer_value.analytics.rfm.brackets import (
    Bracket,
    Limits,
    Segment,
    brackets_of_ranks,
    guessed_segments,
    histogram_of,
    refined,
    segments_of,
)
from customer_value.analytics.rfm.errors import RfmInputError
from customer_value.analytics.rfm.exact import Number
from customer_value.analytics.rfm.histogram import counts_by_segment, sample_of
from customer_value.analytics.rfm.metrics import (
    METRICS,
    Metric,
    MetricType,
    metric_types,
    refuse_nulls,
)
from customer_value.analytics.rfm.ranks import Place, places, threshold

# customers to guess by; where there are no more, their metrics are all that is read
SAMPLE_SIZE = 10_000

# most distinct values of one bracket that are brought to the driver
VALUE_LIMIT = 65_536

# parts that a larger bracket is cut into: each pass divides the range of the search by this
PARTS = 32

Histograms = Mapping[str, list[Bracket]]
Types = Mapping[str, MetricType]
Wanted = Mapping[str, Sequence[Place]]


def thresholds(
    customers: DataFrame,
    *,
    bins: int = 5,
    method: str = "computed",
    sample_size: int = SAMPLE_SIZE,
    value_limit: int = VALUE_LIMIT,
    parts: int = PARTS,
) -> dict[str, tuple[Number, ...]]:
    """Per metric column the values to be strictly better than for the scores 2, 3, … bins.

    method: `computed` (threshold s is the k-th worst value, k = ceil((s - 1) × n / bins) of n
    customers) or `rfm_package` (from the quantile at (s - 1) / bins plus 1); see `ranks`. An int
    for an integer column, a Decimal of the column's scale for a decimal one. No customers, no
    thresholds.

    Exact, and no step grows with the customers: no window, no sort, no unbounded collect. Reads
    the first `sample_size` customers, then all of them, and again while the bracket of a rank
    has more than one value (as a rule not once more), so pass a table. Raises RfmInputError for a
    missing column, a type that is not exact, nulls, rows that change between two passes, and any
    other method.
    """
    limits = Limits(value_limit, parts)
    types = metric_types(customers)
    histograms = _histograms(customers, types, bins, limits, sample_size)
    wanted = {
        column: places(method, _total(histogram), bins) for column, histogram in histograms.items()
    }
    while segments := _segments(histograms, wanted, limits):
        counts = counts_by_segment(customers, segments, types).inside
        narrower = {
            column: refined(histograms[column], cut, counts[column])
            for column, cut in segments.items()
        }
        _refuse_changed_rows(histograms, narrower)
        histograms = {**histograms, **narrower}

    found = _found(histograms, wanted)

    return {
        metric.column: tuple(
            _threshold(place, found[metric.column], metric, types[metric.column], method, bins)
            for place in wanted[metric.column]
        )
        for metric in METRICS
    }


def _histograms(
    customers: DataFrame, types: Types, bins: int, limits: Limits, sample_size: int
) -> Histograms:
    """All customers, in brackets that are narrow where the sample makes it seem worthwhile."""
    sample = sample_of(customers, types, sample_size)
    if sample.is_complete:
        refuse_nulls(sample.nulls)
        return {column: histogram_of(values) for column, values in sample.values.items()}

    segments = {
        column: guessed_segments(
            values, types[column].min_units, types[column].max_units, bins=bins, limits=limits
        )
        for column, values in sample.values.items()
    }
    counts = counts_by_segment(customers, segments, types)
    # the segments cover all values
    refuse_nulls(counts.elsewhere)

    return {column: refined([], cut, counts.inside[column]) for column, cut in segments.items()}


def _threshold(
    place: Place,
    found: Mapping[int, Bracket],
    metric: Metric,
    metric_type: MetricType,
    method: str,
    bins: int,
) -> Number:
    scaled = place.scaled(found[place.rank].low, found[place.next_rank].low, bins)
    units = threshold(
        method,
        scaled,
        bins=bins,
        one=10**metric_type.scale,
        lower_is_better=metric.lower_is_better,
    )

    return metric_type.number(units)


def _found(histograms: Histograms, wanted: Wanted) -> dict[str, dict[int, Bracket]]:
    """The bracket of every rank that some place needs, per metric column."""
    found = {}
    for metric in METRICS:
        ranks = [rank for place in wanted[metric.column] for rank in (place.rank, place.next_rank)]
        brackets = brackets_of_ranks(
            histograms[metric.column], ranks, lower_is_better=metric.lower_is_better
        )
        found[metric.column] = dict(zip(ranks, brackets, strict=True))

    return found


def _segments(histograms: Histograms, wanted: Wanted, limits: Limits) -> dict[str, list[Segment]]:
    """What the next pass has to count; only the metrics that have something open."""
    segments = {}
    for column, found in _found(histograms, wanted).items():
        open_brackets = [bracket for bracket in found.values() if not bracket.is_one_value]
        if open_brackets:
            segments[column] = segments_of(open_brackets, limits)

    return segments


def _total(histogram: list[Bracket]) -> int:
    return sum(bracket.count for bracket in histogram)


def _refuse_changed_rows(before: Histograms, after: Histograms) -> None:
    for column, histogram in after.items():
        earlier, later = _total(before[column]), _total(histogram)
        if earlier != later:
            raise RfmInputError(
                f"customers.{column} had {earlier} row(s) in one pass and {later} in the next: "
                "pass a table whose rows do not change while they are scored."
            )
