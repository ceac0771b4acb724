"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every kind of planted row in the tables of what customers do; see kinds.
"""

from datetime import timedelta

from customer_value.areas.customer_profile.sample.kinds import earliest
from customer_value.sample.defects import NOTHING, beyond, copy, empty, far, negative, unparseable
from customer_value.sample.plan import LATER_DAYS, SamplePlan
from customer_value.sample.planting import Kind

REJECTED_ORDER = "O-rejected"
_NO_AMOUNTS = ("１２.5", "12f", NOTHING, "12.345")
_NO_COUNTS = ("２", "2.5", "一")
_NO_TIMES = ("2024-06", "2024-02-30", "昨天")
_FAR_TIMES = ("1969-12-31 23:59:59", "2101-01-01 00:00:00")
_LONG = "很长" * 30


def order_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted orders; those that are kept have no lines."""
    return [
        *empty("missing_key", "order_id"),
        *empty("missing_value", "customer_id", "order_time"),
        *unparseable("order_time", _NO_TIMES),
        *unparseable("pay_time", _NO_TIMES[:2]),
        *far("order_time", *_FAR_TIMES),
        *far("pay_time", *_FAR_TIMES),
        copy(),
        copy(order_time=earliest(plan)),
        copy(channel_id=None),
        Kind({"order_id": REJECTED_ORDER, "customer_id": None}, "missing_value"),
        Kind({"customer_id": "C-unknown"}),
        Kind({"channel_id": "CH-unknown"}),
        Kind({"channel_id": "CH-unknown-and-long"}),
        Kind({"payment_method": _LONG}),
        Kind({"order_time": f"{plan.as_of}T18:30:00+08:00"}),
    ]


def line_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted lines."""
    return [
        *empty("missing_key", "order_item_id"),
        *empty("missing_value", "order_id", "product_id", "quantity", "amount"),
        *unparseable("quantity", _NO_COUNTS),
        *unparseable("unit_price", _NO_AMOUNTS[:2]),
        *unparseable("discount_amount", _NO_AMOUNTS[:2]),
        *unparseable("amount", _NO_AMOUNTS),
        negative("quantity", "-1"),
        negative("unit_price", "-0.01"),
        negative("discount_amount", "-5.00"),
        negative("amount", "-9.90"),
        copy(),
        copy(sku_id=None),
        copy(unit_price="0.01"),
        Kind({"order_id": "O-unknown"}, "unknown_order"),
        Kind({"order_id": REJECTED_ORDER}, "unknown_order"),
        Kind({"product_id": "P-unknown"}),
        Kind({"sku_id": "K-unknown"}),
    ]


def refund_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted refunds; the last moment of the sample is theirs, so that what is too much comes
    after all that was refunded before.
    """
    last = f"{plan.as_of + timedelta(days=LATER_DAYS)} 23:59:59"
    return [
        *empty("missing_key", "refund_id"),
        *empty("missing_value", "order_item_id", "refund_time", "refund_amount"),
        *unparseable("refund_time", _NO_TIMES),
        *unparseable("refund_amount", _NO_AMOUNTS),
        *far("refund_time", *_FAR_TIMES),
        negative("refund_amount", "-20.00"),
        copy(),
        copy(refund_time=earliest(plan)),
        Kind({"order_item_id": "0"}, "unknown_order_item"),
        Kind({"refund_time": last, "refund_amount": "99999999.99"}, "refund_above_amount"),
    ]


def event_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted events."""
    return [
        *empty("missing_key", "event_id"),
        *empty("missing_value", "event_type", "event_timestamp"),
        *unparseable("event_timestamp", _NO_TIMES),
        *unparseable("page_duration", _NO_COUNTS),
        # 55 is percent: more digits than a share has
        *unparseable("scroll_depth", ("50%", "0.333", "55")),
        *far("event_timestamp", *_FAR_TIMES),
        negative("page_duration", "-1"),
        negative("scroll_depth", "-0.10"),
        *beyond("scroll_depth", "5.50", "1.01"),
        copy(),
        copy(event_timestamp=earliest(plan)),
        Kind({"event_type": "hover"}),
        Kind({"event_type": "page_view_with_a_very_long_name"}),
        Kind({"customer_id": "C-unknown"}),
        Kind({"product_id": "P-unknown"}),
        Kind({"session_id": "N" * 41}),
        Kind({"channel_id": "CH-unknown"}),
        Kind({"scroll_depth": "1"}),
    ]


def contact_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted contacts."""
    return [
        *empty("missing_key", "service_id"),
        *empty("missing_value", "contact_time"),
        *unparseable("contact_time", _NO_TIMES),
        *unparseable("resolution_time", _NO_COUNTS),
        *unparseable("nps_score", ("十",)),
        *unparseable("escalation_level", ("高",)),
        *far("contact_time", *_FAR_TIMES),
        negative("resolution_time", "-5"),
        negative("nps_score", "-1"),
        negative("escalation_level", "-1"),
        *beyond("nps_score", "11"),
        copy(),
        copy(contact_time=earliest(plan)),
        Kind({"customer_id": "C-unknown"}),
        Kind({"product_id": "P-unknown"}),
        Kind({"contact_type": _LONG}),
        Kind({"issue_category": "表扬"}),
    ]


def review_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted reviews."""
    return [
        *empty("missing_key", "review_id"),
        *empty("missing_value", "product_id", "review_time", "rating"),
        *unparseable("review_time", _NO_TIMES),
        *unparseable("rating", ("4.5", "五星")),
        *far("review_time", *_FAR_TIMES),
        negative("rating", "-1"),
        *beyond("rating", "6", "0"),
        copy(),
        copy(review_time=earliest(plan)),
        Kind({"product_id": "P-unknown"}),
    ]
