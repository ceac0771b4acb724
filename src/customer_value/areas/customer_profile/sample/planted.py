"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Adds planted rows to the drawn ones of a fact or another table that grows with the customers. They
have keys of their own, so that the sound rows stay as they are and what a customer did stays true.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.sample.draws import Bools, Draws, Ints
from customer_value.sample.planting import ROWS_PER_PLANTED, Kind, Planting, planted

_FIRST_SOURCES = 3
"""Few, so that the first part has them however small it is."""


@dataclass(frozen=True)
class Keyed:
    """A text table, the column with its key, the letters before the keys of planted rows, and the
    number of each row.
    """

    table: pa.Table
    key: str
    prefix: str
    rows: Ints


def with_planted(
    draws: Draws, name: str, keyed: Keyed, kinds: Sequence[Kind], first_part: bool
) -> tuple[pa.Table, Bools, Counter[str]]:
    """The table with planted rows, which of its rows are refused, and how many for which reason.

    The first part begins with a row of each kind, made of one of its first; then one sound row in a
    thousand, by its number, is followed by a planted one. So the rows do not depend on the number
    of parts.
    """
    count = keyed.table.num_rows
    hit = np.flatnonzero(draws.uniform(f"planted {name}", keyed.rows) * ROWS_PER_PLANTED < 1)
    which = draws.below(f"kind of {name}", keyed.rows[hit], len(kinds))
    every = np.arange(len(kinds)) if first_part and count else np.zeros(0, dtype=np.int64)
    sources = np.concatenate([every % max(min(count, _FIRST_SOURCES), 1), hit])
    chosen_kinds = [kinds[number] for number in np.concatenate([every, which]).tolist()]
    # 0 … of the kinds, then the numbers of the rows: no two alike
    labels = np.concatenate([every, len(kinds) + keyed.rows[hit]])
    fresh = [
        kind
        if kind.reason == "duplicate_key"
        else Kind({keyed.key: f"{keyed.prefix}{label}", **kind.cells}, kind.reason)
        for kind, label in zip(chosen_kinds, labels.tolist(), strict=True)
    ]
    longer = keyed.table.take(pa.array(np.concatenate([np.arange(count), sources])))
    planting = Planting(fresh, count + np.arange(len(fresh)), sources)
    # after its source; those of every kind lead
    place = np.concatenate([2 * np.arange(count), np.full(len(every), -1), 2 * hit + 1])
    order = np.argsort(place, kind="stable")
    refused = planting.refused(longer.num_rows)[order]
    return planted(longer, planting).take(pa.array(order)), refused, planting.reasons()
