"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The page docs/online_retail_findings.md: every finding, and the tables behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from customer_value.areas.online_retail.findings.appendix import (
    cluster_table,
    document_line_table,
    monthly_table,
    stage_and_rate_table,
)
from customer_value.areas.online_retail.findings.data_set import line_count
from customer_value.areas.online_retail.findings.evaluate import findings
from customer_value.areas.online_retail.findings.markdown import findings_table, verdict_counts
from customer_value.areas.online_retail.findings.months import GROSS, NET, partial_months
from customer_value.areas.online_retail.findings.notes import NOTES, READING
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import Finding, Section
from customer_value.words.bilingual import Text, listed, money, percent, plain

_TABLES: Mapping[Section, Callable[[RetailTables], Sequence[str]]] = {
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


def page(tables: RetailTables) -> str:
    """The page as Markdown; the same tables give the same bytes."""
    found = findings(tables)
    lines = [_HEAD, *_data(tables), "", *_reading(), "", *verdict_counts(found)]
    for section in Section:
        lines += ["", *_section(section, found, tables)]
    return "\n".join([*lines, "", _UNDECIDED.zh, "", _UNDECIDED.en, ""])


def _section(section: Section, found: Sequence[Finding], tables: RetailTables) -> list[str]:
    lines = [f"## {section.value.zh} / {section.value.en}", ""]
    if section in NOTES:
        lines += [NOTES[section].zh, "", NOTES[section].en, ""]
    lines += findings_table(finding for finding in found if finding.section is section)
    extra = _TABLES[section](tables) if section in _TABLES else []
    return [*lines, "", *extra] if extra else lines


def _data(tables: RetailTables) -> list[str]:
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


def _amount(tables: RetailTables, basis: str) -> Decimal:
    amounts = (row.amount for row in tables.monthly_trend if row.basis == basis)
    return sum(amounts, Decimal(0))


def _reading() -> list[str]:
    return [f"**怎么读**：{READING.zh}", "", f"**How to read**: {READING.en}"]
