"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Made-up customers with everything that a card can show, drawn from a seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from customer_value.areas.customer_profile.card_rows import (
    Card,
    CardWarning,
    ListedCustomer,
    TimelineEntry,
    WayUp,
)
from customer_value.site.card_page import CardPage, file_of
from customer_value.site.page_rows import Build, PageRows

BUILD = Build("2024-06-30", "2024-07-01 06:30:00", "Asia/Shanghai")
STAGES = ("潜客", "新客", "成长", "成熟", "沉睡", "流失", "回流")
LEVELS = ("高价值用户", "潜力用户", "一般用户", "流失用户")
TOUCHES = ("浏览", "登录", "搜索", "收藏", "比价", "加购", "分享", "下单")


@dataclass(frozen=True)
class MadeUpCustomers:
    """So many customers, each with so many entries of the timeline."""

    customers: int
    entries: int
    listed_rows: int = 5_000

    def ids(self) -> list[str]:
        return [f"C{number:09}" for number in range(self.customers)]

    def count(self, cards: CardPage) -> int:
        return self.customers

    def listed(self, cards: CardPage) -> Sequence[Any]:
        rows = []
        for customer in self.ids()[: self.listed_rows]:
            draw = random.Random(customer)
            money = Decimal(draw.randrange(10**7)) / 100
            known = (None, draw.choice(STAGES), draw.choice(LEVELS), draw.choice(LEVELS), "黄金")
            rows.append(ListedCustomer(customer, *known, money, "2024-06-01"))
        return rows

    def in_order(self, cards: CardPage, digits: int) -> Iterator[tuple[int, str, PageRows]]:
        for number, customer in sorted((file_of(one, digits), one) for one in self.ids()):
            yield number, customer, PageRows(BUILD, self.rows(customer))

    def rows(self, customer: str) -> dict[type[Any], Sequence[Any]]:
        """Everything about one customer."""
        draw = random.Random(customer)
        moved = (1, draw.randrange(30), draw.randrange(5), Decimal(draw.randrange(99_999)), 13)
        return {
            Card: [_card(customer, draw)],
            CardWarning: [
                CardWarning(customer, "订单等级下降", "Level dropped", "高", text, text, None, None)
                for text in ("订单等级比 30 天之前低 2 档或更多",)[: draw.randrange(2)]
            ],
            WayUp: [
                WayUp(customer, kind, "reachable", draw.choice(LEVELS), *moved)
                for kind in ("order", "promo")
            ],
            TimelineEntry: [_entry(customer, number, draw) for number in range(self.entries)],
        }


def _card(customer: str, draw: random.Random) -> Card:
    kinds = get_type_hints(Card)
    values: dict[str, Any] = {}
    for field in fields(Card):
        kind = (get_args(kinds[field.name]) or (kinds[field.name],))[0]
        drawn: dict[type, Any] = {
            str: draw.choice(STAGES),
            int: draw.randrange(400),
            bool: draw.random() < 0.5,
            Decimal: Decimal(draw.randrange(10**6)) / 100,
        }
        values[field.name] = drawn[kind]
    values |= {"customer_id": customer, "order_rfm_code": "345", "promo_code": "212"}

    return Card(**values)


def _entry(customer: str, number: int, draw: random.Random) -> TimelineEntry:
    happened = f"2024-{1 + number % 6:02}-{1 + draw.randrange(28):02} 10:{draw.randrange(60):02}:00"
    if draw.random() < 0.5:
        amount = Decimal(draw.randrange(10**5)) / 100
        what = ("订单", "手机 app", "已完成", "手机、家电、家居", amount, None)
    else:
        way = " > ".join(draw.choice(TOUCHES) for _ in range(5))
        what = ("会话", "小程序", None, way, None, None)

    return TimelineEntry(customer, number + 1, happened, *what)
