"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A world in which the first night after the first build has one event of every kind, each on days of
its own, so that each rewritten day has one reason.
"""

from __future__ import annotations

import random

from incremental_world import AGENTS, ITEMS, SENDS, USES, World, add_day, day, quiet_world, time

FIRST_NIGHT = 20


def prepared_world() -> World:
    """Before the first night: quiet days, and the rows that the night will touch."""
    world = quiet_world(FIRST_NIGHT)
    world.send("changed", time(2))
    world.send("used", time(3))
    world.use("of_used", "used", time(4))
    world.send("moved", time(5))
    world.send("twice", time(7))
    world.add(AGENTS, customer_service_id="moving", shop_id="s1")
    world.send("by_moving", time(9), customer_service_id="moving")
    world.use("of_by_moving", "by_moving", time(10))
    world.add(ITEMS, activity_id="a3", product_id="p3", promo_amount="1", purchase_limit="1")
    world.send("scarce", time(11), activity_id="a3", product_id="p3")
    world.use("scarce_1", "scarce", time(11, "11:00:00"))
    world.use("scarce_2", "scarce", time(11, "12:00:00"))
    world.send("shared", time(12))
    world.use("shared_1", "shared", time(12, "11:00:00"))
    world.use("shared_2", "shared", time(13))
    # a rejected row without a day, of a dimension
    world.add(ITEMS, activity_id=None, product_id="p1", promo_amount="1")
    # the night rewrites the day of the second use and not that of the first
    world.send("spread", time(5))
    world.use("spread_1", "spread", time(5, "11:00:00"))
    world.use("spread_2", "spread", time(12))
    world.use("early", "late", time(14))
    world.send("removed", time(15))
    world.use("of_removed", "removed", time(16))
    world.send("alone", time(-10))
    world.use("of_alone", "alone", time(-9))
    world.send("spoilt", time(-8))
    world.use("moved", "q170", time(17, "20:00:00"))
    world.send("pair", time(1))
    world.use("doubled", "pair", time(1))
    world.use("after_doubled", "pair", time(2))
    world.use("only_use", "q082", time(8, "11:00:00"))
    # the night rewrites their days, and not those of the later versions that win, in other files
    world.send("q113", time(2))
    world.use("u-q061", "q031", time(3))
    return world


def first_night(world: World) -> None:
    """Late, changed, moved and removed rows; versions, agents and limits; a new day."""
    add_day(world, 21, random.Random(21))
    world.change(SENDS, {"send_id": "changed"}, promo_amount="6.00")
    world.change(SENDS, {"send_id": "used"}, consumer_id="c2")
    world.change(SENDS, {"send_id": "moved"}, send_time=time(6))
    world.send("twice", time(8), promo_amount="7.00")
    world.change(AGENTS, {"customer_service_id": "moving"}, shop_id="s2")
    world.change(ITEMS, {"activity_id": "a3"}, purchase_limit="2")
    world.use("shared_0", "shared", time(12, "10:30:00"))
    world.send("late", time(13))
    world.remove(SENDS, send_id="removed")
    world.remove(SENDS, send_id="alone")
    world.remove(USES, use_id="of_alone")
    world.change(SENDS, {"send_id": "spoilt"}, promo_amount="12f")
    world.change(USES, {"use_id": "moved"}, pay_time=time(18, "20:00:00"))
    world.use("doubled", "q030", time(3, "12:00:00"))
    world.use("only_use", "q032", time(3, "12:00:00"))
    # late in the evening of the 17th in London, the 18th in Shanghai
    world.send("zoned", f"{day(17)} 16:30:00+00:00")
    # no rejected row without a day is left, but for that of a dimension
    world.remove(SENDS, send_time="yesterday")
    world.remove(AGENTS, cs_name="nobody")
    world.change("ods_product", {"product_id": "p2"}, price="12.00")


def undo_some_of_it(world: World) -> None:
    """The second night: what came is gone again, what was broken is sound; a new day."""
    add_day(world, 22, random.Random(22))
    world.remove(SENDS, send_id="twice", send_time=time(8))
    world.remove(SENDS, send_id="late")
    world.change(SENDS, {"send_id": "spoilt"}, promo_amount="5.00")
    world.remove(USES, use_id="doubled", send_id="q030")
    world.remove(USES, use_id="only_use", send_id="q032")
    world.remove(AGENTS, customer_service_id="moving")
    world.remove(ITEMS, activity_id="a3")
    world.change(USES, {"use_id": "u-q050"}, pay_amount="0")
    lose_the_last_row_without_a_day(world)
    world.send("timeless_again", "yesterday")
    world.add(AGENTS, customer_service_id=None, cs_name="nobody")


def lose_the_last_row_without_a_day(world: World) -> None:
    """Of a dimension, which no fingerprint covers."""
    world.remove(ITEMS, activity_id=None)
