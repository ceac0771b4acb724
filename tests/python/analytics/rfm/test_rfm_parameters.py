"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Parameters that cannot work are refused in one sentence, before any Spark job.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from customer_value.ads_fu_bu import RfmParameters
from customer_value.analytics.rfm import RfmInputError

FIXED = {
    "recency_days": (90, 60, 30, 7),
    "frequency": (2, 3, 5, 8),
    "monetary": (Decimal("0.01"), 50, 100, 500),
}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"bins": 1}, "bins is 1: give a whole number from 2 to 9"),
        ({"bins": 10}, "bins is 10"),
        ({"bins": "5"}, "bins is '5'"),
        ({"bins": True}, "bins is True"),
        ({"levels": ()}, "levels is empty"),
        ({"levels": (("a", "5"),)}, r"\('a', '5'\) is not a name and a whole number"),
        ({"levels": ((" ", 15),)}, "is not a name"),
        ({"levels": (("a", 8), ("b", 8), ("c", 15))}, "b ends at 8 and the level before it, a"),
        ({"levels": (("a", 5), ("a", 15))}, "a is listed twice"),
        ({"levels": (("a", 5), ("b", 14))}, "b ends at 14, and rfm_total reaches 15"),
        ({"bins": 6}, "高价值用户 ends at 15, and rfm_total reaches 18"),
        (
            {"method": "ntile"},
            "method 'ntile' is unknown: choose one of computed, rfm_package, fixed",
        ),
        ({"method": "fixed"}, "0 cut points for recency_days: give 4"),
        (
            {"method": "fixed", "fixed_cut_points": {**FIXED, "frequency": (2, 3, 5)}},
            "3 cut points for frequency",
        ),
        (
            {"method": "fixed", "fixed_cut_points": {**FIXED, "recency_days": (7, 30, 60, 90)}},
            "recency_days go from 7 to 30: list them descending",
        ),
        (
            {"method": "fixed", "fixed_cut_points": {**FIXED, "monetary": (1, 5, 4, 9)}},
            "monetary go from 5 to 4: list them ascending",
        ),
        (
            {"method": "fixed", "fixed_cut_points": {**FIXED, "monetary": (1, 2.5, 4, 9)}},
            "2.5 of monetary is not exact",
        ),
        (
            {
                "method": "fixed",
                "fixed_cut_points": {**FIXED, "monetary": (1, Decimal("NaN"), 4, 9)},
            },
            "is not exact",
        ),
    ],
)
def test_refused_in_one_sentence(arguments, sentence):
    with pytest.raises(RfmInputError, match=sentence) as refusal:
        RfmParameters(**arguments)

    assert "\n" not in str(refusal.value)


def test_the_documents_levels_and_five_bins_are_the_default():
    assert RfmParameters() == RfmParameters(
        bins=5,
        levels=(("流失用户", 5), ("一般用户", 8), ("潜力用户", 12), ("高价值用户", 15)),
        method="computed",
    )


def test_equal_fixed_cut_points_are_allowed_because_computed_scores_skip_numbers_too():
    RfmParameters(method="fixed", fixed_cut_points={**FIXED, "frequency": (2, 2, 5, 5)})
