"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The attributes of customers once more, in plain Python and from the definitions alone: lists are
sorted and counted, nothing is taken from the models but the rows of the DWD.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Row = Mapping[str, Any]
Rows = Sequence[Row]
SEGMENTS = ["普通", "青铜", "白银", "黄金", "钻石"]


def within(day: date | None, last: date, days: int) -> bool:
    """Whether a day is one of so many that end with the last one."""
    return day is not None and last - timedelta(days=days) < day <= last


def value_segments(net_amounts: Mapping[str, Decimal]) -> dict[str, str]:
    """The segment of each buyer by the share of buyers who are strictly worse."""
    amounts = list(net_amounts.values())
    return {
        customer: SEGMENTS[5 * sum(other < amount for other in amounts) // len(amounts)]
        for customer, amount in net_amounts.items()
    }


def sessions_of(events: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    """The events of named customers by customer and session, in their order; without bots."""
    sessions = defaultdict(list)
    for event in events:
        if event["customer_id"] and not event["is_bot"]:
            sessions[event["customer_id"], event["session_id"]].append(event)
    return {
        key: sorted(found, key=lambda event: (event["event_timestamp"], event["event_id"]))
        for key, found in sessions.items()
    }


def channel_evidence(
    words: Mapping[tuple[str, str], str],
    terminals: Mapping[str, str],
    contacts: Rows,
    events: Rows,
    orders: Rows,
) -> list[tuple[str, str, date]]:
    """Customer, channel and day of each contact, session and paid order that has a channel."""
    by_channel = {
        channel: words["terminal", terminal]
        for channel, terminal in terminals.items()
        if ("terminal", terminal) in words
    }
    found = [
        (row["customer_id"], words["contact_type", row["contact_type"]], row["contact_date"])
        for row in contacts
        if row["contact_source"] != "auto_message"
        and ("contact_type", row["contact_type"]) in words
    ]
    for (customer, _), session in sessions_of(events).items():
        used = [(by_channel.get(event["channel_id"]), event["event_date"]) for event in session]
        for channel in {name for name, _ in used if name}:
            found.append((customer, channel, min(day for name, day in used if name == channel)))
    found += [
        (row["customer_id"], by_channel[row["channel_id"]], row["pay_date"])
        for row in orders
        if row["is_paid"] and row["channel_id"] in by_channel
    ]
    return [piece for piece in found if piece[0]]


def preferred_channel(
    pieces: Sequence[tuple[str, date]], declared: str | None
) -> tuple[str | None, str | None]:
    """The channel that a customer prefers, and where that comes from."""
    counts = Counter(channel for channel, _ in pieces)
    if len(pieces) >= 3:
        last = {
            channel: max(day for other, day in pieces if other == channel) for channel in counts
        }
        leader = max(counts, key=lambda name: (counts[name], name == declared, last[name], name))
        if 2 * counts[leader] >= len(pieces):
            return leader, "derived"
    return declared, "declared" if declared else None


def tech_adoption(
    sessions: Sequence[Sequence[Row]],
    orders: Rows,
    lines: Rows,
    is_tech: Mapping[str, bool],
    listed: Mapping[str, date],
    has_searches: bool,
) -> int | None:
    """The index of a customer, from what lies in its window."""
    if sum(map(len, sessions)) < 3:
        return None
    channels = [{row["channel_id"] for row in session} & is_tech.keys() for session in sessions]
    visits = [any(is_tech[channel] for channel in known) for known in channels if known]
    visits += [is_tech[row["channel_id"]] for row in orders if row["channel_id"] in is_tech]
    bought = {line["product_id"] for line in lines if line["product_id"] in listed}
    early = {
        line["product_id"]
        for line in lines
        if line["product_id"] in listed
        and 0 <= (line["transaction_date"] - listed[line["product_id"]]).days <= 30
    }
    searched = sum(
        any(event["event_type"] in ("search", "compare") for event in session)
        for session in sessions
    )
    parts = [
        (Decimal("0.4"), sum(visits), len(visits)),
        (Decimal("0.3"), len(early), len(bought)),
        (Decimal("0.3"), searched, len(sessions) if has_searches else 0),
    ]
    there = [(weight, Decimal(part) / whole) for weight, part, whole in parts if whole]
    if not there:
        return None
    score = 100 * sum(weight * share for weight, share in there) / sum(w for w, _ in there)
    return int(score.quantize(Decimal(1), ROUND_HALF_UP))


def price_sensitivities(lines: Rows, category: Mapping[str, str], on: date) -> dict[str, str]:
    """The word of each customer with three lines or more."""
    totals: dict[Any, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    own = defaultdict(list)
    for line in lines:
        group = category.get(line["product_id"])
        if group is None or not within(line["transaction_date"], on, 365):
            continue
        key = (group, line["transaction_date"].replace(day=1))
        reduced = line["list_amount"] if (line["discount_amount"] or 0) > 0 else Decimal(0)
        totals[key][0] += reduced
        totals[key][1] += line["list_amount"]
        if line["customer_id"]:
            own[line["customer_id"]].append((key, reduced, line["list_amount"]))
    words = {}
    for customer, bought in own.items():
        spent = sum(amount for _, _, amount in bought)
        if len(bought) < 3:
            continue
        if not spent:
            continue
        expected = sum(
            amount * totals[key][0] / totals[key][1] for key, _, amount in bought if totals[key][1]
        )
        difference = (sum(reduced for _, reduced, _ in bought) - expected) / spent
        difference = difference.quantize(Decimal("0.000001"), ROUND_HALF_UP)
        gap = Decimal("0.15")
        words[customer] = "高" if difference >= gap else "低" if difference <= -gap else "中"
    return words


def social_impacts(
    followers: Mapping[str, int | None], relations: Rows, on: date
) -> dict[str, Decimal]:
    """The score of each customer."""
    positive = sorted(count for count in followers.values() if count)
    enough = Decimal("0.99") * len(positive)
    cap = next(
        (count for count in positive if sum(other <= count for other in positive) >= enough), None
    )
    end = datetime.combine(on + timedelta(days=1), time())
    known_by = defaultdict(set)
    for row in relations:
        is_early = row["create_time"] is None or row["create_time"] < end
        if row["consent"] and is_early and row["customer_id"] != row["related_customer_id"]:
            known_by[row["related_customer_id"]].add(row["customer_id"])
    scores = {}
    for customer, count in followers.items():
        reach = math.log1p(count) / math.log1p(cap) if cap and count else 0.0
        score = 70 * reach + 30 * min(1.0, len(known_by[customer]) / 10)
        scores[customer] = Decimal(str(min(100.0, score))).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return scores
