"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Wilson's interval of a share, so that one of one does not rank above ninety of a hundred.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

# 95 % of a normal distribution lies within so many standard deviations
Z_95 = 1.959963984540054


def wilson(successes: int, trials: int, z: float = Z_95) -> tuple[Decimal, Decimal] | None:
    """Lower and upper bound of a share in percent, two decimals; None without trials.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22
    (1927). Raises ValueError unless 0 <= successes <= trials.
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} of {trials} is not a share")
    if trials == 0:
        return None
    share, weight = successes / trials, z * z / trials
    centre = share + weight / 2
    spread = z * sqrt(share * (1 - share) / trials + weight / (4 * trials))
    low, high = ((centre + sign * spread) / (1 + weight) for sign in (-1, 1))
    return _percent(max(low, 0.0)), _percent(min(high, 1.0))


def _percent(share: float) -> Decimal:
    return Decimal(100 * share).quantize(Decimal("0.01"), ROUND_HALF_UP)
