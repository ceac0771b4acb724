"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a person who waits for a loader sees.
"""

import sys


def say_reading(what: object) -> None:
    """Say on the screen what is being read: a folder, a file, a table."""
    print(f"reading {what} …", file=sys.stderr, flush=True)
