"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The journeys in plain Python from the facts: every path as a list, and small links merged with sets
of customers, step by step.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pyspark.sql import Row, SparkSession

WINDOW, BEFORE, STEPS, LEAST = 365, 30, 6, 5
SESSION, ORDER = "会话之内", "下单之前"
EVENT_NAMES = {
    "page_view": "浏览",
    "login": "登录",
    "search": "搜索",
    "favorite": "收藏",
    "compare": "比价",
    "add_to_cart": "加购",
    "share": "分享",
    "order": "下单",
}
Link = tuple[int, str, str]


@dataclass(frozen=True)
class Journeys:
    """Per view how many sessions or orders belong where, and the paths with their customers."""

    standings: dict[str, Counter[str]]
    paths: dict[str, list[tuple[str, list[str]]]]


def journeys(spark: SparkSession, schema: str, day: date) -> Journeys:
    """All journeys of the window that ends with a day."""

    def rows(table: str) -> list[Row]:
        return spark.table(f"{schema}_{table}").collect()

    consenting = {
        row.customer_id
        for row in rows("dws.dws_customer_profile_population")
        if row.as_of_date == day and row.is_profiled
    }
    terminals = {row.channel_id: row.terminal for row in rows("dwd.dwd_channel")}
    first = day - timedelta(days=WINDOW + BEFORE - 1)
    events: dict[Any, list[Row]] = defaultdict(list)
    for row in rows("dwd.dwd_behavior_fact"):
        if first <= row.event_date <= day:
            events[row.session_id, row.customer_id, row.is_erased, row.is_bot].append(row)
    for found in events.values():
        found.sort(key=lambda row: (row.event_timestamp, row.event_id))

    standings: dict[str, Counter[str]] = {SESSION: Counter(), ORDER: Counter()}
    paths: dict[str, list[tuple[str, list[str]]]] = {SESSION: [], ORDER: []}
    visits: dict[str, list[tuple[Any, str, str]]] = defaultdict(list)
    for (session, customer, is_erased, is_bot), found in events.items():
        start = found[0].event_timestamp
        used = [t for row in found if (t := terminals.get(row.channel_id)) is not None]
        if customer is not None and not is_bot:
            visits[customer].append((start, session, used[0] if used else "未知渠道"))
        if start.date() < day - timedelta(days=WINDOW - 1):
            continue
        names = [EVENT_NAMES[row.event_type] for row in found if row.event_type in EVENT_NAMES]
        touches = [name for at, name in enumerate(names) if at == 0 or name != names[at - 1]]
        standing = "机器人" if is_bot else whose(customer, is_erased, consenting)
        if standing == "纳入" and not touches:
            standing = "没有触点"
        standings[SESSION][standing] += 1
        if standing == "纳入":
            paths[SESSION].append((customer, shortened(touches, "结束")))

    for row in rows("dwd.dwd_order"):
        if not row.is_paid or not 0 <= (day - row.pay_date).days < WINDOW:
            continue
        standing = whose(row.customer_id, row.is_erased, consenting)
        seen = sorted(
            visit
            for visit in visits[row.customer_id]
            if timedelta() <= row.order_time - visit[0] < timedelta(days=BEFORE)
        )
        if standing == "纳入" and not seen:
            standing = "没有会话"
        standings[ORDER][standing] += 1
        if standing == "纳入":
            paths[ORDER].append((row.customer_id, shortened([name for *_, name in seen], "下单")))

    return Journeys(standings, paths)


def whose(customer: str | None, is_erased: bool, consenting: set[str]) -> str:
    if is_erased:
        return "已删除"
    if customer is None:
        return "匿名"
    return "纳入" if customer in consenting else "未授权"


def shortened(touches: list[str], end: str) -> list[str]:
    return ["开始", *touches[:STEPS], "更多" if len(touches) > STEPS else end]


def merged_links(
    paths: Iterable[tuple[str, list[str]]], least: int = LEAST
) -> dict[Link, tuple[int, int]]:
    """Sessions or orders and customers per link, after links of too few customers were merged."""
    going = [(customer, list(path)) for customer, path in paths]
    for (_, path), early in zip(going, early_ends(going, least), strict=True):
        if early is not None:
            path[early:] = ["其他"]
    done: list[tuple[str, list[str]]] = []
    for step in range(STEPS + 1):
        groups: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for way in going:
            groups[way[1][step]][way[1][step + 1]].append(way)
        for targets in groups.values():
            for target in too_few(targets, least):
                for _, path in targets[target]:
                    path[step + 1 :] = ["其他"]
        done += [way for way in going if len(way[1]) <= step + 2]
        going = [way for way in going if len(way[1]) > step + 2]
    counts: Counter[Link] = Counter()
    people: dict[Link, set[str]] = defaultdict(set)
    for customer, path in done:
        for step in range(len(path) - 1):
            link = (step, path[step], path[step + 1])
            counts[link] += 1
            people[link].add(customer)

    return {
        link: (n, len(people[link])) for link, n in counts.items() if len(people[link]) >= least
    }


def early_ends(ways: list[tuple[str, list[str]]], least: int) -> list[int | None]:
    """Where a path merges a step early: its way from a touch is small, and so are all small ways
    from there together.
    """
    forks: dict[tuple[int, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for customer, path in ways:
        for step in range(1, len(path) - 1):
            forks[step, path[step]][path[step + 1]].add(customer)
    thin = set()
    for (step, touch), targets in forks.items():
        small = {target for target, people in targets.items() if len(people) < least}
        together: set[str] = set().union(*(targets[target] for target in small))
        if len(together) < least:
            thin |= {(step, touch, target) for target in small}

    return [
        min((s for s in range(1, len(p) - 1) if (s, p[s], p[s + 1]) in thin), default=None)
        for _, p in ways
    ]


def too_few(targets: dict[str, list[Any]], least: int) -> list[str]:
    """The targets that merge: those of too few customers, and where these are too few together, the
    smallest other one.
    """
    people = {target: {customer for customer, _ in ways} for target, ways in targets.items()}
    small = [target for target, found in people.items() if len(found) < least]
    together: set[str] = set().union(*(people[target] for target in small))
    others = [target for target in targets if target not in small]
    if small and len(together) < least and others:
        small.append(min(others, key=lambda target: (len(targets[target]), target)))

    return small
