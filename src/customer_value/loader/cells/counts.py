"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Times that are written as a count: a spreadsheet's days, or the seconds of Unix.
"""

import re
from datetime import datetime, timedelta, tzinfo

# of ten digits, or thirteen where milliseconds are counted
EPOCH = re.compile(r"\d{10}(?:\.0+)?|\d{13}(?:\.0+)?", re.ASCII)
SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
# Excel counts days from here; the day that it adds to 1900 lies before every serial of five digits
_FIRST_SERIAL = datetime(1899, 12, 30)


def from_serial(text: str) -> datetime:
    """A spreadsheet's time, to the second: a day's fraction in binary is not exact."""
    return _FIRST_SERIAL + timedelta(seconds=round(float(text) * 24 * 60 * 60))


def from_epoch(text: str, zone: tzinfo) -> datetime:
    """The local time of a zone at a number of seconds or milliseconds since 1970."""
    digits = text.split(".")[0]
    moment = datetime.fromtimestamp(int(digits[:10]), zone)

    return (moment + timedelta(milliseconds=int(digits[10:] or 0))).replace(tzinfo=None)
