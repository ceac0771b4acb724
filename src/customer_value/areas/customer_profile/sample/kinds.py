"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every kind of planted row in the tables of customers, regions, channels and campaigns: each reject
reason wherever it can occur, the rows that are kept with a warning, and odd forms that are still
accepted. Where a row has two defects, the first in column order is its reason. A copy is always
less than the row that it copies.
"""

from datetime import timedelta

from customer_value.sample.defects import NOTHING, beyond, copy, empty, far, negative, unparseable
from customer_value.sample.plan import SamplePlan
from customer_value.sample.planting import Kind

_NO_AMOUNTS = ("１２.5", "12f", NOTHING, "12.345")
_NO_COUNTS = ("２", "2.5", "一")
_NO_TIMES = ("2024-06", "2024-02-30", "昨天")
_FAR_TIMES = ("1969-12-31 23:59:59", "2101-01-01 00:00:00")
_LONG = "很长" * 30


def earliest(plan: SamplePlan) -> str:
    """A moment before all that is drawn."""
    return f"{plan.as_of - timedelta(days=740)} 08:00:00"


def customer_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted versions of customers; a copy has the same time of its update."""
    return [
        *empty("missing_key", "customer_id"),
        *empty("missing_value", "update_time"),
        *unparseable("eco_friendly", ("也许",)),
        *unparseable("follower_count", _NO_COUNTS),
        *unparseable("marketing_consent", ("口头同意",)),
        *unparseable("profiling_consent", ("2",)),
        *unparseable("register_time", _NO_TIMES[:1]),
        *unparseable("update_time", _NO_TIMES),
        *far("register_time", *_FAR_TIMES),
        *far("update_time", *_FAR_TIMES),
        negative("follower_count", "-1"),
        copy(),
        copy(customer_type=None),
        Kind({"region_id": "R-unknown"}),
        Kind({"industry": _LONG}),
        Kind({"update_time": f"{plan.as_of}T10:11:12.123456"}),
    ]


def attribute_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted declarations."""
    return [
        *empty("missing_key", "customer_id", "attribute_name"),
        copy(),
        copy(attribute_value=None),
    ]


def region_kinds() -> list[Kind]:
    """Planted regions."""
    return [
        *empty("missing_key", "region_id"),
        *unparseable("grid_row", ("一",)),
        negative("grid_column", "-1"),
        copy(),
        copy(region_name=None),
    ]


def channel_kinds() -> list[Kind]:
    """Planted channels."""
    return [
        *empty("missing_key", "channel_id"),
        *unparseable("is_self_service", ("看情况",)),
        copy(),
        copy(terminal=None),
    ]


def relation_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted relations."""
    return [
        *empty("missing_key", "customer_id", "related_customer_id", "relation_type"),
        *unparseable("consent", ("单方",)),
        *unparseable("create_time", _NO_TIMES[:2]),
        *far("create_time", *_FAR_TIMES),
        copy(),
        copy(create_time=None),
    ]


def assignment_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted assignments to campaigns."""
    return [
        *empty("missing_key", "assignment_id"),
        *empty("missing_value", "campaign_id", "customer_id", "arm", "assign_time"),
        *unparseable("assign_time", _NO_TIMES[:1]),
        *unparseable("cost", _NO_AMOUNTS[:2]),
        *far("assign_time", *_FAR_TIMES),
        negative("cost", "-0.01"),
        copy(),
        copy(assign_time=earliest(plan)),
    ]


def recommendation_kinds(plan: SamplePlan) -> list[Kind]:
    """Planted impressions."""
    return [
        *empty("missing_key", "impression_id"),
        *empty("missing_value", "customer_id", "product_id", "position", "policy", "shown_time"),
        *unparseable("position", ("第一",)),
        *unparseable("propensity", ("0.1234567", "50%")),
        *unparseable("shown_time", _NO_TIMES[:1]),
        *unparseable("clicked", ("点了",)),
        *far("shown_time", *_FAR_TIMES),
        negative("propensity", "-0.100000"),
        *beyond("position", "0"),
        *beyond("propensity", "1.000001"),
        copy(),
        copy(shown_time=earliest(plan)),
    ]
