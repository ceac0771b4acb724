"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the values of a typed file as texts; texts stay as they are.
"""

from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from customer_value.loader.plain_numbers import DIGITS_OF_FLOATS, plain, without_noise


def cell_text(value: Any, is_id: bool = False) -> str | None:
    """One value as text: numbers without exponent, trailing zeros or the noise of floats; times
    as `YYYY-MM-DD[ HH:MM:SS[.ffffff]]`; nothing, an empty text and NaN are None.

    An identifier whose last digits a float has lost keeps its exponent, by which it is known.
    """
    if isinstance(value, str):
        return value or None
    if value is None or value != value:
        return None
    if isinstance(value, float):
        if is_id and abs(value) >= 10**DIGITS_OF_FLOATS:
            return f"{value:.{DIGITS_OF_FLOATS - 1}E}"
        return plain(Decimal(value) if value.is_integer() else without_noise(Decimal(value)))
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def column_texts(values: pa.ChunkedArray, zone: tzinfo, is_id: bool = False) -> pa.ChunkedArray:
    """A column of any plain type as text, an empty text as null, an instant as the local time of
    the zone.

    Raises pyarrow.ArrowInvalid where bytes are not UTF-8.
    """
    kind = values.type
    if pa.types.is_dictionary(kind):
        values, kind = values.cast(kind.value_type), kind.value_type
    if pa.types.is_timestamp(kind) and kind.tz:
        values = _local_times(values, zone)
    if not _holds_text(kind):
        # most columns hold the same values again and again
        distinct = values.combine_chunks().dictionary_encode()
        texts = [cell_text(value, is_id) for value in _python_values(distinct.dictionary)]
        return pa.chunked_array([pa.array(texts, pa.string()).take(distinct.indices)])
    values = values.cast(pa.string())
    return pc.if_else(pc.equal(values, ""), None, values)


def _python_values(values: pa.Array) -> list[Any]:
    if pa.types.is_timestamp(values.type) and values.type.unit == "ns":
        # Python's times have microseconds
        values = values.cast(pa.timestamp("us"), safe=False)
    if not pa.types.is_float32(values.type):
        return list(values.to_pylist())
    # Arrow's text of a 4-byte fraction is what was meant; as a Python float it carries noise.
    texts = values.cast(pa.string()).to_pylist()
    return [None if text in (None, "nan") else Decimal(text) for text in texts]


def _local_times(instants: pa.ChunkedArray, zone: tzinfo) -> pa.ChunkedArray:
    # pandas brings its own time zones; Arrow needs those of the operating system.
    local = instants.to_pandas().dt.tz_convert(str(zone)).dt.tz_localize(None)
    return pa.chunked_array([pa.array(local, from_pandas=True)])


def _holds_text(kind: pa.DataType) -> bool:
    return any(
        holds(kind)
        for holds in (
            pa.types.is_string,
            pa.types.is_large_string,
            pa.types.is_binary,
            pa.types.is_large_binary,
        )
    )
