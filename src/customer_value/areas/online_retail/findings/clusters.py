"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 聚类分析: the elbow, and what its three groups of customers are.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from customer_value.areas.online_retail.findings.elbow import measured_elbow
from customer_value.areas.online_retail.findings.groups import (
    LOG_SCALE,
    NETTED,
    STANDARDISED,
    TOLERANCE,
    Groups,
    against_all,
    at_the_edge,
    groups,
    marked,
    means,
    near,
    share,
)
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    Section,
    Statement,
    by_basis,
    either,
    with_net,
)
from customer_value.areas.online_retail.rows import Cluster
from customer_value.words.bilingual import Text, percent, same

_SMALL, _LARGE = 1, 25
_TOP_COUNT = 26
_HALF, _HALF_MORE, _TWICE = Decimal("0.5"), Decimal("1.5"), Decimal(2)


def _on_both(
    holds: Callable[[Groups], bool], shown: Callable[[Groups], Text]
) -> Callable[[RetailTables], Measured]:
    """A rule on the groups, gross and with cancellations deducted."""

    def measured(tables: RetailTables) -> Measured:
        gross, net = groups(tables, STANDARDISED), groups(tables, NETTED)
        return by_basis(holds(gross), holds(net), with_net(shown(gross), shown(net)))

    return measured


def _near(target: int, group: Callable[[Groups], Cluster]) -> Callable[[RetailTables], Measured]:
    """A group's share of the customers is near a figure."""

    def shown(found: Groups) -> Text:
        value = group(found).customer_share
        edge = at_the_edge(value, target - TOLERANCE, target + TOLERANCE)
        return marked(share(group(found)), edge)

    return _on_both(lambda found: near(group(found).customer_share, target), shown)


def _more_than_a_quarter(tables: RetailTables) -> Measured:
    """Gross, the same customers net, and the highest group of the clustering on net figures."""
    gross, net = groups(tables, STANDARDISED).high, groups(tables, NETTED).high
    count, share_of_all = gross.customer_count, percent(gross.amount_share)
    values = with_net(
        marked(f"{count}: {share_of_all}", at_the_edge(gross.amount_share, _LARGE)),
        Text(
            f"这 {count} 位 {percent(gross.net_amount_share)}，"
            f"重新聚类的 {net.customer_count} 位 {percent(net.amount_share)}",
            f"these {count} {percent(gross.net_amount_share)}, "
            f"the {net.customer_count} of a new clustering {percent(net.amount_share)}",
        ),
    )
    net_holds = min(gross.net_amount_share, net.amount_share) > _LARGE
    return by_basis(gross.amount_share > _LARGE, net_holds, values)


def _log_scale(tables: RetailTables) -> Measured:
    high = groups(tables, LOG_SCALE).high
    holds = high.customer_share < _SMALL and high.amount_share > _LARGE
    values = Text(
        f"最高的一组 {share(high)}，占金额 {percent(high.amount_share)}（{means(high)}）",
        f"highest group {share(high)}, {percent(high.amount_share)} of the amount ({means(high)})",
    )
    return either(holds, values)


def _low_value(found: Groups) -> bool:
    return _recency_at_least(found, _HALF_MORE) and all(
        measure(found.low) <= _HALF * found.mean(measure) for measure in (_frequency, _monetary)
    )


def _recency_at_least(found: Groups, times: Decimal) -> bool:
    return found.low.mean_recency_days >= times * found.mean(_recency)


def _middle_is_better(found: Groups) -> bool:
    low, middle = found.low, found.middle
    return _recency(middle) < _recency(low) and all(
        measure(middle) > measure(low) for measure in (_frequency, _monetary)
    )


def _recently(found: Groups) -> bool:
    return _recency(found.high) <= _HALF * found.mean(_recency)


def _eager(found: Groups) -> bool:
    return all(
        measure(found.high) >= _TWICE * found.mean(measure) for measure in (_frequency, _monetary)
    )


def _recency(group: Cluster) -> Decimal:
    return group.mean_recency_days


def _frequency(group: Cluster) -> Decimal:
    return group.mean_frequency


def _monetary(group: Cluster) -> Decimal:
    return group.mean_monetary


def _statement(
    number: str, statement: Text, rule: Text, measure: Callable[[RetailTables], Measured]
) -> Statement:
    return Statement(Section.CLUSTERS, number, statement, rule, measure)


_NEAR = Text(f"相差不超过 {TOLERANCE} 个百分点", f"within {TOLERANCE} points")

STATEMENTS = (
    _statement(
        "K1",
        Text("手肘法选定 K，得三个群体", "the elbow gives three groups"),
        Text("成本的二阶差分在 k = 3 最大", "second difference of the cost is largest at k = 3"),
        measured_elbow,
    ),
    _statement(
        "K2",
        Text("群体 1 占比近 30%", "group 1 has almost 30 % of the customers"),
        _NEAR,
        _near(30, lambda found: found.low),
    ),
    _statement(
        "K3",
        Text("群体 1 R 值很大，F、M 值都很低", "group 1: very large R, very low F and M"),
        Text(
            "R ≥ 全体平均的 1.5 倍，F、M ≤ 一半", "R ≥ 1.5 × the mean of all, F and M ≤ half of it"
        ),
        _on_both(_low_value, lambda found: against_all(found.low, found)),
    ),
    _statement(
        "K4",
        Text("群体 2 占比近 70%，基数巨大", "group 2 has almost 70 %"),
        _NEAR,
        _near(70, lambda found: found.middle),
    ),
    _statement(
        "K5",
        Text("群体 2 相比群体 1，R 降低，F、M 增加", "group 2 against 1: lower R, higher F and M"),
        Text("三项都如此", "all three do"),
        _on_both(
            _middle_is_better,
            lambda found: same(f"{means(found.low)} ⇒ {means(found.middle)}"),
        ),
    ),
    _statement(
        "K6",
        Text("群体 3 占比不到 1%", "group 3 has less than 1 %"),
        Text("< 1 %", "< 1 %"),
        _on_both(
            lambda found: found.high.customer_share < _SMALL, lambda found: same(share(found.high))
        ),
    ),
    _statement(
        "K7",
        Text("群体 3 有 26 位", "group 3 has 26 customers"),
        Text("恰好 26", "exactly 26"),
        _on_both(
            lambda found: found.high.customer_count == _TOP_COUNT,
            lambda found: same(str(found.high.customer_count)),
        ),
    ),
    _statement(
        "K8",
        Text("群体 3 贡献了超 25% 的消费金额", "group 3 spends more than 25 % of the amount"),
        Text("> 25 %", "> 25 %"),
        _more_than_a_quarter,
    ),
    _statement(
        "K9",
        Text(
            "群体 3 R 值很低，离结算日很近", "group 3: very low R, bought just before the snapshot"
        ),
        Text("R ≤ 全体平均的一半", "R ≤ half the mean of all"),
        _on_both(_recently, lambda found: against_all(found.high, found)),
    ),
    _statement(
        "K10",
        Text("群体 3 F、M 值都很高", "group 3: very high F and M"),
        Text("F、M ≥ 全体平均的 2 倍", "F and M ≥ 2 × the mean of all"),
        _on_both(_eager, lambda found: against_all(found.high, found)),
    ),
    _statement(
        "K11",
        Text(
            "（延伸）取对数后，仍有不到 1% 的客户占超 25%",
            "(beyond) on log scale, too, less than 1 % have more than 25 %",
        ),
        Text("对数聚类的最高一组：< 1 %，> 25 %", "highest group on log scale: < 1 %, > 25 %"),
        _log_scale,
    ),
)
