"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the findings and the report read, one class per ADS table: a field is the column of
its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.site import quality_rows
from customer_value.site.page_rows import AdsRow

PREFIX = "ads_online_retail_"
_MONTHS = ("basis", "invoice_month")


@dataclass(frozen=True)
class RetailRow(AdsRow):
    """A row of this area; the pages are also written where the area was not built."""

    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class LineCount(quality_rows.RowCount):
    """The raw table of this area."""

    OPTIONAL: ClassVar[bool] = True
    TABLE: ClassVar[str] = PREFIX + "row_count"


@dataclass(frozen=True)
class UnreadableReason(quality_rows.RejectReason):
    """Lines that cannot be read."""

    OPTIONAL: ClassVar[bool] = True
    TABLE: ClassVar[str] = PREFIX + "reject_reason"


@dataclass(frozen=True)
class LineClass(RetailRow):
    """Lines of the file by class."""

    TABLE: ClassVar[str] = PREFIX + "line_class"
    KEYS: ClassVar[tuple[str, ...]] = ("class_order",)

    line_class: str
    line_count: int
    line_share: Decimal
    analysis_line_count: int
    invoice_count: int
    amount: Decimal


@dataclass(frozen=True)
class MonthlyTrend(RetailRow):
    """Customers and spend of a month, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "monthly_trend"
    KEYS: ClassVar[tuple[str, ...]] = _MONTHS

    basis: str
    invoice_month: str
    customer_count: int
    amount: Decimal
    amount_per_customer: Decimal | None
    is_partial_month: bool


@dataclass(frozen=True)
class MonthlyOrders(RetailRow):
    """Orders and units of a month, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "monthly_orders"
    KEYS: ClassVar[tuple[str, ...]] = _MONTHS

    basis: str
    invoice_month: str
    order_count: int
    units: int
    units_per_order: Decimal | None


@dataclass(frozen=True)
class SuperOrder(RetailRow):
    """One of the largest lines of a month, gross."""

    TABLE: ClassVar[str] = PREFIX + "super_orders"
    KEYS: ClassVar[tuple[str, ...]] = ("invoice_month", "month_rank")

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
    description: str | None


@dataclass(frozen=True)
class PriceBand(RetailRow):
    """Lines and units of a price band, on one basis; `price_to` is not in it, None = no end."""

    TABLE: ClassVar[str] = PREFIX + "price_preference"
    KEYS: ClassVar[tuple[str, ...]] = ("basis", "price_from")

    basis: str
    price_from: Decimal
    price_to: Decimal | None
    line_count: int
    units: int
    units_per_line: Decimal | None
    customer_count: int
    units_share: Decimal | None
    cumulative_units_share: Decimal | None


@dataclass(frozen=True)
class CustomerStage(RetailRow):
    """Customers in a stage at the end of a month, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "customer_stages"
    KEYS: ClassVar[tuple[str, ...]] = (*_MONTHS, "stage")

    basis: str
    invoice_month: str
    stage: str
    customer_count: int


@dataclass(frozen=True)
class RepurchaseRates(RetailRow):
    """The rates of a month in percent, on one basis; None where there is no month before."""

    TABLE: ClassVar[str] = PREFIX + "repurchase_rates"
    KEYS: ClassVar[tuple[str, ...]] = _MONTHS

    basis: str
    invoice_month: str
    repurchase_rate: Decimal | None
    returning_buyer_rate: Decimal | None
    retention_rate: Decimal | None
    reactivation_or_new_rate: Decimal | None


@dataclass(frozen=True)
class ScoredCustomer(RetailRow):
    """A customer of the document's analysis rows."""

    TABLE: ClassVar[str] = PREFIX + "customer_rfm"
    KEYS: ClassVar[tuple[str, ...]] = ("customer_id",)

    customer_id: str


@dataclass(frozen=True)
class CustomerLevel(RetailRow):
    """An RFM level: customers, medians, amount."""

    TABLE: ClassVar[str] = PREFIX + "level_profile"
    KEYS: ClassVar[tuple[str, ...]] = (
        "case user_level when '高价值用户' then 1 when '潜力用户' then 2"
        " when '一般用户' then 3 else 4 end",
    )

    user_level: str
    customer_count: int
    customer_share: Decimal | None
    median_recency_days: Decimal | None
    median_frequency: Decimal | None
    amount: Decimal | None
    amount_share: Decimal | None


@dataclass(frozen=True)
class Elbow(RetailRow):
    """Cost and silhouette of a clustering with k groups."""

    TABLE: ClassVar[str] = PREFIX + "elbow"
    KEYS: ClassVar[tuple[str, ...]] = ("variant", "k")

    variant: str
    k: int
    cost: Decimal
    silhouette: Decimal | None
    is_chosen: bool


@dataclass(frozen=True)
class Cluster(RetailRow):
    """One group of customers; `cluster_no` counts from the lowest mean amount."""

    TABLE: ClassVar[str] = PREFIX + "cluster_profile"
    KEYS: ClassVar[tuple[str, ...]] = ("variant", "cluster_no")

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
