"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The page docs/online_retail_findings.md: every finding, and the tables behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from customer_value.findings.appendix import (
    cluster_table,
    document_line_table,
    monthly_table,
    stage_and_rate_table,
)
from customer_value.findings.data_set import line_count
from customer_value.findings.evaluate import findings
from customer_value.findings.groups import EDGE, TOLERANCE
from customer_value.findings.markdown import findings_table, verdict_counts
from customer_value.findings.months import GROSS, NET, partial_months
from customer_value.findings.statement import Finding, Section
from customer_value.findings.tables import Tables
from customer_value.findings.text import Text, listed, money, percent, plain

_TABLES: Mapping[Section, Callable[[Tables], Sequence[str]]] = {
    Section.MONTHLY_CUSTOMERS: document_line_table,
    Section.MONTHLY_ORDERS: monthly_table,
    Section.RATES: stage_and_rate_table,
    Section.CLUSTERS: cluster_table,
}
_HEAD = """\
<!-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -->
<!-- make findings 从 ADS 表生成，请勿手改 / Written by make findings, do not edit -->

# Online Retail：文档说的成立吗？ / Does what the document says hold?
"""
_UNDECIDED = Text(
    "没有列入的句子不是数字能判断的：字段的定义、“主要销售礼品”（没有品类）、"
    "“拓展力度不够”“普遍不高”之类的评价，以及运营建议。",
    'Not listed, as no number decides it: definitions of fields, "mainly sells gifts" (there are '
    "no categories), judgements, advice.",
)
_NOTES: Mapping[Section, Text] = {
    Section.PRICES: Text(
        "数字是每行件数；文档的图没有说明纵轴。分析行里也有邮费、手工调整等非商品行，高价区间里尤其多。",
        "Values are units per line; the document does not say what its chart shows. Postage, "
        "manual entries and the like are analysis rows, too, and weigh most at high prices.",
    ),
    Section.STAGES: Text(
        "不活跃 = 以前买过、当月没买，人数会累积。数据开始以前就买过的老客户，"
        "在数据里第一次购买时也算新客户，所以 S3 的下降有一部分来自数据的起点。",
        "Inactive = bought before, not in this month, so the number accumulates. Who had bought "
        "before the data begin counts as new once, so the fall in S3 is partly due to where the "
        "data begin.",
    ),
    Section.RATES: Text(
        "文档的“回购率”有三种读法：reactivation_or_new_rate = 上月没买 ÷ 本月买家（文档原文）；"
        "returning_buyer_rate = 上月也买 ÷ 本月买家；retention_rate = 上月也买 ÷ 上月买家。",
        "The return rate can be read in three ways: reactivation_or_new_rate = did not buy last "
        "month ÷ buyers of this month (the document's wording); returning_buyer_rate = bought last "
        "month, too ÷ buyers of this month; retention_rate = the same ÷ buyers of last month.",
    ),
    Section.CLUSTERS: Text(
        "群体按平均 M 从低到高编号；R 天、F 单、M 英镑，均为平均；Ø = 全体客户。"
        "standardised 是文档的做法，standardised_net 扣除取消，log_scale 先取对数。",
        "Groups are numbered by mean M; R in days, F in orders, M in pounds, all means; Ø = all "
        "customers. standardised is the document's way, standardised_net deducts cancellations, "
        "log_scale takes logarithms first.",
    ),
}


def page(tables: Tables) -> str:
    """The page as Markdown; the same tables give the same bytes."""
    found = findings(tables)
    lines = [_HEAD, *_data(tables), "", *_reading(), "", *verdict_counts(found)]
    for section in Section:
        lines += ["", *_section(section, found, tables)]
    return "\n".join([*lines, "", _UNDECIDED.zh, "", _UNDECIDED.en, ""])


def _section(section: Section, found: Sequence[Finding], tables: Tables) -> list[str]:
    lines = [f"## {section.value.zh} / {section.value.en}", ""]
    if section in _NOTES:
        lines += [_NOTES[section].zh, "", _NOTES[section].en, ""]
    lines += findings_table(finding for finding in found if finding.section is section)
    extra = _TABLES[section](tables) if section in _TABLES else []
    return [*lines, "", *extra] if extra else lines


def _data(tables: Tables) -> list[str]:
    """Which data the page is about."""
    months = sorted({row.invoice_month for row in tables.monthly_trend})
    amounts = {basis: _amount(tables, basis) for basis in (GROSS, NET)}
    deducted = amounts[NET] - amounts[GROSS]
    ratio = (
        f"{percent(100 * deducted / amounts[GROSS])}".replace("-", "−") if amounts[GROSS] else ""
    )
    rows = plain(line_count(tables))
    analysed = plain(sum(row.analysis_line_count for row in tables.line_classes))
    unknown = plain(
        sum(row.line_count for row in tables.line_classes if row.line_class == "no_customer")
    )
    customers = plain(tables.customers.customer_count)
    span = f"{months[0]} … {months[-1]}"
    cut_short = listed(sorted(partial_months(tables)))
    gross, net = money(amounts[GROSS], 2), money(amounts[NET], 2)
    return [
        f"**数据**：{rows} 行，{span}"
        + (f"（{cut_short.zh} 只到快照日，不完整）" if cut_short.zh else "")
        + f"；文档的分析行 {analysed} 行、{customers} 位客户（没有客户的 {unknown} 行不在内）。"
        f"金额 {gross}（gross），扣除取消 {net}（net，{ratio}）。",
        "",
        f"**Data**: {rows} lines, {span}"
        + (f" ({cut_short.en} ends at the snapshot, incomplete)" if cut_short.en else "")
        + f"; the document analyses {analysed} of them, of {customers} customers ({unknown} lines "
        f"without a customer are out). Amount {gross} (gross), {net} with cancellations deducted "
        f"(net, {ratio}).",
    ]


def _amount(tables: Tables, basis: str) -> Decimal:
    amounts = (row.amount for row in tables.monthly_trend if row.basis == basis)
    return sum(amounts, Decimal(0))


def _reading() -> list[str]:
    return [
        "**怎么读**：每句话由代码按所列规则判断。数字是 gross（文档的口径：取消前的分析行）；"
        "net 是同一规则扣除取消后的值，两者结论不同时判为“仅当…成立”。"
        f"近 X % = 相差不超过 {TOLERANCE} 个百分点；临界 = 离界限不到 {EDGE} 个百分点；"
        "ρ = Spearman 等级相关系数；#2/13 = 13 个月中第 2；11/12 = 12 个月中 11 个；"
        "* = 不完整的月。",
        "",
        "**How to read**: code decides every statement by the rule given. Values are gross, the "
        "document's way to count (nothing cancelled is taken off); net is the same rule with "
        'cancellations deducted, and where the two disagree the verdict is "only if". '
        f"Almost X % = within {TOLERANCE} points; borderline = less than {EDGE} points from the "
        "bound; ρ = Spearman's rank correlation; #2/13 = second of 13 months; 11/12 = 11 of 12 "
        "months; * = incomplete month.",
    ]
