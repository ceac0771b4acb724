"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What can happen to a promo ODS between two nights, drawn at random.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from incremental_world import AGENTS, ITEMS, SENDS, USES, World, time

Event = Callable[[World, random.Random, int], None]


def some_time(draw: random.Random, today: int) -> str:
    """A time of some day up to today, sometimes with another zone around midnight."""
    number = max(draw.randrange(-2, today + 1), draw.randrange(-2, today + 1))
    if draw.random() < 0.1:
        return time(number, "17:30:00+00:00")
    return time(number, f"{draw.randrange(24):02d}:{draw.randrange(60):02d}:00")


def new_send(world: World, draw: random.Random, today: int) -> None:
    """A send of today or late; sometimes it is the one that an orphan waits for."""
    orphans = {row["send_id"] for row in world.rows(USES)}
    orphans -= {row["send_id"] for row in world.rows(SENDS)}
    wanted = draw.choice(sorted(filter(None, orphans)) or [None])
    world.send(
        wanted or f"n{draw.randrange(10**6)}",
        some_time(draw, today),
        customer_service_id=draw.choice(("cs1", "cs2", "cs3", "cs9")),
        consumer_id=f"c{draw.randrange(20)}",
        sku_id=draw.choice((None, "k1")),
    )


def new_use(world: World, draw: random.Random, today: int) -> None:
    """A use of a known send, or of one that is not there yet."""
    sends = [row["send_id"] for row in world.rows(SENDS) if row["send_id"]]
    send_id = draw.choice((draw.choice(sends), f"n{draw.randrange(10**6)}"))
    world.use(
        f"n{draw.randrange(10**6)}",
        str(send_id),
        some_time(draw, today),
        quantity=str(draw.randrange(1, 4)),
    )


def second_version(world: World, draw: random.Random, today: int) -> None:
    """The key of a row once more, on any day and, for a use, of any send."""
    table = draw.choice((SENDS, USES))
    row = dict(draw.choice(world.tables[table]))
    row["send_time" if table == SENDS else "pay_time"] = some_time(draw, today)
    if table == USES:
        row["send_id"] = draw.choice(world.tables[SENDS])["send_id"]
    world.tables[table].append(row)


def changed_row(world: World, draw: random.Random, today: int) -> None:
    """Another value in any column of a send or use: sound, broken or empty."""
    table = draw.choice((SENDS, USES))
    row = draw.choice(world.tables[table])
    column = draw.choice(sorted(row))
    taken = draw.choice(world.tables[table])[column]
    row[column] = draw.choice((taken, "12f", None, some_time(draw, today)))


def removed_row(world: World, draw: random.Random, today: int) -> None:
    """A send or use that is no longer there."""
    table = draw.choice((SENDS, USES))
    world.tables[table].pop(draw.randrange(len(world.tables[table])))


def emptied_day(world: World, draw: random.Random, today: int) -> None:
    """No send and no use left on a day."""
    prefix = time(draw.randrange(1, today + 1))[:10]
    for table, column in ((SENDS, "send_time"), (USES, "pay_time")):
        world.tables[table] = [
            row for row in world.tables[table] if not (row[column] or "").startswith(prefix)
        ]


def moved_agent(world: World, draw: random.Random, today: int) -> None:
    """An agent in another shop, or unknown from now on."""
    agents = world.tables[AGENTS]
    draw.choice(agents)["shop_id"] = draw.choice(("s1", "s2", "s3", None))
    if draw.random() < 0.2 and len(agents) > 2:
        agents.pop(draw.randrange(len(agents)))


def other_limit(world: World, draw: random.Random, today: int) -> None:
    """Another purchase limit of the product, or one of the SKU."""
    limit = draw.choice((None, "1", "2", "3"))
    world.tables[ITEMS] = world.rows(ITEMS, sku_id=None)[:1] + (
        [dict(world.tables[ITEMS][0], sku_id="k1", purchase_limit=limit)]
        if draw.random() < 0.5
        else []
    )
    world.tables[ITEMS][0]["purchase_limit"] = draw.choice((None, "1", "2", "3"))


EVENTS: tuple[Event, ...] = (
    new_send,
    new_use,
    second_version,
    changed_row,
    removed_row,
    emptied_day,
    moved_agent,
    other_limit,
)
