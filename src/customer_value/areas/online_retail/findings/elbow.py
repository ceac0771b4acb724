"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The number of groups that the elbow of the cost gives, worked out from the costs alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from customer_value.areas.online_retail.findings.groups import NETTED, STANDARDISED
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    NotMeasured,
    by_basis,
    with_net,
)
from customer_value.areas.online_retail.rows import Elbow
from customer_value.words.bilingual import Text, plain

_K = 3
_SHOWN = 5


def measured_elbow(tables: RetailTables) -> Measured:
    """Whether the elbow is at three groups."""
    costs, net_costs = _costs(tables, STANDARDISED), _costs(tables, NETTED)
    gross, net = _elbow(costs), _elbow(net_costs)
    shown = " → ".join(plain(row.cost) for row in costs[:_SHOWN])
    silhouette = _best_silhouette(costs)
    words = Text(
        f"拐点 k = {gross}；k = 1 … {_SHOWN} 的成本 {shown}{silhouette.zh}",
        f"elbow at k = {gross}; cost of k = 1 … {_SHOWN} {shown}{silhouette.en}",
    )
    return by_basis(gross == _K, net == _K, with_net(words, Text(f"k = {net}", f"k = {net}")))


def _costs(tables: RetailTables, variant: str) -> Sequence[Elbow]:
    rows = sorted((row for row in tables.elbow if row.variant == variant), key=lambda row: row.k)
    if len(rows) < 3:
        raise NotMeasured(
            Text(
                f"{variant} 没有三个以上的 k：只用 SQL 的构建没有聚类",
                f"fewer than three k of {variant}: a build with SQL only has no clusters",
            )
        )
    return rows


def _elbow(rows: Sequence[Elbow]) -> int:
    """The k where the cost bends most; of equals the smallest."""
    bends: list[tuple[Decimal, int]] = [
        (-(before.cost - 2 * row.cost + after.cost), row.k)
        for before, row, after in zip(rows, rows[1:], rows[2:], strict=False)
    ]
    return min(bends)[1]


def _best_silhouette(rows: Sequence[Elbow]) -> Text:
    known = [(-row.silhouette, row.k) for row in rows if row.silhouette is not None]
    if not known:
        return Text("", "")
    value, k = min(known)
    return Text(
        f"；轮廓系数最大 k = {k}（{-value:.3f}）", f"; best silhouette k = {k} ({-value:.3f})"
    )
