"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The search for order statistics, without Spark: any values, any coarse function, any limits.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customer_value.analytics.rfm.brackets import (
    MOST_PARTS,
    WIDEST_OF_VALUES,
    Bracket,
    Limits,
    Segment,
    brackets_of_ranks,
    guessed_segments,
    histogram_of,
    refined,
    segments_of,
)
from customer_value.analytics.rfm.exact import to_number, to_units
from customer_value.analytics.rfm.ranks import places

units = st.one_of(st.integers(-5, 5), st.integers(-(10**6), 10**6), st.integers(-(10**37), 10**37))
value_lists = st.lists(units, min_size=1, max_size=60)
limits_of_search = st.builds(Limits, st.integers(1, 6), st.integers(2, MOST_PARTS))

# the ends of a decimal of 38 digits
LOW, HIGH = -(10**38) + 1, 10**38 - 1


def count_segments(values: list[int], segments: list[Segment]) -> dict[int, int]:
    """What a pass over the customers returns."""
    counts: Counter[int] = Counter()
    for value in values:
        for segment in segments:
            if segment.low <= value <= segment.high:
                counts[value if segment.each_value else segment.low] += 1

    return dict(counts)


def search(
    values: list[int],
    histogram: list[Bracket],
    wanted: list[int],
    limits: Limits,
    *,
    lower_is_better: bool = False,
) -> tuple[list[int], int]:
    """The values of the wanted ranks, and the number of passes."""
    passes = 0
    while True:
        found = brackets_of_ranks(histogram, wanted, lower_is_better=lower_is_better)
        still_open = [bracket for bracket in found if not bracket.is_one_value]
        if not still_open:
            return [bracket.low for bracket in found], passes
        segments = segments_of(still_open, limits)
        histogram = refined(histogram, segments, count_segments(values, segments))
        passes += 1
        # halving 2 × 10^38 takes 128 passes
        assert passes <= 130, f"no end in sight for {segments}"


@settings(max_examples=300, deadline=None)
@given(
    values=value_lists,
    sample=st.lists(units, max_size=60),
    sample_is_fair=st.booleans(),
    bins=st.integers(2, 9),
    seeds=st.lists(st.integers(0, 10**6), min_size=1, max_size=9),
    lower_is_better=st.booleans(),
    limits=limits_of_search,
)
def test_search_finds_the_order_statistics_however_the_sample_misleads(
    values, sample, sample_is_fair, bins, seeds, lower_is_better, limits
):
    guess = values[: len(sample)] if sample_is_fair else sample
    segments = guessed_segments(guess, LOW, HIGH, bins=bins, limits=limits)
    histogram = refined([], segments, count_segments(values, segments))
    # any ranks in any order: what a method asks for is its own affair
    wanted = [1 + seed % len(values) for seed in seeds]

    found, _ = search(values, histogram, wanted, limits, lower_is_better=lower_is_better)

    worst_first = sorted(values, reverse=lower_is_better)
    assert found == [worst_first[rank - 1] for rank in wanted]


@given(
    sample=st.lists(units, max_size=60),
    bins=st.integers(2, 9),
    limits=limits_of_search,
)
def test_guessed_segments_cover_every_value_once(sample, bins, limits):
    segments = guessed_segments(sample, LOW, HIGH, bins=bins, limits=limits)

    assert (segments[0].low, segments[-1].high) == (LOW, HIGH)
    assert all(left.high + 1 == right.low for left, right in pairwise(segments))


def test_a_fair_sample_leaves_nothing_to_a_second_pass():
    # cents in an order without meaning, a crowd at zero
    values = [max(0, (position * 7919) % 100_003 - 30_000) for position in range(100_003)]
    limits = Limits(values=65_536, parts=32)
    wanted = [place.rank for place in places("computed", len(values), 5)]

    segments = guessed_segments(values[:10_000], LOW, HIGH, bins=5, limits=limits)
    histogram = refined([], segments, count_segments(values, segments))
    found, passes = search(values, histogram, wanted, limits)

    assert passes == 0
    assert found == [sorted(values)[rank - 1] for rank in wanted]


