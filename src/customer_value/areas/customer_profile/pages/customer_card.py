"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The card of one customer: who, worth, levels with their reasons and the way up, indexes with their
inputs, stage, warnings, data quality, and what happened last. It is private.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from customer_value.areas.customer_profile.card_rows import (
    Card,
    CardWarning,
    ListedCustomer,
    TimelineEntry,
    WayUp,
)
from customer_value.areas.customer_profile.pages.card_levels import level_tables
from customer_value.areas.customer_profile.pages.rule_texts import rule_texts
from customer_value.site.card_page import CardPage
from customer_value.site.contents import Figure, Kind, Table
from customer_value.site.page import Figures, Page, PageData
from customer_value.site.page_rows import PageRows

_WHO: dict[str, Kind] = {
    "customer_id": "code",
    "customer_type": "value",
    "industry": "text",
    "company_size": "text",
    "credit_rating": "text",
    "region_path": "text",
    "register_time": "time",
    "first_seen_date": "date",
    "preferred_channel": "value",
    "price_sensitivity": "value",
    "tech_adoption": "score",
    "social_impact": "number",
    "eco_friendly": "flag",
    "declared_attributes": "text",
    "is_marketable": "flag",
}
_WORTH: dict[str, Kind] = {
    "net_amount": "money",
    "order_count": "count",
    "avg_order_value": "money",
    "ltv_segment": "value",
}
_MONEY: dict[str, Kind] = {
    "gross_amount": "money",
    "refund_amount": "money",
    "window_order_count": "count",
    "window_net_amount": "money",
    "first_pay_date": "date",
    "last_pay_date": "date",
}
_STAGE: dict[str, Kind] = {
    "stage_name": "value",
    "days_since_last_purchase": "days",
    "expected_gap_days": "days",
}
_INDEXES: dict[str, Kind] = {
    "activity_index": "number",
    "penetration_rate": "rate",
    "service_health": "rate",
}
_VARIANTS: dict[str, Kind] = {
    "activity_index_adjusted": "number",
    "activity_index_frozen": "number",
    "service_health_shrunk": "rate",
    "missing_input": "text",
}
# what an index is made of, and what its full marks are: the words of the dictionary
_INPUTS = (
    ("activity_index", "login_days", "login_days_cap"),
    ("activity_index", "page_seconds", "page_seconds_cap"),
    ("activity_index", "contact_count", "contact_count_cap"),
    ("penetration_rate", "bought_category_count", "on_sale_category_count"),
    ("service_health", "complaint_rate", None),
    ("service_health", "timeliness", None),
    ("service_health", "satisfaction", None),
)
# shares that are stored as 0 to 1, and written as percent
_SHARES = {
    *("penetration_rate", "service_health", "service_health_shrunk"),
    *("complaint_rate", "timeliness", "satisfaction"),
}


def page(rows: PageRows) -> PageData:
    """The page, of one customer's rows or of none."""
    cards = rows.of(Card)
    facts = {"who": _WHO, "worth": _WORTH, "money": _MONEY, "stage": _STAGE, "variants": _VARIANTS}
    return PageData(
        tables={
            **{name: _one_row(columns, cards) for name, columns in facts.items()},
            "indexes": _one_row(_INDEXES, cards),
            "inputs": input_table(cards),
            **level_tables(cards, rows.of(WayUp)),
            "warnings": warning_table(rows.of(CardWarning)),
            "defects": defect_table(cards),
            "timeline": timeline_table(rows.of(TimelineEntry)),
        },
        figures={
            "worth": Figures("worth", [Figure(name) for name in _WORTH]),
            "indexes": Figures("indexes", [Figure(name) for name in _INDEXES]),
        },
    )


def _one_row(columns: dict[str, Kind], cards: Sequence[Card]) -> Table:
    return Table.of(columns, [{name: _cell(card, name) for name in columns} for card in cards])


def _cell(card: Card, name: str) -> Any:
    if name == "region_path":
        names = (card.greater_region_name, card.province_name, card.region_name)
        return " · ".join(dict.fromkeys(filter(None, names))) or None
    value = getattr(card, name)

    return 100 * value if name in _SHARES and isinstance(value, Decimal) else value


def input_table(cards: Sequence[Card]) -> Table:
    """What each index is made of; `full_marks` is the number that gives full marks."""
    return Table.of(
        {
            "index_name": "value",
            "input_name": "value",
            "input_measured": "number",
            "full_marks": "number",
        },
        [
            {
                "index_name": f"index_{index}",
                "input_name": f"input_{name}",
                "input_measured": _cell(card, name),
                "full_marks": _cell(card, most) if most else None,
            }
            for card in cards
            for index, name, most in _INPUTS
        ],
    )


def warning_table(warnings: Sequence[CardWarning]) -> Table:
    """The warnings that hold, in the order of the rules."""
    return Table.of(
        {
            "warning": "text",
            "severity": "value",
            "warning_rule": "text",
            "base_value": "number",
            "signal_value": "number",
        },
        [{**vars(row), **rule_texts(row, "warning", "warning_rule")} for row in warnings],
    )


def defect_table(cards: Sequence[Card]) -> Table:
    """What is wrong with the customer's record, one row each; 数据完整 where nothing is."""
    defects = [defect for card in cards for defect in card.data_quality_status.split("、")]
    return Table.of({"record_state": "value"}, [{"record_state": defect} for defect in defects])


def timeline_table(entries: Sequence[TimelineEntry]) -> Table:
    """What happened, the latest first."""
    return Table.of(
        {
            "happened_at": "time",
            "entry_kind": "value",
            "entry_detail": "way",
            "entry_state": "value",
            "place": "value",
            "entry_amount": "money",
            "satisfaction_score": "score",
        },
        [{**vars(entry), "entry_amount": entry.amount} for entry in entries],
        choices=("entry_kind",),
        page_size=20,
    )


def listing(count: int, customers: Sequence[ListedCustomer]) -> Table:
    """The customers to choose from; `count` of them have a card."""
    return Table.of(
        {
            "customer_id": "person",
            "warning_names": "text",
            "stage_name": "value",
            "order_rfm_level": "value",
            "promo_level": "value",
            "ltv_segment": "value",
            "net_amount": "money",
            "last_pay_date": "date",
        },
        customers,
        search=True,
        choices=("stage_name", "order_rfm_level", "ltv_segment"),
        page_size=10,
        total_count=count,
    )


CARDS = CardPage(
    page=Page("customer_card", (Card, CardWarning, WayUp, TimelineEntry), page),
    by="customer_id",
    flag="has_page",
    listed=ListedCustomer,
    listing=listing,
)
