"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The search for order statistics in a histogram, in plain Python: no Spark, integers only.

A bracket is a range of values with the number of customers in it. A histogram is a list of
disjoint brackets, ascending. The value of a rank is known when its bracket has only one value;
until then the bracket is cut into segments, and somebody counts the customers in each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import isqrt

# a wider segment is not counted value by value: see `histogram`, where a key has to hold the value
WIDEST_OF_VALUES = 5 * 10**14

# so that the segments of all metrics can be numbered in a key
MOST_PARTS = 64

# standard deviations on either side of a sampled rank: one guess in ten thousand is off
MARGIN = 4


@dataclass(frozen=True)
class Bracket:
    """Customers whose value, in units, lies from low to high (both included)."""

    low: int
    high: int
    count: int

    @property
    def is_one_value(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True)
class Segment:
    """A range of values to be counted: each value by itself, or all of them together."""

    low: int
    high: int
    each_value: bool


@dataclass(frozen=True)
class Limits:
    """values: most distinct values of one bracket that are counted one by one, and brought to the
    driver. parts: the pieces of equal width that a larger bracket is cut into."""

    values: int
    parts: int

    def __post_init__(self) -> None:
        if self.values < 1 or not 2 <= self.parts <= MOST_PARTS:
            raise ValueError(
                f"the search needs at least one value and 2 to {MOST_PARTS} parts, "
                f"and the limits are {self.values} and {self.parts}"
            )


def histogram_of(values: Iterable[int]) -> list[Bracket]:
    """The histogram of values that are all known: a bracket each."""
    return [Bracket(value, value, count) for value, count in sorted(Counter(values).items())]


def guessed_segments(
    sample: Iterable[int], low: int, high: int, *, bins: int, limits: Limits
) -> list[Segment]:
    """Ascending segments over all values from low to high, fine where the sample has its quantiles.

    Only a guess: where the sample misleads, a wanted rank falls into a wide segment, and finding
    it takes more passes.
    """
    ascending = sorted(sample)
    if not ascending:
        return [Segment(low, high, each_value=False)]

    last = len(ascending) - 1
    quantiles: list[tuple[int, int]] = []
    for step in range(1, bins):
        rank = len(ascending) * step // bins
        # the binomial deviation of the number of sampled values below a quantile
        margin = 1 + MARGIN * isqrt(len(ascending) * step * (bins - step)) // bins
        start = ascending[max(0, rank - margin)]
        end = ascending[min(last, rank + margin)]
        if quantiles and start <= quantiles[-1][1]:
            start, end = quantiles[-1][0], max(end, quantiles.pop()[1])
        quantiles.append((start, end))

    fine = segments_of([Bracket(start, end, end - start + 1) for start, end in quantiles], limits)
    # a rank outside the fine segments is likelier inside the sampled range than beyond it
    borders = {low, ascending[0], ascending[-1] + 1, high + 1}
    borders |= {segment.low for segment in fine} | {segment.high + 1 for segment in fine}
    each_value = {segment.low: segment.each_value for segment in fine}

    return [
        Segment(start, following - 1, each_value.get(start, False))
        for start, following in pairwise(sorted(borders))
    ]


def brackets_of_ranks(
    histogram: Sequence[Bracket], wanted: Sequence[int], *, lower_is_better: bool
) -> list[Bracket]:
    """The bracket that holds each wanted rank, in any order; rank 1 is the worst customer."""
    worst_first = list(reversed(histogram)) if lower_is_better else list(histogram)
    last_ranks = list(accumulate(bracket.count for bracket in worst_first))

    return [worst_first[bisect_left(last_ranks, rank)] for rank in wanted]


def segments_of(open_brackets: Iterable[Bracket], limits: Limits) -> list[Segment]:
    """Cut the open brackets into ascending segments for the next count.

    A bracket that cannot have more distinct values than the limit is counted value by value,
    which ends its search; a larger one in parts, which makes it narrower.
    """
    segments: list[Segment] = []
    for bracket in sorted(set(open_brackets), key=lambda one: one.low):
        span = bracket.high - bracket.low + 1
        if min(span, bracket.count) <= limits.values and span <= WIDEST_OF_VALUES:
            segments.append(Segment(bracket.low, bracket.high, each_value=span > 1))
        else:
            borders = sorted({*_borders(bracket, limits.parts), bracket.high + 1})
            segments += [Segment(low, end - 1, each_value=False) for low, end in pairwise(borders)]

    return segments


def refined(
    histogram: Sequence[Bracket], segments: Sequence[Segment], counts: Mapping[int, int]
) -> list[Bracket]:
    """The histogram with the brackets that the segments were cut from replaced by what was counted.

    `counts` has the number of customers by value (in units) for segments counted value by
    value, and by the segment's low end for the others.
    """
    lows = [segment.low for segment in segments]
    pieces: list[Bracket] = []
    for units, count in counts.items():
        segment = segments[bisect_right(lows, units) - 1]
        high = units if segment.each_value else segment.high
        pieces.append(Bracket(units, high, count))

    kept = [bracket for bracket in histogram if not _is_cut(bracket, lows)]

    return sorted(kept + pieces, key=lambda one: one.low)


def _borders(bracket: Bracket, parts: int) -> Iterable[int]:
    """Low ends of parts of equal width, which bounds the search, and the powers of ten, which
    shorten it where nothing is known of the magnitude."""
    width = -(-(bracket.high - bracket.low + 1) // parts)
    yield from range(bracket.low, bracket.high + 1, width)
    for digits in range(len(str(max(abs(bracket.low), abs(bracket.high))))):
        for power in (10**digits, -(10**digits)):
            if bracket.low < power <= bracket.high:
                yield power


def _is_cut(bracket: Bracket, lows: Sequence[int]) -> bool:
    position = bisect_right(lows, bracket.low) - 1

    return position >= 0 and lows[position] == bracket.low
