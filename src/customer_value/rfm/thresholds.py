"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The thresholds of the computed scores: exact order statistics of each metric.
"""

from __future__ import annotations

from collections.abc import Mapping

from pyspark.sql import DataFrame

from customer_value.rfm.brackets import (
    Bracket,
    Segment,
    brackets_of_ranks,
    ranks,
    refined,
    segments_of,
)
from customer_value.rfm.errors import RfmInputError
from customer_value.rfm.exact import Number
from customer_value.rfm.histogram import coarse_brackets, segment_counts
from customer_value.rfm.metrics import METRICS, metric_types

# most distinct values of one bracket that are brought to the driver
VALUE_LIMIT = 10_000

# parts that a larger bracket is cut into: each pass divides the range of the search by this
PARTS = 32

Histograms = Mapping[str, list[Bracket]]


def thresholds(
    customers: DataFrame, *, bins: int = 5, value_limit: int = VALUE_LIMIT, parts: int = PARTS
) -> dict[str, tuple[Number, ...]]:
    """Per metric column the values to be strictly better than for the scores 2, 3, … bins.

    Threshold s is the k-th worst value, k = ceil((s - 1) × n / bins) of n customers; an int for an
    integer column, a Decimal of the column's scale for a decimal one. No customers, no thresholds.

    Exact, and no step grows with the customers: no window, no sort, no unbounded collect. Reads
    `customers` once, and again while the bracket of a rank has more than one value (as a rule
    once more), so pass a table. Raises RfmInputError for a missing column, a type that is not
    exact, nulls, and rows that change between two passes.
    """
    if value_limit < 1 or parts < 2:
        raise ValueError(f"the search never ends with value_limit {value_limit}, parts {parts}")

    types = metric_types(customers)
    histograms: Histograms = coarse_brackets(customers, types)
    while segments := _segments(histograms, bins, value_limit, parts):
        counts = segment_counts(customers, segments, types)
        narrower = {
            column: refined(histograms[column], cut, counts[column])
            for column, cut in segments.items()
        }
        _refuse_changed_rows(histograms, narrower)
        histograms = {**histograms, **narrower}

    return {
        column: tuple(types[column].number(bracket.low) for bracket in found)
        for column, found in _found(histograms, bins).items()
    }


def _found(histograms: Histograms, bins: int) -> dict[str, list[Bracket]]:
    found = {}
    for metric in METRICS:
        histogram = histograms[metric.column]
        wanted = ranks(_total(histogram), bins) if histogram else []
        found[metric.column] = brackets_of_ranks(
            histogram, wanted, lower_is_better=metric.lower_is_better
        )

    return found


def _segments(
    histograms: Histograms, bins: int, value_limit: int, parts: int
) -> dict[str, list[Segment]]:
    """What the next pass has to count; only the metrics that have something open."""
    segments = {}
    for column, found in _found(histograms, bins).items():
        open_brackets = [bracket for bracket in found if not bracket.is_one_value]
        if open_brackets:
            segments[column] = segments_of(open_brackets, value_limit=value_limit, parts=parts)

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
