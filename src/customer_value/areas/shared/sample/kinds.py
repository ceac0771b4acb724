"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every kind of planted row, table by table. Where a row has two defects, the first in column order is
its reason.
"""

from datetime import timedelta

from customer_value.sample.defects import NOTHING, copy, empty, far, negative, unparseable
from customer_value.sample.plan import SamplePlan
from customer_value.sample.planting import Kind


def product_kinds() -> list[Kind]:
    """Planted products."""
    return [
        *empty("missing_key", "product_id"),
        *unparseable("price", ("１２.5", "12f", "12.345")),
        negative("price", "-0.01"),
        *unparseable("list_time", ("2024-02-30",)),
        *far("delist_time", "2101-01-01 00:00:00"),
        copy(),
        copy(product_name="旧商品名"),
    ]


def sku_kinds() -> list[Kind]:
    """Planted SKUs."""
    return [
        *empty("missing_key", "sku_id"),
        *empty("missing_value", "product_id"),
        # a price may be missing, but not push out one that is there
        copy(price=NOTHING),
        *unparseable("price", ("abc",)),
        negative("price", "-9.90"),
        copy(),
        copy(sku_name="旧规格"),
    ]


def agent_kinds() -> list[Kind]:
    """Planted agents."""
    return [*empty("missing_key", "customer_service_id"), copy(), copy(cs_name="旧花名")]


def erasure_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted requests for erasure; a request that cannot be read is of a customer of its own."""
    earliest = f"{plan.as_of - timedelta(days=740)} 08:00:00"
    unreadable = [
        *empty("missing_value", "request_time"),
        *unparseable("request_time", ("2024-06", "2024-02-30", "昨天")),
        *far("request_time", "1969-12-31 23:59:59", "2101-01-01 00:00:00"),
    ]
    return [
        *empty("missing_key", "customer_id"),
        *(
            Kind({"customer_id": f"C7{number}", **kind.cells}, kind.reason)
            for number, kind in enumerate(unreadable, start=1)
        ),
        copy(),
        copy(request_time=earliest),
    ]
