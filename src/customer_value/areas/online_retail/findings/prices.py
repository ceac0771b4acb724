"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 客户购买偏好: what is bought below a price of 50 and from 55 on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from customer_value.areas.online_retail.findings.months import GROSS, NET
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    NotMeasured,
    Section,
    Statement,
    by_basis,
    with_net,
)
from customer_value.areas.online_retail.rows import PriceBand
from customer_value.words.bilingual import Text, joined, plain, rounded, same

_DEAR_FROM, _CHEAP_TO = Decimal(55), Decimal(50)
_ALIKE = Decimal("1.25")


@dataclass(frozen=True)
class _Prices:
    """The bands from 55 on and below 50, and the units of all bands."""

    dear: Sequence[PriceBand]
    cheap: Sequence[PriceBand]
    units: int


def _prices(tables: RetailTables, basis: str) -> _Prices:
    bands = [band for band in tables.price_bands if band.basis == basis]
    bounds = {band.price_from for band in bands}
    if not {_DEAR_FROM, _CHEAP_TO} <= bounds:
        raise NotMeasured(
            Text("单价区间不以 50 和 55 为界", "the price bands have no bounds at 50 and 55")
        )
    if sum(band.units for band in bands) <= 0:
        raise NotMeasured(Text("没有销量", "nothing was sold"))
    return _Prices(
        [band for band in bands if band.price_from >= _DEAR_FROM],
        [band for band in bands if band.price_from < _CHEAP_TO],
        sum(band.units for band in bands),
    )


def _alike_above(tables: RetailTables) -> Measured:
    alike, words = [], []
    for basis in (GROSS, NET):
        prices = _prices(tables, basis)
        per_line = [band.units_per_line for band in prices.dear if band.units_per_line is not None]
        if len(per_line) < 2 or min(per_line) <= 0:
            raise NotMeasured(
                Text("55 以上不足两个区间有销量", "fewer than two bands from 55 on have sales")
            )
        alike.append(max(per_line) <= _ALIKE * min(per_line))
        words.append(same(", ".join(_band(band) for band in prices.dear)))
    return by_basis(alike[0], alike[1], with_net(words[0], words[1]))


def _weaker_below(tables: RetailTables) -> Measured:
    weaker, words = [], []
    for basis in (GROSS, NET):
        prices = _prices(tables, basis)
        cheap, dear = _per_line(prices.cheap), _per_line(prices.dear)
        weaker.append(cheap < dear)
        words.append(same(f"< 50: {cheap:.2f}, ≥ 55: {dear:.2f}"))
    prices = _prices(tables, GROSS)
    lines, share = plain(sum(band.line_count for band in prices.dear)), _share(prices)
    few = Text(
        f"≥ 55 只有 {lines} 行，{share} % 的件数", f"≥ 55 is {lines} lines, {share} % of the units"
    )
    return by_basis(weaker[0], weaker[1], joined(with_net(words[0], words[1]), few))


def _per_line(bands: Sequence[PriceBand]) -> Decimal:
    lines = sum(band.line_count for band in bands)
    if not lines:
        raise NotMeasured(Text("有一侧没有销量", "one side has no sales"))
    return rounded(Decimal(sum(band.units for band in bands)) / lines)


def _share(prices: _Prices) -> Decimal:
    return rounded(Decimal(100 * sum(band.units for band in prices.dear)) / prices.units, 3)


def _band(band: PriceBand) -> str:
    end = "" if band.price_to is None else plain(band.price_to)
    return f"{plain(band.price_from)}–{end}: {band.units_per_line}"


STATEMENTS = (
    Statement(
        Section.PRICES,
        "P1",
        Text(
            "价格 55 以上购买欲几乎无差别，无差异扫货",
            "above a price of 55 customers buy almost without difference",
        ),
        Text(
            f"55 以上各区间的每行件数，最大 ≤ 最小的 {_ALIKE} 倍",
            f"units per line of the bands from 55 on: largest ≤ {_ALIKE} × smallest",
        ),
        _alike_above,
    ),
    Statement(
        Section.PRICES,
        "P2",
        Text("价格 50 以下购买欲稍差", "below a price of 50 they buy a little less"),
        Text("每行件数低于 55 以上", "fewer units per line than from 55 on"),
        _weaker_below,
    ),
)
