"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The time of a day beside a date, as people and programs write it.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo

# the groups that `clock_of` reads; all of it may be missing
CLOCK = (
    r"(?:[T\s]*(?P<noon>上午|下午)?\s*(?P<hour>\d{1,2})[:时](?P<minute>\d{1,2})分?"
    r"(?::?(?P<second>\d{1,2})秒?(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?"
)


@dataclass(frozen=True)
class Clock:
    """The time of a day, and how far it is from UTC where the text says it."""

    past_midnight: timedelta
    zone: tzinfo | None

    def of(self, day: datetime, area: tzinfo) -> datetime:
        moment = day + self.past_midnight
        if self.zone is None:
            return moment

        return moment.replace(tzinfo=self.zone).astimezone(area).replace(tzinfo=None)


def clock_of(match: re.Match[str]) -> Clock | None:
    """The time beside a date; midnight where there is none, none where there is no such time."""
    part = match.groupdict()
    if part["hour"] is None:
        return Clock(timedelta(), None)
    hour, minute = int(part["hour"]), int(part["minute"])
    second = int(part["second"] or 0)
    afternoon = part["noon"] == "下午" or (part["half"] or "").lower().startswith("p")
    if part["noon"] or part["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if afternoon else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    micros = int((part["fraction"] or "0")[:6].ljust(6, "0"))
    past = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micros)

    return Clock(past, _zone(part["zone"]))


def _zone(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return timezone.utc
    digits = text[1:].replace(":", "").ljust(4, "0")
    distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if distance >= timedelta(hours=24):
        return None

    return timezone(-distance if text[0] == "-" else distance)
