"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Times, as people and programs write them. The column as a whole tells the order of day, month and
year; instants become local times of the area.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, tzinfo

from customer_value.loader.cells.clocks import CLOCK, Clock, clock_of
from customer_value.loader.cells.counts import EPOCH, SERIAL, from_epoch, from_serial
from customer_value.loader.cells.reading import Reading, contradiction, first
from customer_value.loader.unusable import Unusable

_WANTED = "YYYY-MM-DD HH:MM:SS"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|年\s*(?P<month2>\d{1,2})月\s*(?P<day2>\d{1,2})日?"
    r"|(?P<month3>\d{2})(?P<day3>\d{2}))" + CLOCK,
    re.ASCII,
)
# groups of alternatives, of which one is found
_NAMES_OF_MONTH, _NAMES_OF_DAY = ("month", "month2", "month3"), ("day", "day2", "day3")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})[\s-]+(?P<month>[A-Za-z]{3,9})|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2}),?)"
    r"[\s,-]+(?P<year>\d{4})" + CLOCK,
    re.ASCII,
)
_THREE_PARTS = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<three>\d{4}|\d{2})" + CLOCK,
    re.ASCII,
)
# POSIX: 69–99 are of the last century
_CENTURY_ENDS = 69
_ORDERS = {"day first": "dmy", "month first": "mdy", "year first": "ymd"}


@dataclass(frozen=True)
class TimeForm:
    """How staging reads a time (`pattern`), the area's zone, and whether a number of five digits is
    a spreadsheet's, which counts days.
    """

    pattern: re.Pattern[str]
    zone: tzinfo
    has_serials: bool


@dataclass(frozen=True)
class _Parts:
    """Three numbers whose order the text alone does not tell, and the time."""

    numbers: tuple[int, int, int]
    has_short_year: bool
    clock: Clock

    def read(self, order: str, area: tzinfo) -> datetime | None:
        """The moment, where the numbers are a date in that order."""
        named = dict(zip(order, self.numbers, strict=True))
        year = named["y"]
        if self.has_short_year:
            if year > 99:
                return None
            year += 1900 if year >= _CENTURY_ENDS else 2000
        elif order == "ymd":
            return None
        day = _moment(year, named["m"], named["d"])

        return None if day is None else self.clock.of(day, area)


def read_times(column: str, texts: Iterable[str], form: TimeForm) -> Reading:
    """Every text that means a time, as `YYYY-MM-DD HH:MM:SS[.ffffff]` of the area's clocks; a text
    in no known form stays as it is.

    Raises Unusable where the column does not tell the order of day and month.
    """
    texts = list(texts)
    clear = {text: moment for text in texts if (moment := _clear(text.strip(), form)) is not None}
    unclear = {
        text: parts
        for text in texts
        if text not in clear and (parts := _unclear(text.strip(), form.zone)) is not None
    }
    order, notes = _order(column, unclear, form.zone)
    moments = dict(clear)
    for text, parts in unclear.items():
        moment = parts.read(order, form.zone)
        assert moment is not None
        moments[text] = moment
    if moments and all(m.time() == time.min and ":" not in text for text, m in moments.items()):
        notes.append(f"{column} holds days without a time; they count from midnight")
    rewritten: dict[str, str | None] = {
        text: str(moment) for text, moment in moments.items() if not _is_plain(text, form)
    }
    return Reading(rewritten, [*notes, *_notes(column, clear, unclear, rewritten, form)])


def _is_plain(text: str, form: TimeForm) -> bool:
    """Whether staging reads the text as it is; one with a zone would move with the session."""
    return bool(form.pattern.fullmatch(text.strip())) and not _zone_of(text)


def _zone_of(text: str) -> str | None:
    match = _YEAR_FIRST.fullmatch(text.strip())

    return match["zone"] if match else None


