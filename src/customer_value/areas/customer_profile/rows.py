"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the pages of this area read, one class per ADS table: a field is the column of its
name. None of them is about one customer.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.site.page_rows import AdsRow

PREFIX = "ads_customer_profile_"


@dataclass(frozen=True)
class CustomerBase(AdsRow):
    """The customer base on a stored date. Counts of what the data have no facts of are None."""

    TABLE: ClassVar[str] = PREFIX + "overview"
    KEYS: ClassVar[tuple[str, ...]] = ("as_of_date",)

    as_of_date: str
    customer_count: int
    known_count: int
    profiled_count: int
    marketable_count: int
    buyer_count: int
    order_count: int
    gross_amount: Decimal
    refund_amount: Decimal
    net_amount: Decimal
    active_count: int | None
    mean_activity_index: Decimal | None
    contacted_count: int | None
    health_count: int | None
    mean_service_health: Decimal | None
    warned_customer_count: int


@dataclass(frozen=True)
class Distribution(AdsRow):
    """Customers who have one value of a measure (stage, level, band) on a stored date; value_order
    is None for a value that no list knows any more.
    """

    TABLE: ClassVar[str] = PREFIX + "distribution"
    KEYS: ClassVar[tuple[str, ...]] = ("as_of_date", "measure", "value_order", "value")

    as_of_date: str
    measure: str
    value: str
    value_order: int | None
    customer_count: int
    customer_share: Decimal | None


@dataclass(frozen=True)
class Migration(AdsRow):
    """Customers by their value of a measure on a stored date and on the one before it."""

    TABLE: ClassVar[str] = PREFIX + "migration"
    KEYS: ClassVar[tuple[str, ...]] = ("as_of_date", "measure", "from_value", "to_value")

    previous_as_of_date: str
    as_of_date: str
    measure: str
    from_value: str
    to_value: str
    customer_count: int
    is_same_config: bool


@dataclass(frozen=True)
class PaymentMix(AdsRow):
    """Paid orders by payment method; a customer may be in several."""

    TABLE: ClassVar[str] = PREFIX + "payment_mix"
    KEYS: ClassVar[tuple[str, ...]] = ("order_count desc", "payment_method")

    payment_method: str
    order_count: int
    order_share: Decimal | None
    customer_count: int
    gross_amount: Decimal
    mean_order_amount: Decimal | None


@dataclass(frozen=True)
class WarningSummary(AdsRow):
    """A warning rule and how many customers it holds for, now and on the stored date before (None
    where there is none).
    """

    TABLE: ClassVar[str] = PREFIX + "warning_summary"
    KEYS: ClassVar[tuple[str, ...]] = ("rule_order", "rule_code")

    rule_code: str
    rule_name: str
    rule_name_english: str
    severity: str
    rule_text: str
    rule_text_english: str
    customer_count: int
    previous_as_of_date: str | None
    previous_customer_count: int | None


@dataclass(frozen=True)
class ValueCell(AdsRow):
    """Customers with one value of an attribute, all (detail total) or divided by province or value
    segment; means are None where nobody bought, medians where too few did.
    """

    TABLE: ClassVar[str] = PREFIX + "value_cell"
    KEYS: ClassVar[tuple[str, ...]] = ("attribute", "attribute_value", "detail", "detail_value")

    attribute: str
    attribute_value: str
    detail: str
    detail_value: str
    customer_count: int
    customer_share: Decimal | None
    buyer_count: int
    buyer_share: Decimal | None
    order_count: int
    net_amount: Decimal
    mean_net_amount: Decimal | None
    median_net_amount: Decimal | None
    mean_activity_index: Decimal | None


@dataclass(frozen=True)
class MapPlace(AdsRow):
    """A province with its tile, or a group that has none; counts are None where the province is
    counted in 其他.
    """

    TABLE: ClassVar[str] = PREFIX + "value_map"
    KEYS: ClassVar[tuple[str, ...]] = (
        "coalesce(customer_count, 0) desc",
        "greater_region",
        "province",
        "province_id",
    )

    greater_region: str
    province_id: str | None
    province: str
    grid_row: int | None
    grid_column: int | None
    is_merged: bool
    customer_count: int | None
    buyer_count: int | None
    order_count: int | None
    net_amount: Decimal | None
    mean_net_amount: Decimal | None
