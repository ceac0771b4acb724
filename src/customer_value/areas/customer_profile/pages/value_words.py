"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The values by which customers are grouped, in the order in which people read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

SEGMENTS = ("钻石", "黄金", "白银", "青铜", "普通")
STAGES = ("潜客", "新客", "成长", "成熟", "回流", "沉睡", "流失")
RATINGS = ("AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D")
# who is in no value of its own comes after who is
UNKNOWN = "未知"
LAST = ("未购买", "无", "其他", "不适用", UNKNOWN, "未授权")
# of somebody who has no value: a measure that nobody has another of was not measured
NO_VALUE = ("无", "未授权")
_DIGITS = "0123456789"


def in_order(
    values: Iterable[str], known: Sequence[str] = (), *, by_number: bool = False
) -> list[str]:
    """Each value once: the known ones in their order, then the others as they come, then LAST.

    by_number: the others are ranges like 50-199, and ordered by the number that they begin with.
    """
    found = list(dict.fromkeys(values))
    middle = [value for value in found if value not in known and value not in LAST]
    if by_number:
        middle.sort(key=_first_number)

    return [
        *(value for value in known if value in found),
        *middle,
        *(value for value in LAST if value in found and value not in known),
    ]


def _first_number(value: str) -> tuple[bool, int, str]:
    """What does not begin with a number comes after what does."""
    digits = value[: len(value) - len(value.lstrip(_DIGITS))]
    return (not digits, int(digits or 0), value)
