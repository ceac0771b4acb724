"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ids that are numbers for the document, and ids that are none: a canonical decimal below 2⁶³ stays,
all others get a negative number.
"""

from customer_value.areas.customer_profile.sample.stories.shopping import Buys, Line
from customer_value.areas.customer_profile.sample.stories.story import Story
from customer_value.areas.customer_profile.sample.stories.talking import Calls

_NEGATIVE = "negative"

_IDS = {
    "C80000701": ("2⁶³ − 1：最大的数", "9223372036854775807", "9223372036854775806"),
    "C80000702": ("2⁶³：放不下", "9223372036854775808", "9223372036854775809"),
    "C80000703": ("很长的数", "10000000000000000000000000001", "10000000000000000000000000002"),
    "C80000704": ("前面有零", "00800007041", "00800007042"),
    "C80000705": ("文字", "L-2024/06 甲", "S-2024/06 甲"),
    "C80000706": ("负数", "-800007061", "-800007062"),
    "C80000707": ("前面有加号", "+800007071", "+800007072"),
    "C80000708": ("十六进制的样子", "0x1F", "0x2F"),
}


def _expected(text: str) -> str:
    canonical = text.isdecimal() and text == str(int(text)) and int(text) < 2**63
    return text if canonical else _NEGATIVE


STORIES = [
    Story(
        customer_id,
        tells,
        [Buys(20, [Line(line_id=line_id)]), Calls(10, service_id=service_id)],
        {"transaction_id": _expected(line_id), "service_id": _expected(service_id)},
    )
    for customer_id, (tells, line_id, service_id) in _IDS.items()
]
