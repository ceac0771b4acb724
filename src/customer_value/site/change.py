"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The change of a number against the period before.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def percent_change(now: int | Decimal, before: int | Decimal) -> Decimal | None:
    """100 × (now − before) ÷ before, one decimal, half up; None where there was nothing before."""
    if before == 0:
        return None
    return _rounded(Decimal(100 * (now - before)) / before, "0.1")


def points_change(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """Percentage points between two rates; None where one of them is missing."""
    return None if now is None or before is None else now - before


def share(part: int, whole: int) -> Decimal | None:
    """Percent of a whole, two decimals, half up; None of nothing."""
    return _rounded(Decimal(100 * part) / whole, "0.01") if whole else None


def _rounded(value: Decimal, places: str) -> Decimal:
    return value.quantize(Decimal(places), ROUND_HALF_UP)
