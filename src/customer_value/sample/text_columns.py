"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes arrays of numbers as the text that ODS holds.
"""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.sample.draws import Bools, Ints

DAY = 86_400


def seconds_of(day: date) -> int:
    """Seconds from 1970-01-01 to the midnight that starts a local calendar day."""
    return (day - date(1970, 1, 1)).days * DAY


def times(seconds: Ints, empty: Bools | None = None) -> pa.Array:
    """Local seconds since 1970-01-01 as `YYYY-MM-DD HH:MM:SS`; null where `empty`."""
    return emptied(pa.array(seconds.astype("datetime64[s]")).cast(pa.string()), empty)


def amounts(cents: Ints, empty: Bools | None = None) -> pa.Array:
    """Cents (never negative) as `12.34`; null where `empty`."""
    whole = pa.array(cents // 100).cast(pa.string())
    rest = pc.utf8_lpad(pa.array(cents % 100).cast(pa.string()), width=2, padding="0")
    return emptied(pc.binary_join_element_wise(whole, rest, "."), empty)


def whole_numbers(values: Ints, empty: Bools | None = None) -> pa.Array:
    """Integers as text; null where `empty`."""
    return emptied(pa.array(values).cast(pa.string()), empty)


def identifiers(prefix: str, numbers: Ints, width: int, empty: Bools | None = None) -> pa.Array:
    """`prefix` and the number + 1 with leading zeros, so that text order is number order; null
    where `empty`.
    """
    digits = pc.utf8_lpad(pa.array(numbers + 1).cast(pa.string()), width=width, padding="0")
    return emptied(pc.binary_join_element_wise(prefix, digits, ""), empty)


def chosen(words: list[str], positions: Ints) -> pa.Array:
    """The word at each position."""
    return pa.array(words, type=pa.string()).take(pa.array(positions))


def named(words: list[str], numbers: Ints) -> pa.Array:
    """The words in turn; from the second round on with the number of the round."""
    rounds = numbers // len(words)
    labels = [
        words[number % len(words)] + (f" {turn + 1}" if turn else "")
        for number, turn in zip(numbers.tolist(), rounds.tolist(), strict=True)
    ]
    return pa.array(labels, type=pa.string())


def string_table(columns: dict[str, pa.Array]) -> pa.Table:
    """A table whose columns are all text."""
    return pa.table({name: pc.cast(values, pa.string()) for name, values in columns.items()})


def emptied(values: pa.Array, empty: Bools | None) -> pa.Array:
    """The values; null where `empty`."""
    if empty is None:
        return values
    return pc.if_else(pa.array(np.asarray(empty)), pa.scalar(None, pa.string()), values)
