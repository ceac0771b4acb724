"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The search for order statistics, without Spark: any values, any coarse function, any limits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customer_value.rfm.brackets import (
    Bracket,
    Segment,
    brackets_of_ranks,
    disjoint,
    refined,
    segments_of,
)
from customer_value.rfm.exact import to_number, to_units, units_around
from customer_value.rfm.ranks import places

units = st.one_of(st.integers(-5, 5), st.integers(-(10**6), 10**6), st.integers(-(10**37), 10**37))
value_lists = st.lists(units, min_size=1, max_size=60)


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
    *,
    lower_is_better: bool,
    value_limit: int,
    parts: int,
) -> tuple[list[int], int]:
    """The values of the wanted ranks, and the number of passes."""
    passes = 0
    while True:
        found = brackets_of_ranks(histogram, wanted, lower_is_better=lower_is_better)
        still_open = [bracket for bracket in found if not bracket.is_one_value]
        if not still_open:
            return [bracket.low for bracket in found], passes
        segments = segments_of(still_open, value_limit=value_limit, parts=parts)
        histogram = refined(histogram, segments, count_segments(values, segments))
        passes += 1
        # halving 2 × 10^37 takes 125 passes
        assert passes <= 130, f"no end in sight for {segments}"


@settings(max_examples=300, deadline=None)
@given(
    values=value_lists,
    modulus=st.integers(1, 7),
    seeds=st.lists(st.integers(0, 10**6), min_size=1, max_size=9),
    lower_is_better=st.booleans(),
    value_limit=st.integers(1, 6),
    parts=st.integers(2, 32),
)
def test_search_finds_the_order_statistics_even_with_a_senseless_coarse_function(
    values, modulus, seeds, lower_is_better, value_limit, parts
):
    buckets = defaultdict(list)
    for value in values:
        buckets[value % modulus].append(value)
    histogram = disjoint(Bracket(min(one), max(one), len(one)) for one in buckets.values())
    # any ranks in any order: what a method asks for is its own affair
    wanted = [1 + seed % len(values) for seed in seeds]

    found, _ = search(
        values,
        histogram,
        wanted,
        lower_is_better=lower_is_better,
        value_limit=value_limit,
        parts=parts,
    )

    worst_first = sorted(values, reverse=lower_is_better)
    assert found == [worst_first[rank - 1] for rank in wanted]


def test_each_pass_divides_the_range_so_that_the_worst_case_is_logarithmic():
    values = [0, 1, 10**37]

    found, passes = search(
        values,
        [Bracket(0, 10**37, 3)],
        [2],
        lower_is_better=False,
        value_limit=1,
        parts=32,
    )

    assert found == [1]
    assert passes <= 25


def test_values_are_counted_one_by_one_only_where_they_are_few():
    many_values_of_few_customers = Bracket(0, 10**9, 10)
    few_values_of_many_customers = Bracket(2 * 10**9, 2 * 10**9 + 9, 10**9)
    many_of_both = Bracket(3 * 10**9, 4 * 10**9, 11)

    segments = segments_of(
        [many_of_both, many_values_of_few_customers, few_values_of_many_customers],
        value_limit=10,
        parts=4,
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


@given(st.lists(st.tuples(units, st.integers(0, 10**6), st.integers(1, 9)), max_size=30))
def test_disjoint_brackets_keep_every_customer_and_cover_every_bracket(triples):
    brackets = [Bracket(low, low + width, count) for low, width, count in triples]

    merged = disjoint(brackets)

    assert sum(one.count for one in merged) == sum(one.count for one in brackets)
    assert all(left.high < right.low for left, right in pairwise(merged))
    for bracket in brackets:
        assert any(one.low <= bracket.low and bracket.high <= one.high for one in merged)


@given(st.integers(-(10**38) + 1, 10**38 - 1), st.integers(0, 38))
def test_units_survive_the_way_through_text_and_number(whole, scale):
    number = to_number(whole, scale)

    assert to_units(str(number), scale) == whole
    assert number.as_tuple().exponent == -scale


@given(st.integers(-(10**38) + 1, 10**38 - 1), st.integers(0, 38))
def test_units_around_a_double_contain_the_value_that_was_cast_to_it(whole, scale):
    low, high = units_around(float(to_number(whole, scale)), scale)

    assert low <= whole <= high


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 18))
def test_up_to_fifteen_digits_the_double_gives_the_value_back(whole, scale):
    assert units_around(float(to_number(whole, scale)), scale) == (whole, whole)


def test_more_decimal_places_than_the_scale_are_not_rounded_away():
    with pytest.raises(ValueError, match="more than 2 decimal places"):
        to_units(str(Decimal("1.234")), 2)
