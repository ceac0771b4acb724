"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The lists of customers that can be exported: health warnings, and groups by stage, level and value.
"""

from __future__ import annotations

from customer_value.lists.area_lists import AreaLists, ListSource

_CARD = "ads_customer_profile_card"
_WARNING = "ads_customer_profile_warning"
# what the rule says, and what was measured
_OF_WARNING = (
    "rule_code",
    "rule_name",
    "rule_name_english",
    "severity",
    "rule_text",
    "rule_text_english",
    "base_value",
    "signal_value",
)

LISTS = AreaLists(
    catalogue="ads_customer_profile_list",
    customers=_CARD,
    customer="customer_id",
    consent="is_marketable",
    # what a call or a campaign needs; nothing that may not decide on a customer, such as the rating
    columns=(
        "preferred_channel",
        "stage_name",
        "order_rfm_level",
        "promo_level",
        "ltv_segment",
        "order_count",
        "net_amount",
        "window_net_amount",
        "last_pay_date",
        "activity_index",
        "warning_names",
        "province_name",
    ),
    sources={
        "warnings": ListSource(_WARNING, None, _OF_WARNING, ("rule_order",)),
        "warning": ListSource(_WARNING, "rule_code", _OF_WARNING, ("rule_order",)),
        "stage": ListSource(_CARD, "stage_name"),
        "order_level": ListSource(_CARD, "order_rfm_level"),
        "promo_level": ListSource(_CARD, "promo_level"),
        "ltv_segment": ListSource(_CARD, "ltv_segment"),
    },
)
