"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Contacts with the service, and the health of the service that follows: human contacts of 180 days,
as_of the last of them. Where the answer is 10 and all is solved at once, health is 1.
"""

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.stories.story import Story
from customer_value.areas.customer_profile.sample.stories.talking import Calls

STORIES = [
    Story(
        "C80000801",
        "0 分钟解决，满意度 10",
        [Calls(10, minutes=0, answer=10)],
        {"contact_count": "1", "timeliness": "1", "satisfaction": "1", "service_health": "1"},
    ),
    Story(
        "C80000802",
        "满意度 0：是回答，不是缺失",
        [Calls(10, minutes=0, answer=0)],
        {"contact_count": "1", "satisfaction": "0", "service_health": "0"},
    ),
    Story(
        "C80000803",
        "没有回答：健康度为空，其余照算",
        [Calls(10, minutes=0)],
        {"contact_count": "1", "timeliness": "1", "satisfaction": "", "service_health": ""},
    ),
    Story(
        "C80000804",
        "只有自动消息：没有接触",
        [Calls(10, source=names.AUTO, minutes=None)],
        {"contact_count": "0", "service_health": ""},
    ),
    Story(
        "C80000805",
        "180 天窗口的第一天",
        [Calls(179, minutes=0, answer=10, time="00:00:00")],
        {"contact_count": "1", "service_health": "1"},
    ),
    Story(
        "C80000806",
        "窗口之前的一秒",
        [Calls(180, minutes=0, answer=10, time="23:59:59")],
        {"contact_count": "0", "service_health": ""},
    ),
    Story(
        "C80000807",
        "截止日之后的接触",
        [Calls(-1, minutes=0, answer=10, time="00:00:00")],
        {"contact_count": "0", "service_health": ""},
    ),
    Story(
        "C80000808",
        "投诉一半：两次接触，一次投诉，都立刻解决，都给 10 分",
        [Calls(20, "投诉", 0, 10), Calls(10, "咨询", 0, 10)],
        {"contact_count": "2", "complaint_rate": "0.5", "service_health": "0.5"},
    ),
    Story(
        "C80000809",
        "很久没有解决：时效为 0",
        [Calls(100, "咨询", None, 10)],
        {"contact_count": "1", "timeliness": "0", "service_health": "0"},
    ),
    Story(
        "C80000810",
        "电话、在线、门店各一次，都给 8 分",
        [
            Calls(30, "建议", 0, 8, way="电话"),
            Calls(20, "建议", 0, 8, way="在线"),
            Calls(10, "建议", 0, 8, way="门店"),
        ],
        {"contact_count": "3", "satisfaction": "0.8", "service_health": "0.8"},
    ),
]
