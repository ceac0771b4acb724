"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Sessions: where one ends, which are engaged, and who is a bot.
"""

from customer_value.areas.customer_profile.sample.stories.story import Story
from customer_value.areas.customer_profile.sample.stories.talking import Does


def _page(time: str, seconds: int = 0, scroll: str = "0.00", session: str | None = "a") -> Does:
    return Does(5, "page_view", time, 1, seconds, scroll, session)


def _seconds(start: int, count: int) -> list[str]:
    """Times of day, one second after the other, from an hour."""
    return [f"{start:02d}:{second // 60:02d}:{second % 60:02d}" for second in range(count)]


STORIES = [
    Story(
        "C80000301",
        "没有会话编号，隔 29 分 59 秒",
        [_page("20:00:00", session=None), _page("20:29:59", session=None)],
        {"sessions": "1"},
    ),
    Story(
        "C80000302",
        "没有会话编号，恰好隔 30 分钟",
        [_page("20:00:00", session=None), _page("20:30:00", session=None)],
        {"sessions": "1"},
    ),
    Story(
        "C80000303",
        "没有会话编号，隔 30 分 1 秒",
        [_page("20:00:00", session=None), _page("20:30:01", session=None)],
        {"sessions": "2"},
    ),
    Story(
        "C80000304",
        "没有会话编号，跨过午夜",
        [
            Does(5, time="23:59:50", session=None),
            Does(4, time="00:00:10", session=None),
        ],
        {"sessions": "1"},
    ),
    Story(
        "C80000305",
        "有会话编号，隔了两小时仍是同一会话",
        [_page("18:00:00"), _page("20:00:00")],
        {"sessions": "1"},
    ),
    Story(
        "C80000306",
        "一页，10 秒，滚动 0.25：有参与",
        [_page("20:00:00", 10, "0.25")],
        {"sessions": "1", "engaged_sessions": "1"},
    ),
    Story(
        "C80000307",
        "一页，9 秒，滚动 1.00：没有参与",
        [_page("20:00:00", 9, "1.00")],
        {"sessions": "1", "engaged_sessions": "0"},
    ),
    Story(
        "C80000308",
        "一页，600 秒，滚动 0.24：没有参与",
        [_page("20:00:00", 600, "0.24")],
        {"sessions": "1", "engaged_sessions": "0"},
    ),
    Story(
        "C80000309",
        "两页，各 10 秒，没有滚动：有参与",
        [_page("20:00:00", 10), _page("20:00:10", 10)],
        {"sessions": "1", "engaged_sessions": "1"},
    ),
    Story(
        "C80000310",
        "只登录和搜索，没有页面：没有参与",
        [Does(5, "login"), Does(5, "search", "20:00:30")],
        {"sessions": "1", "engaged_sessions": "0"},
    ),
    Story(
        "C80000311",
        "每秒一页，共 201 页：机器人",
        [_page(time, session="bot") for time in _seconds(3, 201)],
        {"is_bot": "true"},
    ),
    Story(
        "C80000312",
        "一个晚上慢慢看了 12 页：不是机器人",
        [_page(f"2{hour}:{minute}0:00", 60, "0.50") for hour in (0, 1) for minute in range(6)],
        {"sessions": "1", "engaged_sessions": "1", "is_bot": "false"},
    ),
    Story(
        "C80000313",
        "没有会话编号，两台设备同时浏览：是同一人，一个会话",
        [
            Does(5, time="20:00:00", session=None, device="1"),
            Does(5, time="20:00:05", session=None, device="2"),
        ],
        {"sessions": "1"},
    ),
    Story(
        "C80000314",
        "没有登录，没有会话编号，两台设备：各是一个会话",
        [
            Does(5, time="20:00:00", session=None, device="1", is_named=False),
            Does(5, time="20:00:05", session=None, device="2", is_named=False),
        ],
        {"anonymous_sessions": "2"},
    ),
]
