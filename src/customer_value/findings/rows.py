"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the findings read, one class per ADS table: a field is the column of its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class LineClass:
    """Lines of the file by class."""

    line_class: str
    line_count: int
    line_share: Decimal
    analysis_line_count: int
    invoice_count: int
    amount: Decimal


@dataclass(frozen=True)
class MonthlyTrend:
    """Customers and spend of a month, on one basis."""

    basis: str
    invoice_month: str
    customer_count: int
    amount: Decimal
    amount_per_customer: Decimal | None
    is_partial_month: bool


@dataclass(frozen=True)
class MonthlyOrders:
    """Orders and units of a month, on one basis."""

    basis: str
    invoice_month: str
    order_count: int
    units: int
    units_per_order: Decimal | None


@dataclass(frozen=True)
class SuperOrder:
    """One of the largest lines of a month, gross."""

    invoice_month: str
    month_rank: int
    invoice_no: str
    customer_id: str
    stock_code: str
    quantity: int
    amount: Decimal
    month_amount_share: Decimal | None
    undone_by_invoice_no: str | None
    undone_after_minutes: int | None


@dataclass(frozen=True)
class PriceBand:
    """Lines and units of a price band, on one basis; `price_to` is not in it, None = no end."""

    basis: str
    price_from: Decimal
    price_to: Decimal | None
    line_count: int
    units: int
    units_per_line: Decimal | None


@dataclass(frozen=True)
class CustomerStage:
    """Customers in a stage at the end of a month, on one basis."""

    basis: str
    invoice_month: str
    stage: str
    customer_count: int


@dataclass(frozen=True)
class RepurchaseRates:
    """The rates of a month in percent, on one basis; None where there is no month before."""

    basis: str
    invoice_month: str
    repurchase_rate: Decimal | None
    returning_buyer_rate: Decimal | None
    retention_rate: Decimal | None
    reactivation_or_new_rate: Decimal | None


@dataclass(frozen=True)
class Customers:
    """All customers of the document's analysis rows in two numbers."""

    customer_count: int
    five_digit_count: int


@dataclass(frozen=True)
class Elbow:
    """Cost and silhouette of a clustering with k groups."""

    variant: str
    k: int
    cost: Decimal
    silhouette: Decimal | None


@dataclass(frozen=True)
class Cluster:
    """One group of customers; `cluster_no` counts from the lowest mean amount."""

    variant: str
    cluster_no: int
    cluster_name: str | None
    customer_count: int
    customer_share: Decimal
    mean_recency_days: Decimal
    mean_frequency: Decimal
    mean_monetary: Decimal
    amount_share: Decimal
    net_amount_share: Decimal
    strategy: str | None
