"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Decides all statements of the document from the area's tables.
"""

from __future__ import annotations

from customer_value.areas.online_retail.findings import (
    clusters,
    data_set,
    monthly_customers,
    monthly_orders,
    prices,
    rates,
    stages,
)
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import Finding

STATEMENTS = (
    *data_set.STATEMENTS,
    *monthly_customers.STATEMENTS,
    *monthly_orders.STATEMENTS,
    *prices.STATEMENTS,
    *stages.STATEMENTS,
    *rates.STATEMENTS,
    *clusters.STATEMENTS,
)


def findings(tables: RetailTables) -> list[Finding]:
    """Every statement of the document with what the tables say, in the document's order."""
    return [statement.finding(tables) for statement in STATEMENTS]
