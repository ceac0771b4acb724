"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Small hand-made ADS tables on which the document is right wherever it can be, and changes to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from customer_value.areas.online_retail.findings.retail_tables import Customers, RetailTables
from customer_value.areas.online_retail.rows import (
    Cluster,
    CustomerStage,
    Elbow,
    LineClass,
    MonthlyOrders,
    MonthlyTrend,
    PriceBand,
    RepurchaseRates,
    SuperOrder,
)

MONTHS = ("2010-12", *(f"2011-{number:02}" for number in range(1, 13)))
CUSTOMERS = (130, 100, 130, 130, 130, 130, 130, 130, 130, 200, 300, 400, 90)
ORDINARY_UNITS_PER_ORDER = {"2011-08": 131, "2011-09": 130}
SUPER = {
    "2011-12": ("581483", "16446", 80995, Decimal("168469.600")),
    "2011-01": ("541431", "12346", 74215, Decimal("77183.600")),
}
MORE_LINES = ((3114, "6539.400"), (2000, "3700.000"), (1930, "4921.500"))
STAGES = {
    "new": (300, 80, 70, 60, 50, 40, 30, 20, 10, 20, 30, 40, 5),
    "active": (0, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 2),
    "back": (0, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 2),
    "unactive": (0, 10, 20, 30, 40, 50, 60, 70, 80, 79, 90, 100, 200),
    "未消费": (300, 220, 200, 180, 160, 140, 120, 100, 80, 60, 40, 20, 0),
}
REPURCHASE = (20, 21, 22, 23, 24, 25, 26, 25, 26, 27, 28, 29, 30)


def amounts(month: str, customers: int) -> tuple[Decimal, int]:
    """Amount and units of a month: a super order adds to what an ordinary month has."""
    if month in SUPER:
        _, _, quantity, amount = SUPER[month]
        return 1000 * customers + amount, 100 * customers + quantity
    return Decimal(1200 * customers), ORDINARY_UNITS_PER_ORDER.get(month, 120) * customers


def document_tables() -> RetailTables:
    """The tables; net is the same as gross, because nothing is cancelled."""
    both = ("gross", "net")
    months = list(zip(MONTHS, CUSTOMERS, strict=True))
    return RetailTables(
        line_classes=_line_classes(),
        monthly_trend=[_trend(basis, *month) for basis in both for month in months],
        monthly_orders=[_orders(basis, *month) for basis in both for month in months],
        super_orders=_super_orders(),
        price_bands=[band for basis in both for band in _price_bands(basis)],
        stages=[
            CustomerStage(basis, month, stage, STAGES[stage][number])
            for basis in both
            for number, month in enumerate(MONTHS)
            for stage in sorted(STAGES)
        ],
        rates=[
            _rates(basis, number, month) for basis in both for number, month in enumerate(MONTHS)
        ],
        customers=Customers(700, 700),
        elbow=[
            Elbow(variant, k, Decimal(cost), None if k == 1 else Decimal("0.5"), k == 3)
            for variant in ("log_scale", "standardised", "standardised_net")
            for k, cost in enumerate((100, 80, 30, 25, 22), start=1)
        ],
        clusters=[
            group
            for variant in ("log_scale", "standardised", "standardised_net")
            for group in _groups(variant)
        ],
    )


def changed(tables: RetailTables, table: str, where: dict[str, Any], **values: Any) -> RetailTables:
    """The tables with other values in the rows that fit; at least one row must."""
    rows: Sequence[Any] = getattr(tables, table)
    fitting = [
        all(getattr(row, column) == value for column, value in where.items()) for row in rows
    ]
    assert any(fitting), (table, where)
    new = [replace(row, **values) if fits else row for row, fits in zip(rows, fitting, strict=True)]
    return replace(tables, **{table: new})


def without(tables: RetailTables, table: str, **where: Any) -> RetailTables:
    """The tables without the rows that fit; at least one row must."""
    rows: Sequence[Any] = getattr(tables, table)
    kept = [
        row
        for row in rows
        if not all(getattr(row, column) == value for column, value in where.items())
    ]
    assert len(kept) < len(rows), (table, where)
    return replace(tables, **{table: kept})


def _line_classes() -> list[LineClass]:
    counts = {
        "cancellation": 9,
        "adjustment": 0,
        "no_customer": 0,
        "non_product": 0,
        "sale": 541_900,
    }
    return [
        LineClass(name, count, Decimal("0.00"), count, count, Decimal("-5.000"))
        for name, count in counts.items()
    ]


def _trend(basis: str, month: str, customers: int) -> MonthlyTrend:
    amount, _ = amounts(month, customers)
    per_customer = (amount / customers).quantize(Decimal("0.01"))
    return MonthlyTrend(basis, month, customers, amount, per_customer, month == "2011-12")


def _orders(basis: str, month: str, customers: int) -> MonthlyOrders:
    _, units = amounts(month, customers)
    per_order = (Decimal(units) / customers).quantize(Decimal("0.01"))
    return MonthlyOrders(basis, month, customers, units, per_order)


def _super_orders() -> list[SuperOrder]:
    share = Decimal("10.00")
    january, december = (
        SuperOrder(month, 1, no, customer, "23166", quantity, amount, share, None, None, None)
        for month, (no, customer, quantity, amount) in sorted(SUPER.items())
    )
    more = [
        SuperOrder(
            *("2011-01", rank, "540815", "15749", "21108", units, Decimal(amount), share),
            *(None, None, None),
        )
        for rank, (units, amount) in enumerate(MORE_LINES, start=2)
    ]
    return [january, *more, december]


def _price_bands(basis: str) -> list[PriceBand]:
    bands = ((0, 50, 10, 10, "1.00"), (50, 55, 1, 1, "1.00"), (55, 100, 5, 10, "2.00"))
    below = [
        PriceBand(
            *(basis, Decimal(low), Decimal(high), lines, units, Decimal(per_line)), 0, None, None
        )
        for low, high, lines, units, per_line in bands
    ]
    last = PriceBand(basis, Decimal(100), None, 5, 10, Decimal("2.00"), 0, None, None)
    return [*below, last]


def _rates(basis: str, number: int, month: str) -> RepurchaseRates:
    rate = Decimal(REPURCHASE[number])
    if number == 0:
        return RepurchaseRates(basis, month, rate, None, None, None)
    return RepurchaseRates(basis, month, rate, 100 - rate, Decimal(45 - number), rate)


def _groups(variant: str) -> list[Cluster]:
    return [
        _cluster(variant, 1, "低价值客户", 1300, ("30.00", "200.00", "1.00", "100.00", "10.00")),
        _cluster(variant, 2, "重点发展客户", 3007, ("69.40", "50.00", "4.00", "1000.00", "60.00")),
        _cluster(variant, 3, "高价值客户", 26, ("0.60", "5.00", "60.00", "80000.00", "30.00")),
    ]


def _cluster(
    variant: str, number: int, name: str, count: int, values: tuple[str, str, str, str, str]
) -> Cluster:
    share, recency, frequency, monetary, amount = map(Decimal, values)
    return Cluster(
        variant, number, name, count, share, recency, frequency, monetary, amount, amount, "策略"
    )
