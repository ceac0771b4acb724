"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Grades of recommendations: by hand, at their ends, and refused in a sentence.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customer_value.analytics.grading import (
    GradingInputError,
    gain,
    ndcg_of_each,
    ranking_grades,
)

ITEMS = [f"i{number:02}" for number in range(20)]
BUYERS = {item: number for number, item in enumerate(ITEMS)}


def test_by_hand() -> None:
    grades = ranking_grades(
        # the second and third are right; nothing is said of b; c did not buy; d comes too late
        {"a": ["i01", "i02", "i04"], "c": ["i05"], "d": [*ITEMS[:10], "i15"]},
        {"a": ["i02", "i04", "i08"], "b": ["i01"], "c": [], "d": ["i15"]},
        BUYERS,
        population=16,
    )

    best = 1 + 1 / math.log2(3) + 1 / 2
    assert grades.customers == 3
    assert grades.ndcg == pytest.approx((1 / math.log2(3) + 1 / 2) / best / 3)
    assert grades.recall == pytest.approx(2 / 3 / 3)
    assert grades.hit_rate == pytest.approx(1 / 3)
    assert grades.coverage == 10 / 20
    bits = [math.log2(16 / max(number, 1)) for number in (1, 2, 4, *range(10))]
    assert grades.novelty == pytest.approx(np.mean(bits))


def test_the_ends() -> None:
    bought = {"a": ITEMS[:12], "b": ITEMS[3:5]}

    best = ranking_grades({"a": ITEMS[:10], "b": ITEMS[3:5]}, bought, BUYERS, 20)
    none = ranking_grades({}, bought, BUYERS, 20)

    assert (best.ndcg, best.hit_rate, best.recall) == (1, 1, pytest.approx((10 / 12 + 1) / 2))
    assert (none.ndcg, none.recall, none.hit_rate, none.coverage) == (0, 0, 0, 0)
    assert none.novelty is None


@given(st.permutations(ITEMS), st.sets(st.sampled_from(ITEMS), min_size=1))
def test_a_hit_further_up_counts_more(items: list[str], bought: set[str]) -> None:
    up = sorted(items, key=lambda item: item not in bought)

    here, above = (
        ranking_grades({"a": order}, {"a": bought}, BUYERS, 20).ndcg for order in (items, up)
    )

    assert 0 <= here <= above + 1e-12
    assert above == pytest.approx(1)


def test_the_gain_of_better_lists() -> None:
    random = np.random.default_rng(9)
    bought = {f"c{number:03}": set(random.choice(ITEMS, 3)) for number in range(300)}
    good = {who: [*sorted(items), *sorted({*ITEMS} - items)] for who, items in bought.items()}
    poor = {who: list(random.permutation(ITEMS)) for who in bought}

    each = [ndcg_of_each(lists, bought) for lists in (good, poor)]
    found = gain(*each, np.zeros(300), lambda one, _: float(one.mean()), higher_is_better=True)

    assert found.won and found.value == pytest.approx(each[0].mean() - each[1].mean())


@pytest.mark.parametrize(
    ("recommended", "bought", "why"),
    [
        ({"a": ["i01"]}, {"a": []}, "Nobody bought anything afterwards"),
        ({"a": ["i99"]}, {"a": ["i01"]}, "The list of a has i99, an unknown item"),
        ({"a": ["i01", "i01"]}, {"a": ["i01"]}, "The list of a has an item twice"),
    ],
)
def test_what_cannot_be_graded(
    recommended: dict[str, list[str]], bought: dict[str, list[str]], why: str
) -> None:
    with pytest.raises(GradingInputError, match=why):
        ranking_grades(recommended, bought, BUYERS, 20)
