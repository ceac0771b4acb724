"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a statement of the document, a measurement and a finding are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.words.bilingual import Text, joined


class Section(Enum):
    """The headings of the document."""

    DATA_SET = Text("数据集", "Data set")
    MONTHLY_CUSTOMERS = Text("每月客户消费趋势", "Customers and spend per month")
    MONTHLY_ORDERS = Text("每月订单趋势", "Orders per month")
    PRICES = Text("客户购买偏好", "Price preference")
    STAGES = Text("客户分层", "Customer stages")
    RATES = Text("客户复购率、回购率", "Repurchase and return rates")
    CLUSTERS = Text("聚类分析", "Clusters")


class Verdict(Enum):
    """Whether a statement holds on the data that was built."""

    HOLDS = Text("成立", "holds")
    ONLY_IF = Text("仅当…成立", "holds only if …")
    FAILS = Text("不成立", "does not hold")
    NOT_MEASURED = Text("未测", "not measured")


class NotMeasured(Exception):
    """The tables cannot decide a statement; `why` says what is missing."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True)
class Measured:
    """What the tables say: the values, the verdict, and for ONLY_IF the condition."""

    values: Text
    verdict: Verdict
    condition: Text | None = None


@dataclass(frozen=True)
class Finding:
    """One statement of the document, the rule that decides it, what was measured, the verdict.

    `condition` is there exactly where the verdict is ONLY_IF.
    """

    section: Section
    id: str
    statement: Text
    rule: Text
    measured: Text
    verdict: Verdict
    condition: Text | None = None


@dataclass(frozen=True)
class Statement:
    """One statement of the document and the measurement that decides it."""

    section: Section
    id: str
    statement: Text
    rule: Text
    measure: Callable[[RetailTables], Measured]

    def finding(self, tables: RetailTables) -> Finding:
        """The statement decided by the tables; NOT_MEASURED, with the reason, where they cannot."""
        try:
            measured = self.measure(tables)
        except NotMeasured as absence:
            measured = Measured(absence.why, Verdict.NOT_MEASURED)
        return Finding(
            self.section,
            self.id,
            self.statement,
            self.rule,
            measured.values,
            measured.verdict,
            measured.condition,
        )


def either(holds: bool, values: Text) -> Measured:
    """Holds or does not."""
    return Measured(values, Verdict.HOLDS if holds else Verdict.FAILS)


def only_if(condition: Text, values: Text) -> Measured:
    """Holds under a condition."""
    return Measured(values, Verdict.ONLY_IF, condition)


def by_basis(gross: bool, net: bool, values: Text) -> Measured:
    """Holds only where both ways to count do; else only if cancelled orders count, or do not."""
    if gross != net:
        return only_if(_CANCELLED_COUNT if gross else _CANCELLED_DEDUCTED, values)
    return either(gross, values)


def with_net(gross: Text, net: Text) -> Text:
    """The values of the document's basis, then those with cancellations deducted."""
    return joined(gross, Text(f"net: {net.zh}", f"net: {net.en}"))


_CANCELLED_COUNT = Text(
    "把后来被取消的订单也算进去", "orders that were cancelled later are counted"
)
_CANCELLED_DEDUCTED = Text("扣除被取消的订单", "cancelled orders are deducted")
