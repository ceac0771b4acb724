"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Versions of the master data, and which of them was valid when something was bought.
"""

from customer_value.areas.customer_profile.sample.stories.shopping import Buys, Version
from customer_value.areas.customer_profile.sample.stories.story import Story

_FIRST = Version(600, registered=600)
_MOVED = {"region_id": "R121"}

STORIES = [
    Story(
        "C80000401",
        "第二版与第一版相同：并为一版；第三版搬到南京",
        [_FIRST, Version(400, registered=600), Version(200, registered=600, cells=_MOVED)],
        {"versions": "2", "region_id": "R121"},
    ),
    Story(
        "C80000402",
        "搬家前一秒买的，算搬家前",
        [_FIRST, Version(200, registered=600, cells=_MOVED), Buys(200, time="08:59:59")],
        {"versions": "2", "region_of_transaction": "R111"},
    ),
    Story(
        "C80000403",
        "在新一版生效的那一秒买的，算新一版",
        [_FIRST, Version(200, registered=600, cells=_MOVED), Buys(200, time="09:00:00")],
        {"versions": "2", "region_of_transaction": "R121"},
    ),
    Story(
        "C80000404",
        "注册之前买的：没有有效的版本",
        [Version(100, registered=100), Buys(200)],
        {"versions": "1", "region_of_transaction": ""},
    ),
    Story(
        "C80000405",
        "没有注册时间：第一版从头有效",
        [Version(100, registered=None), Buys(200)],
        {"versions": "1", "region_of_transaction": "R111"},
    ),
    Story(
        "C80000406",
        "注册后很久才有第一版：第一版从注册起有效",
        [Version(100, registered=600), Buys(200)],
        {"versions": "1", "region_of_transaction": "R111"},
    ),
    Story(
        "C80000407",
        "同一更新时间两版：留下文本较大的一版",
        [
            Version(200, cells={"customer_type": "企业", "industry": "制造"}),
            Version(200, reason="duplicate_key"),
        ],
        {"versions": "1", "customer_type": "企业"},
    ),
    Story(
        "C80000408",
        "截止日之后的版本还没有生效",
        [_FIRST, Version(-1, time="00:00:00", registered=600, cells=_MOVED)],
        {"region_id": "R111"},
    ),
    Story(
        "C80000409",
        "截止日最后一秒的版本已经生效",
        [_FIRST, Version(0, time="23:59:59", registered=600, cells=_MOVED)],
        {"versions": "2", "region_id": "R121"},
    ),
    Story(
        "C80000410",
        "搬走又搬回来：三版，到达的顺序相反",
        [
            Version(100, registered=600),
            Version(300, registered=600, cells=_MOVED),
            Version(600, registered=600),
        ],
        {"versions": "3", "region_id": "R111"},
    ),
    Story(
        "C80000411",
        "注册于截止日之后：截止日时还不是客户",
        [Version(-1, registered=-1)],
        {"is_in_population": "false"},
    ),
    Story(
        "C80000412",
        "没有主数据，但买过东西：是客户，属性为空",
        [Buys(20)],
        {"is_in_population": "true", "is_known": "false"},
        is_known=False,
    ),
]
