"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Consents that were given, revoked or never asked for, relations with and without the other's
consent, and customers who asked to be forgotten.
"""

from customer_value.areas.customer_profile.sample.stories.shopping import Buys, Version
from customer_value.areas.customer_profile.sample.stories.story import Story
from customer_value.areas.customer_profile.sample.stories.talking import (
    Calls,
    Does,
    Knows,
)

_NO_PROFILE = {"profiling_consent": "false"}
_NO_MARKETING = {"marketing_consent": "false"}

STORIES = [
    Story(
        "C80000501",
        "截止日前一天撤回画像授权：没有任何指数",
        [Version(600), Version(1, cells=_NO_PROFILE), Buys(20)],
        {"is_profiled": "false"},
    ),
    Story(
        "C80000502",
        "截止日最后一秒撤回画像授权：没有任何指数",
        [Version(600), Version(0, "23:59:59", cells=_NO_PROFILE), Buys(20)],
        {"is_profiled": "false"},
    ),
    Story(
        "C80000503",
        "截止日之后才撤回画像授权：仍有指数",
        [Version(600), Version(-1, "00:00:00", cells=_NO_PROFILE), Buys(20)],
        {"is_profiled": "true"},
    ),
    Story(
        "C80000504",
        "从未问过画像授权：空就是没有",
        [Version(600, cells={"profiling_consent": None}), Buys(20)],
        {"is_profiled": "false"},
    ),
    Story(
        "C80000505",
        "先撤回后又授权",
        [Version(600, cells=_NO_PROFILE), Version(90), Buys(20)],
        {"is_profiled": "true"},
    ),
    Story(
        "C80000506",
        "没有营销授权：升级过两次，也不进预警名单",
        [Version(600, cells=_NO_MARKETING), Calls(10, "投诉", escalated=2)],
        {"is_profiled": "true", "warnings": ""},
    ),
    Story(
        "C80000507",
        "截止日撤回营销授权：同样不进预警名单",
        [Version(600), Version(0, cells=_NO_MARKETING), Calls(10, "投诉", escalated=2)],
        {"is_profiled": "true", "warnings": ""},
    ),
    # who is erased stands in the list that areas share
    Story(
        "C80000508",
        "截止日前要求删除：金额留下，编号不留",
        [Buys(20), Does(20), Calls(15)],
        {"is_erased": "true"},
    ),
    Story(
        "C80000509",
        "没有主数据的客户要求删除",
        [Buys(20)],
        {"is_erased": "true"},
        is_known=False,
    ),
    Story(
        "C80000510",
        "什么都没做过的客户要求删除",
        expected={"is_erased": "true"},
    ),
    Story("C80000511", "好友，双方同意", [Knows("C80000512")], {"consented_relations": "1"}),
    Story(
        "C80000512",
        "好友，对方没有同意，或没有回答",
        [Knows("C80000511", consent="false"), Knows("C80000513", consent=None)],
        {"consented_relations": "0"},
    ),
    Story(
        "C80000513",
        "同意的好友后来要求删除",
        [Knows("C80000508", "同住")],
        {"consented_relations": "0"},
    ),
    Story(
        "C80000514",
        "同两位客户之间有两种关系",
        [Knows("C80000511"), Knows("C80000511", "推荐")],
        {"consented_relations": "2"},
    ),
]
