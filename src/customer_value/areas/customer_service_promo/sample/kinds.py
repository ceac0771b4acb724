"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every kind of planted row, table by table: each reject reason wherever it can occur, the warnings,
and the odd forms that are still accepted. Where a row has two defects, the first in column order is
its reason.
"""

from customer_value.areas.customer_service_promo.sample.dimensions import text_of_day
from customer_value.areas.customer_service_promo.sample.planting import Kind, Reason
from customer_value.sample.plan import SamplePlan

_NO_NUMBERS = ("１２.5", "12f", "NaN", "12.345", "abc", "Infinity", "1e3")
_NO_COUNTS = ("２", "12f", "2.5", "NaN", "一")
_NO_TIMES = ("2024-06", "2024", "2024-02-30", "2024-06-01 24:30:00", "昨天", "2024/06/01 10:00:00")
_FAR_TIMES = ("1969-12-31 23:59:59", "2101-01-01 00:00:00", "9999-12-31 23:59:59")


def _empty(reason: Reason, *columns: str) -> list[Kind]:
    return [Kind({column: None}, reason) for column in columns]


def _unparseable(column: str, values: tuple[str, ...]) -> list[Kind]:
    return [Kind({column: value}, "unparseable_value") for value in values]


def _far(column: str, *values: str) -> list[Kind]:
    return [Kind({column: value}, "time_out_of_range") for value in values]


def _negative(column: str, value: str) -> Kind:
    return Kind({column: value}, "negative_amount")


def _copy(**cells: str) -> Kind:
    return Kind(cells, "duplicate_key")


def activity_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted activities."""
    return [
        *_empty("missing_key", "activity_id"),
        *_empty("missing_value", "start_time", "end_time"),
        *_unparseable("start_time", ("2024-06", "2024-02-30")),
        *_unparseable("end_time", ("昨天",)),
        *_unparseable("update_time", ("2024",)),
        *_far("start_time", "1969-12-31 23:59:59"),
        *_far("end_time", "2101-01-01 00:00:00"),
        _copy(),
        _copy(update_time=text_of_day(plan, -plan.days - 9, "08:00:00"), activity_name="旧名称"),
        Kind({"start_time": None, "end_time": "2024-06"}, "missing_value"),
    ]


def item_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted items."""
    return [
        *_empty("missing_key", "activity_id", "product_id"),
        *_empty("missing_value", "promo_amount"),
        *_unparseable("promo_amount", _NO_NUMBERS[:4]),
        *_unparseable("purchase_limit", ("２", "2.5")),
        *_unparseable("create_time", ("2024-06",)),
        *_far("create_time", "2101-01-01 00:00:00"),
        _negative("promo_amount", "-5.00"),
        _negative("purchase_limit", "-1"),
        _copy(),
        _copy(create_time=text_of_day(plan, -plan.days - 9, "08:00:00"), promo_amount="0.01"),
    ]


def product_kinds() -> list[Kind]:
    """Planted products."""
    return [
        *_empty("missing_key", "product_id"),
        *_unparseable("price", ("１２.5", "12f", "12.345")),
        _negative("price", "-0.01"),
        _copy(),
        _copy(product_name="旧商品名"),
    ]


def sku_kinds() -> list[Kind]:
    """Planted SKUs."""
    return [
        *_empty("missing_key", "sku_id"),
        *_empty("missing_value", "product_id"),
        *_unparseable("price", ("NaN", "abc")),
        _negative("price", "-9.90"),
        _copy(),
        _copy(sku_name="旧规格"),
    ]


def agent_kinds() -> list[Kind]:
    """Planted agents."""
    return [*_empty("missing_key", "customer_service_id"), _copy(), _copy(cs_name="旧花名")]


def send_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted sends, the warnings and the accepted odd forms of a time included."""
    day = plan.as_of
    return [
        *_empty("missing_key", "send_id"),
        *_empty("missing_value", "activity_id", "product_id", "customer_service_id", "consumer_id"),
        *_empty("missing_value", "promo_amount", "valid_hours", "send_time"),
        *_unparseable("promo_amount", _NO_NUMBERS),
        *_unparseable("valid_hours", _NO_COUNTS),
        *_unparseable("send_time", _NO_TIMES),
        *_far("send_time", *_FAR_TIMES),
        _negative("promo_amount", "-3.50"),
        _negative("valid_hours", "-1"),
        _copy(),
        _copy(send_time=text_of_day(plan, 1 - plan.days, "00:00:01")),
        _copy(promo_amount="0.01"),
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
        *_empty("missing_key", "use_id"),
        *_empty("missing_value", "send_id", "pay_time", "pay_amount", "quantity"),
        *_unparseable("pay_time", _NO_TIMES[:4]),
        *_unparseable("pay_amount", _NO_NUMBERS[:4]),
        *_unparseable("quantity", _NO_COUNTS[:3]),
        *_far("pay_time", *_FAR_TIMES[:2]),
        _negative("pay_amount", "-20.00"),
        _negative("quantity", "-1"),
        _copy(),
        _copy(pay_time=text_of_day(plan, -plan.days - 9, "00:00:01")),
        _copy(pay_amount="0.01"),
        Kind({"send_id": "D-unknown"}, "unknown_send"),
        Kind({"pay_time": f"{plan.as_of}T23:59:59.999999+08:00"}),
    ]
