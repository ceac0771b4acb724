"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows of the Online Retail report: what the findings read, and the columns that only charts need.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.findings import rows as finding_rows
from customer_value.site.rows.row import AdsRow

PREFIX = "ads_online_retail_"
_MONTHS = ("basis", "invoice_month")


@dataclass(frozen=True)
class ClassOfLines(finding_rows.LineClass, AdsRow):
    """Lines of the file by class."""

    TABLE: ClassVar[str] = PREFIX + "line_class"
    KEYS: ClassVar[tuple[str, ...]] = ("class_order",)
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class MonthlyTrend(finding_rows.MonthlyTrend, AdsRow):
    """Customers and spend of a month, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "monthly_trend"
    KEYS: ClassVar[tuple[str, ...]] = _MONTHS
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class MonthlyOrders(finding_rows.MonthlyOrders, AdsRow):
    """Orders and units of a month, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "monthly_orders"
    KEYS: ClassVar[tuple[str, ...]] = _MONTHS
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class SuperOrder(finding_rows.SuperOrder, AdsRow):
    """One of the largest lines of a month, gross."""

    TABLE: ClassVar[str] = PREFIX + "super_orders"
    KEYS: ClassVar[tuple[str, ...]] = ("invoice_month", "month_rank")
    OPTIONAL: ClassVar[bool] = True

    description: str | None


@dataclass(frozen=True)
class PriceBand(finding_rows.PriceBand, AdsRow):
    """Lines, units and customers of a price band, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "price_preference"
    KEYS: ClassVar[tuple[str, ...]] = ("basis", "price_from")
    OPTIONAL: ClassVar[bool] = True

    customer_count: int
    units_share: Decimal | None
    cumulative_units_share: Decimal | None


@dataclass(frozen=True)
class CustomerStage(finding_rows.CustomerStage, AdsRow):
    """Customers in a stage at the end of a month, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "customer_stages"
    KEYS: ClassVar[tuple[str, ...]] = (*_MONTHS, "stage")
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class RepurchaseRates(finding_rows.RepurchaseRates, AdsRow):
    """The rates of a month in percent, on one basis."""

    TABLE: ClassVar[str] = PREFIX + "repurchase_rates"
    KEYS: ClassVar[tuple[str, ...]] = _MONTHS
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class ScoredCustomer(AdsRow):
    """A customer of the document's analysis rows."""

    TABLE: ClassVar[str] = PREFIX + "customer_rfm"
    KEYS: ClassVar[tuple[str, ...]] = ("customer_id",)
    OPTIONAL: ClassVar[bool] = True

    customer_id: str


@dataclass(frozen=True)
class CustomerLevel(AdsRow):
    """An RFM level: customers, medians, amount."""

    TABLE: ClassVar[str] = PREFIX + "level_profile"
    KEYS: ClassVar[tuple[str, ...]] = (
        "case user_level when '高价值用户' then 1 when '潜力用户' then 2"
        " when '一般用户' then 3 else 4 end",
    )
    OPTIONAL: ClassVar[bool] = True

    user_level: str
    customer_count: int
    customer_share: Decimal | None
    median_recency_days: Decimal | None
    median_frequency: Decimal | None
    amount: Decimal | None
    amount_share: Decimal | None


@dataclass(frozen=True)
class Elbow(finding_rows.Elbow, AdsRow):
    """Cost and silhouette of a clustering with k groups."""

    TABLE: ClassVar[str] = PREFIX + "elbow"
    KEYS: ClassVar[tuple[str, ...]] = ("variant", "k")
    OPTIONAL: ClassVar[bool] = True

    is_chosen: bool


@dataclass(frozen=True)
class Cluster(finding_rows.Cluster, AdsRow):
    """One group of customers; `cluster_no` counts from the lowest mean amount."""

    TABLE: ClassVar[str] = PREFIX + "cluster_profile"
    KEYS: ClassVar[tuple[str, ...]] = ("variant", "cluster_no")
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True)
class ReleasedTable:
    """A published table and where its raw rows come from: `seeds`, or the schema of loaded data."""

    table_name: str
    ods_origin: str
