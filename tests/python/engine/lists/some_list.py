"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A list of customers that was never in a warehouse.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from customer_value.lists.read import CatalogueRow, CustomerList, Release

NAME = "stage-沉睡"
COLUMNS = {
    "customer_id": "string",
    "stage_name": "string",
    "net_amount": "decimal(28,2)",
    "order_count": "bigint",
    "last_pay_date": "date",
    "seen_at": "timestamp",
    "is_known": "boolean",
}
ROW = CatalogueRow(NAME, "stage", "沉睡", "生命周期阶段：沉睡", "Lifecycle stage: 沉睡", 0, 5)


def release(day: str, erasures: str | None = None) -> Release:
    """A release of a day."""
    return Release(f"r{day.replace('-', '')}", day, f"{day} 01:02:03", erasures)


def some_list(
    customers: Sequence[str],
    day: str = "2024-06-30",
    agreeing: Collection[str] = (),
    erasures: str | None = None,
    **values: Any,
) -> CustomerList:
    """A list with one row per customer, whose columns are empty but for `values`; `agreeing` are
    those who are not on it.
    """
    rows = [(one, *(values.get(name) for name in list(COLUMNS)[1:])) for one in customers]

    return CustomerList(ROW, release(day, erasures), COLUMNS, rows, {*customers, *agreeing})
