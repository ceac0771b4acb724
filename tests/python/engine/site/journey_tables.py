"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows of the page of journeys, made without Spark: as many arrive at a touch as leave it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from customer_value.areas.customer_profile.journey_rows import JourneyLink, JourneyStanding
from customer_value.areas.customer_profile.pages.journeys import (
    BEFORE_AN_ORDER,
    VIEWS,
    WITHIN_A_SESSION,
)

# a touch with a name that tries to be HTML
IMAGE = '"><img src=x onerror="window.injected = 2">'
WAYS = {
    WITHIN_A_SESSION: {
        ("开始", "浏览", "结束"): 60,
        ("开始", "浏览", "搜索", "结束"): 30,
        ("开始", "浏览", "搜索", "浏览", "加购", "下单", "浏览", "更多"): 12,
        ("开始", "浏览", "其他"): 9,
        ("开始", "搜索", "浏览", "结束"): 22,
        ("开始", IMAGE, "结束"): 7,
    },
    BEFORE_AN_ORDER: {
        ("开始", "app", "下单"): 40,
        ("开始", "app", "web", "下单"): 11,
        ("开始", "web", "下单"): 8,
        ("开始", "小程序", "其他"): 5,
    },
}


def links() -> list[JourneyLink]:
    rows = []
    for view, ways in WAYS.items():
        counts: Counter[tuple[int, str, str]] = Counter()
        for way, count in ways.items():
            for step, (one, other) in enumerate(pairwise(way)):
                counts[step, one, other] += count
        rows += [JourneyLink(view, *link, n, max(5, n // 2)) for link, n in sorted(counts.items())]
    return rows


def standings() -> list[JourneyStanding]:
    out = {WITHIN_A_SESSION: ("匿名", "机器人", "未授权"), BEFORE_AN_ORDER: ("没有会话", "已删除")}
    return [
        JourneyStanding(view, standing, count, "2023-07-02", 30, 6, 5)
        for view in VIEWS
        for standing, count in [
            ("纳入", sum(WAYS[view].values())),
            *((standing, 20 - place) for place, standing in enumerate(out[view])),
        ]
    ]


def journey_rows() -> dict[type[Any], Sequence[Any]]:
    return {JourneyLink: links(), JourneyStanding: standings()}
