"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Carts that were left and won back: at least 24 hours without an order of the product, and the order
within 7 days. Each customer buys one line.
"""

from customer_value.areas.customer_profile.sample.stories.shopping import Buys, Line
from customer_value.areas.customer_profile.sample.stories.story import Story
from customer_value.areas.customer_profile.sample.stories.talking import Does

_CART = Does(10, "add_to_cart", "12:00:00", product=1)

STORIES = [
    Story(
        "C80000201",
        "加购后 23 小时 59 分 59 秒下单",
        [_CART, Buys(9, time="11:59:59")],
        {"cart_abandon_flag": "false"},
    ),
    Story("C80000202", "加购后恰好 24 小时下单", [_CART, Buys(9)], {"cart_abandon_flag": "true"}),
    Story("C80000203", "加购后恰好 7 天下单", [_CART, Buys(3)], {"cart_abandon_flag": "true"}),
    Story(
        "C80000204",
        "加购后 7 天又 1 秒下单",
        [_CART, Buys(3, time="12:00:01")],
        {"cart_abandon_flag": "false"},
    ),
    Story(
        "C80000205",
        "在 app 加购，到门店下单",
        [_CART, Buys(8, channel="CH04")],
        {"cart_abandon_flag": "true"},
    ),
    Story(
        "C80000206",
        "买的是另一件商品",
        [_CART, Buys(8, [Line(product=2)])],
        {"cart_abandon_flag": "false"},
    ),
    Story("C80000207", "没有加购，直接下单", [Buys(8)], {"cart_abandon_flag": "false"}),
    Story(
        "C80000208",
        "加购时没有登录",
        [
            Does(10, "add_to_cart", "12:00:00", product=1, is_named=False),
            Buys(8),
        ],
        {"cart_abandon_flag": "false"},
    ),
    Story(
        "C80000209",
        "加购两次，第二次后不到 24 小时下单：第一次已放弃",
        [_CART, Does(8, "add_to_cart", "10:00:00", product=1, session="b"), Buys(8)],
        {"cart_abandon_flag": "true"},
    ),
    Story(
        "C80000210",
        "先下单，后加购",
        [_CART, Buys(10, time="11:59:59")],
        {"cart_abandon_flag": "false"},
    ),
    Story(
        "C80000211",
        "加购后一小时下单，三天后再买：没有放弃过",
        [_CART, Buys(10, time="13:00:00"), Buys(7)],
        {"cart_abandon_flag": "false"},
    ),
]
