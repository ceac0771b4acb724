"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers with cards, made without Spark: complete ones, one of whom little is known, and one with a
name that tries to be HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from site_tables import BUILD, IMAGE, SCRIPT

from customer_value.areas.customer_profile.card_rows import (
    Card,
    CardWarning,
    ListedCustomer,
    TimelineEntry,
    WayUp,
)
from customer_value.site.card_page import CardPage, file_of
from customer_value.site.page_rows import PageRows

# what a column holds where nothing else is said, by its type
SAMPLES = {str: "x", int: 3, bool: True, Decimal: Decimal("0.25")}
KNOWN, NEW, ODD = "C00000001", "C00000002", "客户 1/#?&<b>"


def card(customer: str, **known: Any) -> Card:
    """A card that has every value; `known` replaces some."""
    kinds = get_type_hints(Card)
    values = {
        field.name: SAMPLES[(get_args(kinds[field.name]) or (kinds[field.name],))[0]]
        for field in fields(Card)
    }
    return Card(
        **{
            **values,
            "customer_id": customer,
            "customer_type": "企业",
            "register_time": "2023-01-02 03:04:05",
            "first_seen_date": "2023-01-02",
            "order_rfm_level": "潜力用户",
            "order_rfm_code": "345",
            "promo_level": "流失用户",
            "promo_code": "111",
            "activity_index": Decimal("61.50"),
            "net_amount": Decimal("1234.56"),
            "stage_name": "成熟",
            "ltv_segment": "黄金",
            "data_quality_status": "企业客户行业缺失、渠道偏好未识别",
            **known,
        }
    )


def little_known(customer: str) -> Card:
    """The card of somebody who did nothing yet: what may be empty is."""
    kinds = get_type_hints(Card)
    nothing = {name: None for name, kind in kinds.items() if type(None) in get_args(kind)}
    return card(customer, **nothing, stage_name="潜客", data_quality_status="数据完整")


def timeline(customer: str) -> list[TimelineEntry]:
    return [
        TimelineEntry(customer, number, f"2024-06-{30 - number:02} 10:00:00", *what)
        for number, what in enumerate(
            [
                ("订单", "手机 app", "已完成", "家电、手机", Decimal("30.00"), None),
                ("退款", None, "尺码不合", SCRIPT, Decimal("-5.00"), None),
                ("服务接触", "电话", "未解决", "投诉", None, 3),
                ("会话", "小程序", None, "浏览 > 搜索 > 加购", None, None),
            ],
            1,
        )
    ]


def rows_of(customer: str) -> dict[type[Any], Sequence[Any]]:
    """All rows of one customer."""
    if customer == NEW:
        return {Card: [little_known(NEW)], CardWarning: [], WayUp: [], TimelineEntry: []}
    text = ("订单等级下降", "Level dropped", "高", SCRIPT, "2 bands", Decimal("0.8"), None)
    ways = [
        WayUp(customer, "order", "reachable", "高价值用户", 1, 3, 1, Decimal("99.00"), 13),
        WayUp(customer, "promo", "unreachable", "一般用户", None, None, None, None, None),
    ]
    return {
        Card: [card(customer, industry=IMAGE)],
        CardWarning: [CardWarning(customer, *text)],
        WayUp: ways,
        TimelineEntry: timeline(customer),
    }


@dataclass(frozen=True)
class PeopleInMemory:
    """Some customers; `without` have no card, or none any more."""

    customers: Sequence[str] = (KNOWN, NEW, ODD)
    without: Sequence[str] = ()

    def shown(self) -> list[str]:
        return [customer for customer in self.customers if customer not in self.without]

    def count(self, cards: CardPage) -> int:
        return len(self.shown())

    def listed(self, cards: CardPage) -> Sequence[Any]:
        listed = ("警告", "成熟", "潜力用户", "流失用户", "黄金", Decimal("1234.56"), "2024-06-01")
        return [ListedCustomer(customer, *listed) for customer in self.shown()]

    def in_order(self, cards: CardPage, digits: int) -> Iterator[tuple[int, str, PageRows]]:
        for file, customer in sorted((file_of(c, digits), c) for c in self.shown()):
            yield file, customer, PageRows(BUILD, rows_of(customer))


def tables_of(customer: str) -> PageRows:
    """The rows of one customer, for the page's function."""
    return PageRows(BUILD, rows_of(customer))
