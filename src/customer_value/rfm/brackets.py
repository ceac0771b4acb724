"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The search for order statistics in a histogram, in plain Python: no Spark, integers only.

A bracket is a range of values with the number of customers in it. A histogram is a list of
disjoint brackets, ascending. The value of a rank is known when its bracket has only one value;
until then the bracket is cut into segments, and somebody counts the customers in each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate


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
    """A part of a bracket to be counted: each value by itself, or all of them together."""

    low: int
    high: int
    each_value: bool


def disjoint(brackets: Iterable[Bracket]) -> list[Bracket]:
    """Ascending brackets without overlap: overlapping ones become one.

    This makes the search exact whatever the function that formed the brackets: if it were not
    monotone, its brackets would overlap and become one, at the cost of a longer search only.
    """
    merged: list[Bracket] = []
    for bracket in sorted(brackets, key=lambda one: (one.low, one.high)):
        if merged and bracket.low <= merged[-1].high:
            last = merged.pop()
            high = max(last.high, bracket.high)
            bracket = Bracket(last.low, high, last.count + bracket.count)
        merged.append(bracket)

    return merged


def brackets_of_ranks(
    histogram: Sequence[Bracket], wanted: Sequence[int], *, lower_is_better: bool
) -> list[Bracket]:
    """The bracket that holds each wanted rank, in any order; rank 1 is the worst customer."""
    worst_first = list(reversed(histogram)) if lower_is_better else list(histogram)
    last_ranks = list(accumulate(bracket.count for bracket in worst_first))

    return [worst_first[bisect_left(last_ranks, rank)] for rank in wanted]


def segments_of(open_brackets: Iterable[Bracket], *, value_limit: int, parts: int) -> list[Segment]:
    """Cut the open brackets into ascending segments for the next count.

    A bracket that cannot have more than `value_limit` distinct values is counted value by value,
    which ends its search; a larger one in `parts` of equal width, which makes it narrower.
    """
    segments: list[Segment] = []
    for bracket in sorted(set(open_brackets), key=lambda one: one.low):
        span = bracket.high - bracket.low + 1
        if min(span, bracket.count) <= value_limit:
            segments.append(Segment(bracket.low, bracket.high, each_value=True))
            continue
        width = -(-span // parts)
        for low in range(bracket.low, bracket.high + 1, width):
            segments.append(Segment(low, min(low + width - 1, bracket.high), each_value=False))

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


def _is_cut(bracket: Bracket, lows: Sequence[int]) -> bool:
    position = bisect_right(lows, bracket.low) - 1

    return position >= 0 and lows[position] == bracket.low
