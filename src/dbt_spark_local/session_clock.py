"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Sets this process's clock to the time zone of the Spark session. PySpark turns every instant into
the wall-clock time of the process and back (collect, toPandas, createDataFrame, literals, over
Spark Connect too), so on a machine with another zone a time of 03:30 would be read as another.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Mapping
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

TIME_ZONE = "spark.sql.session.timeZone"
# the C library's own setting, which everything that this process starts inherits: Spark's JVM and
# its Python workers
PROCESS_ZONE = "TZ"

_WHOLE_HOURS = re.compile(r"(?:UTC|GMT|UT)?([+-])0?(\d{1,2})(?::?00)?")
_PROBED_YEARS = range(1971, 2038, 3)
_setting = threading.Lock()


class TimeZoneError(Exception):
    """The session's time zone cannot be that of this process; the message is one sentence."""


def keep_time_of_session(settings: Mapping[str, object]) -> None:
    """Let local time in this process be that of the time zone that the Spark settings name.

    Call it before Spark starts, so that all that Spark starts keeps the same time. Where the
    settings name no zone, Spark takes the machine's, and nothing is to be done. Raises
    TimeZoneError for a zone that is none, and for one that the machine has no data of.
    """
    wanted = str(settings.get(TIME_ZONE, "")).strip()
    if not wanted:
        return
    name = _region(wanted)
    try:
        zone = ZoneInfo(name)
    # not found, or no name of a file at all
    except (KeyError, ValueError, OSError):
        raise TimeZoneError(
            f"{TIME_ZONE} is '{wanted}', which is the name of no region that is known here:"
            " give one such as Asia/Shanghai or Etc/UTC."
        ) from None
    with _setting:
        os.environ[PROCESS_ZONE] = name
        time.tzset()
    # the C library takes UTC, without a word, for a zone that it has no file of
    if any(_offset(moment) != moment.astimezone(zone).utcoffset() for moment in _probes()):
        raise TimeZoneError(
            f"{TIME_ZONE} is '{wanted}', but this machine has no data of that zone: install its"
            " system package tzdata."
        )


def _region(name: str) -> str:
    """Spark also takes an offset of whole hours; the names of its regions turn the sign round."""
    if name == "Z":
        return "Etc/UTC"
    offset = _WHOLE_HOURS.fullmatch(name)
    if offset is None:
        return name
    sign, hours = offset.groups()

    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"


def _probes() -> list[datetime]:
    """Moments of summer and winter."""
    return [
        datetime(year, month, 1, tzinfo=timezone.utc) for year in _PROBED_YEARS for month in (1, 7)
    ]


def _offset(moment: datetime) -> object:
    """From UTC, in the zone of this process."""
    return moment.astimezone().utcoffset()
