"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The one home of what each method asks of the customers' order: which ranks, and what it makes of
their values. Integers only; the SQL twins are the macros `rfm_computed` and `rfm_package`.
"""

from __future__ import annotations

from dataclasses import dataclass

from customer_value.analytics.rfm.errors import RfmInputError

# the methods that find their thresholds in the customers themselves
RANK_METHODS = ("computed", "rfm_package")

# the largest number of units that a Spark decimal holds
LARGEST_UNITS = 10**38 - 1


@dataclass(frozen=True)
class Place:
    """A place in the order of the customers: `parts` of `bins` of the way from rank to next_rank.

    Rank 1 is the worst customer. Where parts is 0, the place is that of `rank` alone.
    """

    rank: int
    next_rank: int
    parts: int = 0

    def scaled(self, value: int, next_value: int, bins: int) -> int:
        """bins × the value at this place, given the values of its two ranks."""
        return (bins - self.parts) * value + self.parts * next_value


def places(method: str, customer_count: int, bins: int) -> list[Place]:
    """Where the scores 2, 3, … bins begin, from the worst of `customer_count` customers.

    computed: score = 1 + floor(bins × w / n) ≥ s  ⇔  w ≥ ceil((s - 1) × n / bins) = k  ⇔  the value
    is strictly better than the k-th worst, w being the number of customers strictly worse.
    rfm_package: the quantile of type 7 (R's default) at (s - 1) / bins, which lies
    h = (n - 1) × (s - 1) / bins ranks above the worst customer. It is the same from either end,
    so that recency, of which less is better, asks for the same places.
    """
    if method not in RANK_METHODS:
        raise RfmInputError(
            f"RFM method {method!r} finds no thresholds in the customers: "
            f"choose one of {', '.join(RANK_METHODS)}."
        )
    if customer_count == 0:
        return []
    if method == "computed":
        ranks = [-(-step * customer_count // bins) for step in range(1, bins)]
        return [Place(rank, rank) for rank in ranks]

    steps = [divmod(step * (customer_count - 1), bins) for step in range(1, bins)]

    return [Place(below + 1, below + 1 + (parts > 0), parts) for below, parts in steps]


def threshold(
    method: str, scaled: int, *, bins: int, one: int, lower_is_better: bool = False
) -> int:
    """The value, in units, that a customer must be strictly better than.

    scaled: bins × the value at the score's place, in units. one: the number of units of 1.

    computed: that value. rfm_package: the package adds 1 to the quantile and compares
    lower ≤ value < upper, so a value passes from quantile + 1 on (recency: up to there); the first
    whole unit from there on is what makes this a comparison of exact values.
    """
    if method == "computed":
        return scaled // bins

    first = -(-scaled // bins) + one
    # a decimal column at its very end: no literal goes further
    return min(first if lower_is_better else first - 1, LARGEST_UNITS)
