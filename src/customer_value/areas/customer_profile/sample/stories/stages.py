"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The stages of life, on both sides of each of their limits.

The expected gap of who bought only rarely is at its upper limit of 180 days, whatever the others
do: that is what the purchases 1,140 and 1,560 days ago are for. So 沉睡 begins after 360 days, 流失
after 720, and 回流 is a purchase after a gap of more than 720.
"""

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.stories.shopping import Buys
from customer_value.areas.customer_profile.sample.stories.story import Story

_RARELY = (Buys(1_140), Buys(1_560))

STORIES = [
    Story("C80000101", "只注册，从未下单", expected={"stage": "潜客"}),
    Story(
        "C80000102",
        "唯一的订单没有支付",
        [Buys(10, paid=None, status=names.UNPAID)],
        {"stage": "潜客"},
    ),
    Story("C80000103", "唯一的订单在截止日之后", [Buys(-1, time="00:00:00")], {"stage": "潜客"}),
    Story(
        "C80000104",
        "截止日下单，截止日之后才支付",
        [Buys(0, time="23:59:59", paid=(-1, "00:00:00"))],
        {"stage": "潜客"},
    ),
    Story(
        "C80000105",
        "唯一的订单支付后取消",
        [Buys(10, status=names.CANCELLED)],
        {"stage": "潜客"},
    ),
    Story("C80000106", "买过一天", [Buys(5)], {"stage": "新客"}),
    Story(
        "C80000107",
        "同一天买了两次，仍是一个购买日",
        [Buys(5, time="00:00:00"), Buys(5, time="23:59:59")],
        {"stage": "新客"},
    ),
    Story("C80000108", "两个购买日", [Buys(5), Buys(12)], {"stage": "成长"}),
    Story("C80000109", "四个购买日", [Buys(ago) for ago in (5, 15, 25, 35)], {"stage": "成长"}),
    Story("C80000110", "五个购买日", [Buys(ago) for ago in (5, 15, 25, 35, 45)], {"stage": "成熟"}),
    Story("C80000111", "最近一次恰好 2 × 180 天前", [Buys(360), *_RARELY], {"stage": "成长"}),
    Story("C80000112", "最近一次 2 × 180 + 1 天前", [Buys(361), *_RARELY], {"stage": "沉睡"}),
    Story("C80000113", "最近一次恰好 4 × 180 天前", [Buys(720), *_RARELY], {"stage": "沉睡"}),
    Story("C80000114", "最近一次 4 × 180 + 1 天前", [Buys(721), *_RARELY], {"stage": "流失"}),
    Story(
        "C80000115",
        "隔了 721 天，在近 30 天的第一天又买",
        [Buys(29), Buys(750), *_RARELY],
        {"stage": "回流"},
    ),
    Story("C80000116", "只隔了 720 天又买", [Buys(29), Buys(749), *_RARELY], {"stage": "成长"}),
    Story(
        "C80000117",
        "隔了 721 天又买，但在近 30 天的前一天",
        [Buys(30), Buys(751), *_RARELY],
        {"stage": "成长"},
    ),
    Story(
        "C80000118",
        "下单日与支付日不同：按支付日，最近一次恰好 360 天前",
        [Buys(361, time="23:59:00", paid=(360, "00:01:00")), *_RARELY],
        {"stage": "成长"},
    ),
]