def test_each_pass_divides_the_range_so_that_the_worst_case_is_logarithmic():
    values = [0, 1, 10**37]

    found, passes = search(values, [Bracket(0, 10**37, 3)], [2], Limits(values=1, parts=32))

    assert found == [1]
    assert passes <= 25


def test_powers_of_ten_find_the_magnitude_in_one_pass():
    values = [0, *range(1_000, 1_900), 10**37]

    found, passes = search(values, [Bracket(LOW, HIGH, len(values))], [400], Limits(65_536, 32))

    assert found == [1_398]
    assert passes == 2


def test_values_are_counted_one_by_one_only_where_they_are_few():
    many_values_of_few_customers = Bracket(0, 10**9, 10)
    few_values_of_many_customers = Bracket(2 * 10**9, 2 * 10**9 + 9, 10**9)
    many_of_both = Bracket(3 * 10**9, 4 * 10**9, 11)

    segments = segments_of(
        [many_of_both, many_values_of_few_customers, few_values_of_many_customers],
        Limits(values=10, parts=4),
    )

    assert [segment.each_value for segment in segments] == [True, True, False, False, False, False]
    assert (segments[2].low, segments[-1].high) == (many_of_both.low, many_of_both.high)


@given(st.integers(1, 2000), st.integers(2, 9))
def test_ranks_are_the_smallest_number_of_worse_customers_that_earns_each_score(n, bins):
    def earned(worse: int) -> int:
        return 1 + bins * worse // n

    for score, place in enumerate(places("computed", n, bins), start=2):
        assert place.parts == 0 and place.next_rank == place.rank
        assert earned(place.rank) >= score
        assert earned(place.rank - 1) < score


@given(st.integers(1, 2000), st.integers(2, 9))
def test_places_of_quantiles_lie_between_neighbours_and_mirror_each_other(n, bins):
    found = places("rfm_package", n, bins)

    positions = [place.rank + Fraction(place.parts, bins) for place in found]
    assert positions == [1 + Fraction(step * (n - 1), bins) for step in range(1, bins)]
    assert [n + 1 - position for position in reversed(positions)] == positions
    assert all(place.next_rank == place.rank + (place.parts > 0) <= n for place in found)


@given(st.lists(units, max_size=60))
def test_a_histogram_of_known_values_has_every_customer_at_its_value(values):
    histogram = histogram_of(values)

    assert all(bracket.is_one_value for bracket in histogram)
    assert [value for one in histogram for value in [one.low] * one.count] == sorted(values)


def test_a_segment_wider_than_a_key_can_hold_is_not_counted_by_value():
    wide = Bracket(0, WIDEST_OF_VALUES, 2)

    assert not any(segment.each_value for segment in segments_of([wide], Limits(9, 2)))
    narrower = Bracket(0, WIDEST_OF_VALUES - 1, 2)
    assert segments_of([narrower], Limits(9, 2)) == [Segment(0, WIDEST_OF_VALUES - 1, True)]


@pytest.mark.parametrize("limits", [(0, 32), (10, 1), (10, MOST_PARTS + 1)])
def test_limits_without_an_end_are_refused(limits):
    with pytest.raises(ValueError, match="the search needs at least one value and 2 to 64 parts"):
        Limits(*limits)


@given(st.integers(LOW, HIGH), st.integers(0, 38))
def test_units_survive_the_way_through_a_number(whole, scale):
    number = to_number(whole, scale)

    assert to_units(number, scale) == whole
    assert number.as_tuple().exponent == -scale


def test_more_decimal_places_than_the_scale_are_not_rounded_away():
    with pytest.raises(ValueError, match="more than 2 decimal places"):
        to_units(Decimal("1.234"), 2)
