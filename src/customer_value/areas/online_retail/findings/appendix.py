"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The tables behind the findings, as Markdown.
"""

from __future__ import annotations

from decimal import Decimal

from customer_value.areas.online_retail.findings.markdown import (
    LEFT,
    RIGHT,
    escaped,
    markdown_table,
)
from customer_value.areas.online_retail.findings.monthly_customers import document_lines
from customer_value.areas.online_retail.findings.months import (
    GROSS,
    NET,
    orders,
    rate,
    stage,
    starred,
    trend,
)
from customer_value.areas.online_retail.findings.rates import READINGS, REPURCHASE
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.series import Series
from customer_value.areas.online_retail.findings.statement import NotMeasured
from customer_value.areas.online_retail.rows import Cluster
from customer_value.words.bilingual import money, percent, plain

_STAGES = {
    "new": "new 新",
    "active": "active 活跃",
    "back": "back 回流",
    "unactive": "unactive 不活跃",
    "未消费": "未消费 / none yet",
}
_MINUTES_OF_A_DAY = 1440
_IN_ENGLISH = {
    "低价值客户": "low value: keep, activate",
    "重点发展客户": "to develop: activate, stimulate",
    "高价值客户": "high value: look after",
}


def document_line_table(tables: RetailTables) -> list[str]:
    """The five largest lines of the two months, and what became of them."""
    try:
        lines = document_lines(tables)
    except NotMeasured:
        return []
    rows = [
        (
            escaped(line.invoice_no),
            escaped(line.customer_id),
            plain(line.quantity),
            line.invoice_month,
            money(line.amount, 2),
            escaped(line.undone_by_invoice_no or "–"),
            _after(line.undone_after_minutes),
        )
        for line in lines
    ]
    header = (
        "InvoiceNo",
        "CustomerID",
        "Quantity",
        "InvoiceMonth",
        "Price（= 金额 / amount）",
        "被取消 / cancelled by",
        "多久后 / after",
    )
    return markdown_table(header, rows, [LEFT, LEFT, RIGHT, LEFT, RIGHT, LEFT, RIGHT])


def _after(minutes: int | None) -> str:
    if minutes is None:
        return "–"
    if minutes < _MINUTES_OF_A_DAY:
        return f"{minutes} 分钟 / min"
    return f"{plain(Decimal(minutes) / _MINUTES_OF_A_DAY)} 天 / days"


def monthly_table(tables: RetailTables) -> list[str]:
    """Customers, spend, orders and units per month."""
    per_customer = [trend(tables, basis, "amount per customer") for basis in (GROSS, NET)]
    per_order = [orders(tables, basis, "units per order") for basis in (GROSS, NET)]
    columns: list[tuple[str, Series, int]] = [
        ("客户 / customers", trend(tables, GROSS, "customers"), 0),
        ("金额 / amount £", trend(tables, GROSS, "amount"), 0),
        ("人均 / per customer £", per_customer[0], 2),
        ("net", per_customer[1], 2),
        ("订单 / orders", orders(tables, GROSS, "orders"), 0),
        ("件 / units", orders(tables, GROSS, "units"), 0),
        ("件/单 / units per order", per_order[0], 2),
        ("net", per_order[1], 2),
    ]
    return _monthly(tables, columns)


def stage_and_rate_table(tables: RetailTables) -> list[str]:
    """Customers per stage and the rates per month, gross."""
    columns: list[tuple[str, Series, int]] = [
        (title, stage(tables, GROSS, name), 0) for name, title in _STAGES.items()
    ]
    columns += [(f"{name} %", rate(tables, GROSS, name), 2) for name in (REPURCHASE, *READINGS)]
    return _monthly(tables, columns)


def cluster_table(tables: RetailTables) -> list[str]:
    """Every group of every clustering; nothing where no clusters were built."""
    if not tables.clusters:
        return []
    header = (
        "聚类 / variant",
        "群体 / group",
        "客户 / customers",
        "占比 / share",
        "R",
        "F",
        "M £",
        "金额占比 / of amount",
        "net",
        "名称与策略 / name and strategy",
    )
    order = sorted(tables.clusters, key=lambda row: (row.variant != "standardised", row.variant))
    alignment = [LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT]
    return markdown_table(header, [_cluster(row) for row in order], alignment)


def _cluster(row: Cluster) -> tuple[str, ...]:
    name, strategy = escaped(row.cluster_name or "–"), escaped(row.strategy or "–")
    english = _IN_ENGLISH.get(row.cluster_name or "")
    return (
        escaped(row.variant),
        str(row.cluster_no),
        plain(row.customer_count),
        percent(row.customer_share),
        plain(row.mean_recency_days, 1),
        plain(row.mean_frequency, 2),
        plain(row.mean_monetary),
        percent(row.amount_share),
        percent(row.net_amount_share),
        f"{name}：{strategy}" + (f"<br>{english}" if english else ""),
    )


def _monthly(tables: RetailTables, columns: list[tuple[str, Series, int]]) -> list[str]:
    months = sorted({row.invoice_month for row in tables.monthly_trend})
    rows = [
        (escaped(starred(month, tables)), *(_value(of, month, places) for _, of, places in columns))
        for month in months
    ]
    header = ("月 / month", *(title for title, _, _ in columns))
    return markdown_table(header, rows, [LEFT] + [RIGHT] * len(columns))


def _value(values: Series, month: str, places: int) -> str:
    value: Decimal | None = values.values.get(month)
    return "–" if value is None else plain(value, places)
