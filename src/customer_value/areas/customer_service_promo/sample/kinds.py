"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every kind of planted row, table by table: each reject reason wherever it can occur, the warnings,
and the odd forms that are still accepted. Where a row has two defects, the first in column order is
its reason.
"""

from customer_value.areas.customer_service_promo.sample.dimensions import text_of_day
from customer_value.sample.defects import NOTHING, copy, empty, far, negative, unparseable
from customer_value.sample.plan import SamplePlan
from customer_value.sample.planting import Kind

_NO_NUMBERS = ("１２.5", "12f", NOTHING, "12.345", "abc", "Infinity", "1e3")
_NO_COUNTS = ("２", "12f", "2.5", NOTHING, "一")
_NO_TIMES = ("2024-06", "2024", "2024-02-30", "2024-06-01 24:30:00", "昨天", "2024/06/01 10:00:00")
_FAR_TIMES = ("1969-12-31 23:59:59", "2101-01-01 00:00:00", "9999-12-31 23:59:59")


def activity_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted activities."""
    return [
        *empty("missing_key", "activity_id"),
        *empty("missing_value", "start_time", "end_time"),
        *unparseable("start_time", ("2024-06", "2024-02-30")),
        *unparseable("end_time", ("昨天",)),
        *unparseable("update_time", ("2024",)),
        *far("start_time", "1969-12-31 23:59:59"),
        *far("end_time", "2101-01-01 00:00:00"),
        copy(),
        copy(update_time=text_of_day(plan, -plan.days - 9, "08:00:00"), activity_name="旧名称"),
        Kind({"start_time": None, "end_time": "2024-06"}, "missing_value"),
    ]


def item_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted items."""
    return [
        *empty("missing_key", "activity_id", "product_id"),
        *empty("missing_value", "promo_amount"),
        *unparseable("promo_amount", _NO_NUMBERS[:4]),
        *unparseable("purchase_limit", ("２", "2.5")),
        *unparseable("create_time", ("2024-06",)),
        *far("create_time", "2101-01-01 00:00:00"),
        negative("promo_amount", "-5.00"),
        negative("purchase_limit", "-1"),
        copy(),
        copy(create_time=text_of_day(plan, -plan.days - 9, "08:00:00"), promo_amount="0.01"),
    ]


def send_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted sends, the warnings and the accepted odd forms of a time included."""
    day = plan.as_of
    return [
        *empty("missing_key", "send_id"),
        *empty("missing_value", "activity_id", "product_id", "customer_service_id", "consumer_id"),
        *empty("missing_value", "promo_amount", "valid_hours", "send_time"),
        *unparseable("promo_amount", _NO_NUMBERS),
        *unparseable("valid_hours", _NO_COUNTS),
        *unparseable("send_time", _NO_TIMES),
        *far("send_time", *_FAR_TIMES),
        negative("promo_amount", "-3.50"),
        negative("valid_hours", "-1"),
        copy(),
        copy(send_time=text_of_day(plan, 1 - plan.days, "00:00:01")),
        copy(promo_amount="0.01"),
        Kind({"send_id": None, "promo_amount": "-1.00"}, "missing_key"),
        Kind({"promo_amount": "-1.00", "send_time": "2024-02-30 10:00:00"}, "negative_amount"),
        Kind({"activity_id": "A-unknown"}, warning="unknown_activity"),
        Kind({"product_id": "P-unknown"}, warning="unknown_product"),
        Kind({"sku_id": "K-unknown"}, warning="unknown_sku"),
        Kind({"customer_service_id": "S-unknown"}, warning="unknown_customer_service"),
        Kind({"valid_hours": "0"}, warning="valid_hours_out_of_range"),
        Kind({"valid_hours": "48"}, warning="valid_hours_out_of_range"),
        Kind({"send_time": f"{day}T10:11:12"}),
        Kind({"send_time": f"{day} 10:11:12.123456"}),
        Kind({"send_time": f"{day}T18:30:00Z"}),
        Kind({"send_time": f"{day}T18:30:00+08:00"}),
        Kind({"send_time": f"{day}"}),
    ]


def use_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted uses of sends that are themselves accepted."""
    return [
        *empty("missing_key", "use_id"),
        *empty("missing_value", "send_id", "pay_time", "pay_amount", "quantity"),
        *unparseable("pay_time", _NO_TIMES[:4]),
        *unparseable("pay_amount", _NO_NUMBERS[:4]),
        *unparseable("quantity", _NO_COUNTS[:3]),
        *far("pay_time", *_FAR_TIMES[:2]),
        negative("pay_amount", "-20.00"),
        negative("quantity", "-1"),
        copy(),
        copy(pay_time=text_of_day(plan, -plan.days - 9, "00:00:01")),
        copy(pay_amount="0.01"),
        Kind({"send_id": "D-unknown"}, "unknown_send"),
        Kind({"pay_time": f"{plan.as_of}T23:59:59.999999+08:00"}),
    ]