def _clear(text: str, form: TimeForm) -> datetime | None:
    """A time that can be read in one way only."""
    text = unicodedata.normalize("NFKC", text)
    if form.has_serials and SERIAL.fullmatch(text):
        return from_serial(text)
    digits = _DIGITS.fullmatch(text)
    if digits:
        moment = _moment(*(int(part or 0) for part in digits.groups()))
        if moment:
            return moment
    if EPOCH.fullmatch(text):
        return from_epoch(text, form.zone)
    match = _YEAR_FIRST.fullmatch(text) or _NAMED.fullmatch(text)
    clock_of_text = match and clock_of(match)
    if not match or not clock_of_text:
        return None
    parts = match.groupdict()
    named_month = next(part for name in _NAMES_OF_MONTH if (part := parts.get(name)))
    number = next(part for name in _NAMES_OF_DAY if (part := parts.get(name)))
    date = _moment(int(parts["year"]), _month_number(named_month), int(number))

    return None if date is None else clock_of_text.of(date, form.zone)


def _unclear(text: str, zone: tzinfo) -> _Parts | None:
    """Three numbers that are a date in at least one order."""
    match = _THREE_PARTS.fullmatch(unicodedata.normalize("NFKC", text))
    clock = match and clock_of(match)
    if not match or not clock:
        return None
    numbers = int(match["one"]), int(match["two"]), int(match["three"])
    parts = _Parts(numbers, len(match["three"]) == 2, clock)

    return parts if any(parts.read(order, zone) for order in _ORDERS.values()) else None


def _order(column: str, unclear: Mapping[str, _Parts], zone: tzinfo) -> tuple[str, list[str]]:
    """The only order in which all texts are dates, and a note on what shows it."""
    if not unclear:
        return "dmy", []
    possible = {
        name: order
        for name, order in _ORDERS.items()
        if all(parts.read(order, zone) for parts in unclear.values())
    }
    if not possible:
        one, other = _opposites(unclear, zone)
        raise contradiction(column, one, other, f"write the column as {_WANTED}.")
    readings = {
        tuple(parts.read(order, zone) for parts in unclear.values()) for order in possible.values()
    }
    if len(readings) > 1:
        undecided = first(
            text
            for text, parts in unclear.items()
            if len({parts.read(order, zone) for order in possible.values()}) > 1
        )
        raise Unusable(
            f"{column} does not tell whether '{undecided}' is written {' or '.join(possible)} (no"
            f" value can be read in one way only); write the column as {_WANTED}."
        )
    (name, order), *_ = possible.items()
    shown = first(
        text
        for text, parts in unclear.items()
        if sum(parts.read(other, zone) is not None for other in _ORDERS.values()) == 1
    )
    return order, [f"{column} is read {name}, as '{shown}' shows"] if shown else []


def _opposites(unclear: Mapping[str, _Parts], zone: tzinfo) -> tuple[str, str]:
    """Two texts that no order reads both."""
    only: dict[str, str] = {}
    for text in sorted(unclear):
        read = [name for name, order in _ORDERS.items() if unclear[text].read(order, zone)]
        only.setdefault(" or ".join(read), text)
    (name, text), (other_name, other), *_ = sorted(only.items(), key=lambda entry: len(entry[0]))

    return f"'{text}', {name},", f"'{other}', {other_name}"


def _moment(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None


def _month_number(text: str) -> int:
    """0, which no date has, where the text names no month."""
    if text.isdigit():
        return int(text)
    known = [number for number, name in enumerate(_MONTHS, 1) if text[:3].lower() == name]

    return known[0] if known else 0


def _notes(
    column: str,
    clear: Mapping[str, datetime],
    unclear: Mapping[str, _Parts],
    rewritten: Mapping[str, str | None],
    form: TimeForm,
) -> list[str]:
    notes = []
    if clear and unclear:
        notes.append(
            f"{column} is written in two ways, as '{first(clear)}' and as '{first(unclear)}'; a"
            " spreadsheet that took only some texts for times has swapped their day and month"
        )
    moved = first(text for text in clear if _zone_of(text) or EPOCH.fullmatch(text.strip()))
    if moved:
        notes.append(
            f"{column} holds instants; '{moved}' is written as the local time {rewritten[moved]}"
            f" ({form.zone})"
        )
    elif rewritten and not unclear:
        text = min(rewritten)
        notes.append(
            f"{column}: '{text}' is read as {rewritten[text]} ({len(rewritten)} such values)"
        )
    return notes
