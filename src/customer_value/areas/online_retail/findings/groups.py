"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The three groups of a clustering, and the rules that say what is near, large and small.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import NotMeasured
from customer_value.areas.online_retail.rows import Cluster
from customer_value.words.bilingual import Text, percent, plain, same

STANDARDISED, NETTED, LOG_SCALE = "standardised", "standardised_net", "log_scale"
TOLERANCE = Decimal(5)
EDGE = Decimal("0.5")


@dataclass(frozen=True)
class Groups:
    """Groups 1, 2, 3 of the document: lowest, middle and highest mean amount."""

    low: Cluster
    middle: Cluster
    high: Cluster

    def mean(self, measure: Callable[[Cluster], Decimal]) -> Decimal:
        """A measure's mean over all customers."""
        everyone = (self.low, self.middle, self.high)
        total = sum(measure(group) * group.customer_count for group in everyone)
        return Decimal(total) / sum(group.customer_count for group in everyone)


def groups(tables: RetailTables, variant: str) -> Groups:
    """The groups of a variant. Raises NotMeasured where the clusters were not built, the variant is
    absent, or it has not three groups.
    """
    if not tables.clusters:
        raise NotMeasured(
            Text(
                "没有聚类的表：只用 SQL 的构建没有它们",
                "there are no clusters: a build with SQL only has none",
            )
        )
    found: Sequence[Cluster] = [row for row in tables.clusters if row.variant == variant]
    if len(found) != 3:
        raise NotMeasured(
            Text(
                f"{variant} 有 {len(found)} 簇，不是三簇",
                f"{variant} has {len(found)} groups, not 3",
            )
        )
    return Groups(*sorted(found, key=lambda group: group.cluster_no))


def near(value: Decimal, target: int) -> bool:
    """Within five points."""
    return abs(value - target) <= TOLERANCE


def at_the_edge(value: Decimal, *bounds: Decimal | int) -> bool:
    """Less than half a point from a bound of the rule."""
    return any(abs(value - bound) < EDGE for bound in bounds)


def marked(words: str, borderline: bool) -> Text:
    """The words, and whether the verdict hangs on half a point."""
    return Text(f"{words}（临界）", f"{words} (borderline)") if borderline else same(words)


def r_f_m(recency: Decimal, frequency: Decimal, monetary: Decimal) -> str:
    """R, F and M in a row."""
    return f"R {plain(recency, 1)}, F {plain(frequency, 2)}, M {plain(monetary)}"


def means(group: Cluster) -> str:
    """Mean R, F and M of a group."""
    return r_f_m(group.mean_recency_days, group.mean_frequency, group.mean_monetary)


def against_all(group: Cluster, everyone: Groups) -> Text:
    """Mean R, F and M of a group, and of all customers."""
    of_all = r_f_m(
        everyone.mean(lambda row: row.mean_recency_days),
        everyone.mean(lambda row: row.mean_frequency),
        everyone.mean(lambda row: row.mean_monetary),
    )
    return same(f"{means(group)} (Ø {of_all})")


def share(group: Cluster) -> str:
    """Customers of a group and their share."""
    return f"{plain(group.customer_count)} = {percent(group.customer_share)}"
