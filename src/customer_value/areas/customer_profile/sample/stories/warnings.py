"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The ten warnings, each on both sides of its rule. What the design leaves open is decided here:

level_dropped         the order level is two bands or more below that of 30 days before
activity_halved       the frozen activity index is at most half of that of 30 days before
complaint_overdue     a complaint of 180 days is past the target of its category, and not solved
satisfaction_low      at least two answers of 6 or less in 180 days
escalated             one contact of 180 days with two escalations or more
sleeping_high_value   stage 沉睡, and in the two highest fifths by value
repeat_returns        at least 3 lines with refunds in 90 days, and half of the lines bought in them
no_second_order       one purchase day, and it is 60 days ago or more, up to 180
carts_abandoned       at least 3 products lay in a cart in 30 days, for 24 hours, without an order
category_quiet        the category bought most, on at least 3 days of a year, was not bought in the
                      last 90 days, in which others were
"""

from customer_value.areas.customer_profile.sample.stories.shopping import Buys, Line, Refund
from customer_value.areas.customer_profile.sample.stories.story import Story
from customer_value.areas.customer_profile.sample.stories.talking import Calls, Does, Reviews


def _fires(*warnings: str) -> dict[str, str]:
    return {"warnings": ",".join(sorted(warnings))}


def _logins(first: int, last: int) -> list[Does]:
    return [Does(ago, "login", session=None) for ago in range(first, last - 1, -1)]


def _returned(*agos: int) -> list[Buys]:
    return [
        Buys(ago, [Line(product=number, refunds=[Refund(ago - 5, 10_000)])])
        for number, ago in enumerate(agos, start=1)
    ]


def _left(*products: int, ago: int = 10) -> list[Does]:
    return [Does(ago, "add_to_cart", product=product) for product in products]


STORIES = [
    Story(
        "C80000901",
        "一年前买得多，365 天窗口里一笔也不剩：等级降了不止两档",
        [Buys(ago, [Line(900_000)]) for ago in range(366, 395, 4)],
        _fires("level_dropped"),
    ),
    Story(
        "C80000902",
        "同样多，但都还在窗口里：等级没有降两档",
        [Buys(ago, [Line(900_000)]) for ago in range(20, 49, 4)],
        _fires(),
    ),
    Story(
        "C80000903",
        "上一个 30 天登录 10 天，近 30 天 1 天：活跃度减半",
        [*_logins(49, 40), Does(5, "login")],
        _fires("activity_halved"),
    ),
    Story(
        "C80000904",
        "上一个 30 天登录 10 天，近 30 天 9 天",
        [*_logins(49, 40), *_logins(13, 5)],
        _fires(),
    ),
    Story(
        "C80000905",
        "投诉 100 天没有解决",
        [Calls(100, "投诉", None)],
        _fires("complaint_overdue"),
    ),
    Story(
        "C80000906",
        "投诉在截止日最后一分钟：还没到时限",
        [Calls(0, "投诉", None, time="23:59:00")],
        _fires(),
    ),
    Story("C80000907", "投诉已解决，只是慢", [Calls(100, "投诉", 99_999)], _fires()),
    Story("C80000908", "咨询没有解决：不是投诉", [Calls(100, "咨询", None)], _fires()),
    Story(
        "C80000909",
        "两次 6 分",
        [Calls(50, answer=6), Calls(10, answer=6)],
        _fires("satisfaction_low"),
    ),
    Story(
        "C80000910", "一次 6 分，一次 7 分", [Calls(50, answer=6), Calls(10, answer=7)], _fires()
    ),
    Story(
        "C80000911",
        "两次 6 分，一次在 180 天之前",
        [Calls(180, answer=6), Calls(10, answer=6)],
        _fires(),
    ),
    Story("C80000912", "升级两次", [Calls(10, escalated=2)], _fires("escalated")),
    Story(
        "C80000913",
        "两次接触各升级一次",
        [Calls(20, escalated=1), Calls(10, escalated=1)],
        _fires(),
    ),
    Story(
        "C80000914",
        "高价值客户睡了：六次各 5,000 元，隔 25 天，最近一次 110 天前",
        [Buys(ago, [Line(500_000)]) for ago in range(110, 236, 25)],
        _fires("sleeping_high_value"),
    ),
    Story(
        "C80000915",
        "同样的日子，每次 1 元：睡了，但不是高价值",
        [Buys(ago, [Line(100)]) for ago in range(110, 236, 25)],
        _fires(),
    ),
    Story("C80000916", "90 天里退了三次", _returned(80, 50, 20), _fires("repeat_returns")),
    Story(
        "C80000917", "90 天里退了两次", [*_returned(50, 20), Buys(10, [Line(product=3)])], _fires()
    ),
    Story("C80000918", "首单恰好 60 天前，没有第二单", [Buys(60)], _fires("no_second_order")),
    Story("C80000919", "首单 59 天前", [Buys(59)], _fires()),
    Story("C80000920", "首单 60 天前，昨天又买", [Buys(60), Buys(1)], _fires()),
    Story("C80000921", "三件商品留在购物车", _left(1, 2, 3), _fires("carts_abandoned")),
    Story("C80000922", "两件商品留在购物车", _left(1, 2), _fires()),
    Story(
        "C80000923",
        "三件商品，最后一件加购还不到 24 小时",
        [*_left(1, 2), *_left(3, ago=0)],
        _fires(),
    ),
    Story("C80000924", "三件商品，一件后来买了", [*_left(1, 2, 3), Buys(8)], _fires()),
    Story(
        "C80000925",
        "最常买的类目安静了 90 天，别的还在买",
        [
            *(Buys(ago, [Line(product=1)]) for ago in (90, 120, 150)),
            *(Buys(ago, [Line(product=2)]) for ago in (20, 50)),
        ],
        _fires("category_quiet"),
    ),
    Story(
        "C80000926",
        "最常买的类目 89 天前还买过",
        [
            *(Buys(ago, [Line(product=1)]) for ago in (89, 120, 150)),
            *(Buys(ago, [Line(product=2)]) for ago in (20, 50)),
        ],
        _fires(),
    ),
    Story(
        "C80000927",
        "两条预警同时成立，还写了差评",
        [
            Calls(100, "投诉", None, 3, 2, said="说了三次都没人管", sentiment="negative"),
            Reviews(95, 1, 1, "不是不好，是非常不好", "negative"),
        ],
        _fires("complaint_overdue", "escalated"),
    ),
]
