"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Brings the texts of InvoiceDate to `YYYY-MM-DD HH:MM:SS`; the column as a whole tells whether the
day or the month comes first.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import pyarrow as pa

from customer_value.loader.inspect_file import Unusable

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?", re.ASCII
)
_ISO_WITHOUT_SECONDS = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", re.ASCII)
_PARTS = re.compile(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})[ T](\d\d?):(\d\d)(?::(\d\d))?", re.ASCII)
_MONTHS = 12
_WANTED = "YYYY-MM-DD HH:MM:SS"

# what a text is cut into: first and second part, year, hour, minute, second
Parts = tuple[int, int, int, int, int, int]


def dates_as_ods(texts: pa.ChunkedArray) -> tuple[pa.ChunkedArray, list[str]]:
    """The column with every text that can be read in the ODS form, and notes on how it was read; a
    single text in no known form stays as it is.

    Raises Unusable where the column does not tell the order of day and month, or where no text has
    a known form.
    """
    distinct = [text for text in texts.unique().to_pylist() if text is not None]
    split = {text: parts for text in distinct if (parts := _parts(text)) is not None}
    iso = [text for text in distinct if _ISO.fullmatch(text.strip())]
    if distinct and not split and not iso:
        raise Unusable(
            f"InvoiceDate '{distinct[0]}' is in no known form, and no other value of the column is;"
            f" write the column as {_WANTED}."
        )
    day_first, notes = _order(split)
    rewritten = {text: f"{text}:00" for text in iso if _ISO_WITHOUT_SECONDS.fullmatch(text)}
    for text, parts in split.items():
        rewritten[text] = str(_moment(parts, day_first))
    notes += _warnings(distinct, iso, list(split))
    if not rewritten:
        return texts, notes
    values = [rewritten.get(text, text) for text in texts.to_pylist()]
    return pa.chunked_array([pa.array(values, pa.string())]), notes


def _parts(text: str) -> Parts | None:
    """The numbers of a time that exists in at least one order of day and month."""
    match = _PARTS.fullmatch(text.strip())
    if match is None:
        return None
    first, _, second, year, hour, minute, seconds = match.groups(default="0")
    parts = int(first), int(second), int(year), int(hour), int(minute), int(seconds)
    return parts if _moment(parts, True) or _moment(parts, False) else None


def _moment(parts: Parts, day_first: bool) -> datetime | None:
    first, second, year, hour, minute, seconds = parts
    day, month = (first, second) if day_first else (second, first)
    try:
        return datetime(year, month, day, hour, minute, seconds)
    except ValueError:
        return None


def _order(split: Mapping[str, Parts]) -> tuple[bool, list[str]]:
    """Whether the day comes first, and a note that says why."""
    day_first = _first(text for text, parts in split.items() if parts[0] > _MONTHS)
    month_first = _first(text for text, parts in split.items() if parts[1] > _MONTHS)
    if day_first and month_first:
        raise Unusable(
            f"InvoiceDate has the day first in '{day_first}' and the month first in"
            f" '{month_first}'; write the column as {_WANTED}."
        )
    if day_first or month_first:
        order = "day" if day_first else "month"
        evidence = day_first or month_first
        return order == "day", [f"InvoiceDate is read {order} first, as '{evidence}' shows"]
    undecided = _first(text for text, parts in split.items() if parts[0] != parts[1])
    if undecided:
        raise Unusable(
            f"InvoiceDate does not tell whether '{undecided}' has the day or the month first (no"
            f" value has a part above {_MONTHS}); write the column as {_WANTED}."
        )
    return True, []


def _warnings(distinct: Sequence[str], iso: Sequence[str], read: Sequence[str]) -> list[str]:
    warnings = []
    if iso and read:
        warnings.append(
            f"InvoiceDate is written in two ways, as '{iso[0]}' and as '{read[0]}'; a"
            " spreadsheet that took only some texts for times has swapped their day and month"
        )
    known = {*iso, *read}
    unknown = [text for text in distinct if text not in known]
    if unknown:
        warnings.append(
            f"InvoiceDate '{unknown[0]}' cannot be read and stays as it is"
            f" ({len(unknown)} such values)"
        )
    return warnings


def _first(texts: Iterable[str]) -> str | None:
    return next(iter(texts), None)
