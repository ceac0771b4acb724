"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a site may choose about RFM scores and levels, checked before anything is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from customer_value.analytics.rfm.errors import RfmInputError
from customer_value.analytics.rfm.exact import Number
from customer_value.analytics.rfm.metrics import METRICS, Metric
from customer_value.analytics.rfm.ranks import RANK_METHODS

METHODS = (*RANK_METHODS, "fixed")

# the document's four levels for three scores of 1–5
DEFAULT_LEVELS = (("流失用户", 5), ("一般用户", 8), ("潜力用户", 12), ("高价值用户", 15))


@dataclass(frozen=True)
class RfmParameters:
    """How customers are scored and levelled; raises RfmInputError when it cannot work.

    bins: number of scores per metric, 2–9 (a score is one digit of rfm_code).
    levels: (user_level, largest rfm_total that still has it), from the lowest level up.
    method: `computed` (from the customers themselves: the share that is strictly worse), `fixed`
    (from fixed_cut_points) or `rfm_package` (quantiles plus one, as R's package `rfm` does).
    fixed_cut_points: per metric column the worst values that still earn the scores 2, 3, … bins,
    so descending for recency_days and ascending for the others; int or Decimal.
    """

    bins: int = 5
    levels: tuple[tuple[str, int], ...] = DEFAULT_LEVELS
    method: str = "computed"
    fixed_cut_points: Mapping[str, tuple[Number, ...]] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        _check_bins(self.bins)
        _check_levels(self.levels, self.bins)
        if self.method not in METHODS:
            raise RfmInputError(
                f"RFM method {self.method!r} is unknown: choose one of {', '.join(METHODS)}."
            )
        if self.method == "fixed":
            for metric in METRICS:
                _check_cut_points(metric, self.fixed_cut_points.get(metric.column), self.bins)


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_integer(value) or (isinstance(value, Decimal) and value.is_finite())


def _check_bins(bins: int) -> None:
    if not _is_integer(bins) or not 2 <= bins <= 9:
        raise RfmInputError(
            f"RFM bins is {bins!r}: give a whole number from 2 to 9, "
            "as each score is one digit of rfm_code."
        )


def _check_levels(levels: tuple[tuple[str, int], ...], bins: int) -> None:
    if not levels:
        raise RfmInputError("RFM levels is empty: give at least one (user_level, max_total).")

    for user_level, max_total in levels:
        if not isinstance(user_level, str) or not user_level.strip() or not _is_integer(max_total):
            raise RfmInputError(
                f"RFM level ({user_level!r}, {max_total!r}) is not a name and a whole number: "
                "write for example ('流失用户', 5)."
            )
    for (lower, lower_total), (upper, upper_total) in pairwise(levels):
        if lower_total >= upper_total:
            raise RfmInputError(
                f"RFM level {upper} ends at {upper_total} and the level before it, {lower}, "
                f"at {lower_total}: list the levels with ascending max_total."
            )

    names = [user_level for user_level, _ in levels]
    for name in names:
        if names.count(name) > 1:
            raise RfmInputError(f"RFM level {name} is listed twice: give each level one max_total.")

    last_level, last_total = levels[-1]
    if last_total < 3 * bins:
        raise RfmInputError(
            f"RFM level {last_level} ends at {last_total}, and rfm_total reaches {3 * bins} "
            f"with {bins} bins: raise the last max_total to {3 * bins}, so that all have a level."
        )


def _check_cut_points(metric: Metric, cuts: tuple[Number, ...] | None, bins: int) -> None:
    if cuts is None or len(cuts) != bins - 1:
        raise RfmInputError(
            f"RFM method fixed has {len(cuts or ())} cut points for {metric.column}: "
            f"give {bins - 1}, the worst values of the scores 2 to {bins}."
        )
    for cut in cuts:
        if not _is_number(cut):
            raise RfmInputError(
                f"RFM cut point {cut!r} of {metric.column} is not exact: "
                "write it as an int or a Decimal, for example Decimal('9.50')."
            )
    for worse, better in pairwise(cuts):
        if worse < better if metric.lower_is_better else worse > better:
            direction = "descending" if metric.lower_is_better else "ascending"
            raise RfmInputError(
                f"RFM cut points of {metric.column} go from {worse} to {better}: "
                f"list them {direction}, from score 2 to score {bins}."
            )
