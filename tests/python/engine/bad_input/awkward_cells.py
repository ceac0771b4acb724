"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

All cells, in one list.
"""

from __future__ import annotations

from awkward_numbers import AMOUNTS, COUNTS, LINE_NUMBERS
from awkward_texts import IDS, INJECTED, KEYS, NAMES
from awkward_times import CALENDAR, FORMS, OTHER_TIMES, ZONES

CELLS = (
    *(*AMOUNTS, *COUNTS, *LINE_NUMBERS, *FORMS, *CALENDAR, *ZONES, *OTHER_TIMES),
    *(*IDS, *KEYS, *NAMES, *INJECTED),
)
