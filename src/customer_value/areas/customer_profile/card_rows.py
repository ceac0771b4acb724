"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the card of one customer reads, one class per ADS table: a field is the column of
its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.areas.customer_profile.rows import PREFIX
from customer_value.site.page_rows import AdsRow


@dataclass(frozen=True)
class Card(AdsRow):
    """All about one customer in one row; `has_page` says whether the pages may show it."""

    TABLE: ClassVar[str] = PREFIX + "card"
    KEYS: ClassVar[tuple[str, ...]] = ("customer_id",)

    customer_id: str
    has_page: bool
    customer_type: str | None
    industry: str | None
    company_size: str | None
    credit_rating: str | None
    greater_region_name: str | None
    province_name: str | None
    region_name: str | None
    register_time: str | None
    first_seen_date: str | None
    is_marketable: bool
    declared_attributes: str | None
    ltv_segment: str | None
    preferred_channel: str | None
    tech_adoption: int | None
    price_sensitivity: str | None
    social_impact: Decimal | None
    eco_friendly: bool | None
    order_count: int | None
    gross_amount: Decimal | None
    refund_amount: Decimal | None
    net_amount: Decimal | None
    avg_order_value: Decimal | None
    window_order_count: int | None
    window_net_amount: Decimal | None
    first_pay_date: str | None
    last_pay_date: str | None
    recency_days: int | None
    frequency: int | None
    monetary: Decimal | None
    order_rfm_level: str | None
    order_rfm_code: str | None
    order_rfm_total: int | None
    previous_order_rfm_level: str | None
    previous_order_rfm_date: str | None
    order_rfm_level_changed_date: str | None
    promo_recency_days: int | None
    promo_frequency: int | None
    promo_monetary: Decimal | None
    promo_level: str | None
    promo_code: str | None
    previous_promo_level: str | None
    previous_promo_date: str | None
    promo_level_changed_date: str | None
    activity_index: Decimal | None
    activity_index_adjusted: Decimal | None
    activity_index_frozen: Decimal | None
    login_days: int | None
    login_days_cap: Decimal | None
    page_seconds: Decimal | None
    page_seconds_cap: Decimal | None
    contact_count: int | None
    contact_count_cap: Decimal | None
    missing_input: str | None
    penetration_rate: Decimal | None
    bought_category_count: int | None
    on_sale_category_count: int | None
    service_health: Decimal | None
    service_health_shrunk: Decimal | None
    complaint_count: int | None
    complaint_rate: Decimal | None
    timeliness: Decimal | None
    satisfaction: Decimal | None
    stage_name: str
    expected_gap_days: Decimal | None
    days_since_last_purchase: int | None
    data_quality_status: str


@dataclass(frozen=True)
class ListedCustomer(AdsRow):
    """A customer in the list to choose from: most warnings first, then most worth."""

    TABLE: ClassVar[str] = PREFIX + "card"
    KEYS: ClassVar[tuple[str, ...]] = (
        "warning_count desc nulls last",
        "net_amount desc nulls last",
        "customer_id",
    )

    customer_id: str
    warning_names: str | None
    stage_name: str
    order_rfm_level: str | None
    promo_level: str | None
    ltv_segment: str | None
    net_amount: Decimal | None
    last_pay_date: str | None


@dataclass(frozen=True)
class CardWarning(AdsRow):
    """A warning that holds for a customer."""

    TABLE: ClassVar[str] = PREFIX + "warning"
    KEYS: ClassVar[tuple[str, ...]] = ("rule_order",)

    customer_id: str
    rule_name: str
    rule_name_english: str
    severity: str
    rule_text: str
    rule_text_english: str
    base_value: Decimal | None
    signal_value: Decimal | None


@dataclass(frozen=True)
class WayUp(AdsRow):
    """The shortest way to the level above, per kind of level (order, promo)."""

    TABLE: ClassVar[str] = PREFIX + "way_up"
    KEYS: ClassVar[tuple[str, ...]] = ("level_kind",)
    OPTIONAL: ClassVar[bool] = True

    customer_id: str
    level_kind: str
    way_status: str
    next_level: str | None
    purchase_count: int | None
    days_less: int | None
    orders_more: int | None
    amount_more: Decimal | None
    reached_total: int | None


@dataclass(frozen=True)
class TimelineEntry(AdsRow):
    """One of the latest things that a customer did: an order, a refund, a contact, a session."""

    TABLE: ClassVar[str] = PREFIX + "timeline"
    KEYS: ClassVar[tuple[str, ...]] = ("entry_number",)

    customer_id: str
    entry_number: int
    happened_at: str
    entry_kind: str
    place: str | None
    entry_state: str | None
    entry_detail: str | None
    amount: Decimal | None
    satisfaction_score: int | None
