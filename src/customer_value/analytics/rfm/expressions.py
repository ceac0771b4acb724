"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The definitions of score, code and level as column expressions: maps, no shuffle.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from pyspark.sql import Column
from pyspark.sql import functions as F

from customer_value.analytics.rfm.exact import Number, literal


def score(
    column: str, limits: Sequence[Number], *, lower_is_better: bool = False, strict: bool = True
) -> Column:
    """Score 1 … len(limits) + 1 as int: one point more for every limit that the value passes.

    strict: the limits are thresholds and the value must be better (computed scores); otherwise they
    are cut points, the worst values that earn a score, and being as good is enough (fixed scores).
    """
    value = F.col(column)
    points = [_passes(value, limit, lower_is_better, strict).cast("int") for limit in limits]

    return reduce(Column.__add__, points, F.lit(1))


def rfm_total(r_score: str, f_score: str, m_score: str) -> Column:
    """The sum of the three scores as int."""
    return F.col(r_score) + F.col(f_score) + F.col(m_score)


def rfm_code(r_score: str, f_score: str, m_score: str) -> Column:
    """The three scores side by side, `515`: 5-1-1 and 1-1-5 are not the same customer."""
    return F.concat(*[F.col(name).cast("string") for name in (r_score, f_score, m_score)])


def user_level(total: str, levels: Sequence[tuple[str, int]]) -> Column:
    """The first level whose largest total is not exceeded; null beyond the last, so that a test
    finds it."""
    (first_level, first_total), *others = levels
    named = F.when(F.col(total) <= first_total, F.lit(first_level))
    for level, largest_total in others:
        named = named.when(F.col(total) <= largest_total, F.lit(level))

    return named


def _passes(value: Column, limit: Number, lower_is_better: bool, strict: bool) -> Column:
    bound = literal(limit)
    if lower_is_better:
        return value < bound if strict else value <= bound

    return value > bound if strict else value >= bound
