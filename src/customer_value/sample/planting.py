"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Puts planted rows into a text table and counts them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.sample.draws import Bools, Ints
from customer_value.sample.plan import Part

ROWS_PER_PLANTED = 1_000


@dataclass(frozen=True)
class Kind:
    """One kind of planted row: the cells that it overwrites, and whether the row is rejected.

    `reason` is None where the row is kept; `warning` names the warn test that then counts it. A
    `duplicate_key` is first made a copy of a sound row.
    """

    cells: Mapping[str, str | None]
    reason: str | None = None
    warning: str | None = None


@dataclass(frozen=True)
class Planting:
    """Which kinds go to which rows; for duplicates also which row each one copies."""

    kinds: list[Kind]
    positions: Ints
    sources: Ints

    def at(self, reason: str | None) -> Ints:
        """Positions of the rows with this reason."""
        return self.positions[[kind.reason == reason for kind in self.kinds]]

    def refused(self, rows: int) -> Bools:
        """For each of `rows` rows, whether it is planted to be rejected."""
        mask = np.zeros(rows, dtype=np.bool_)
        mask[self.positions[[kind.reason is not None for kind in self.kinds]]] = True
        return mask

    def reasons(self) -> Counter[str]:
        """Planted rejects by reason."""
        return Counter(kind.reason for kind in self.kinds if kind.reason is not None)

    def warnings(self) -> Counter[str]:
        """Planted rows that are kept with a warning, by kind of warning."""
        return Counter(kind.warning for kind in self.kinds if kind.warning is not None)


def spread(kinds: Sequence[Kind], candidates: Ints, first_part: bool) -> Planting:
    """Spread the kinds evenly over the candidate rows: each at least once in the first part, then
    one row in a thousand.

    Every planted row is followed by an untouched candidate, which a duplicate copies. Raises
    ValueError where the candidates are too few.
    """
    count = len(candidates) // ROWS_PER_PLANTED
    if first_part:
        count = max(count, len(kinds))
    if count == 0:
        nothing = np.zeros(0, dtype=np.int64)
        return Planting([], nothing, nothing)
    step = len(candidates) // count
    if step < 2:
        raise ValueError(
            f"{len(candidates)} rows cannot hold {count} planted ones and as many sound ones:"
            " ask for more --sends."
        )
    places = np.arange(count) * step
    return Planting(
        [kinds[number % len(kinds)] for number in range(count)],
        candidates[places],
        candidates[places + 1],
    )


def appended(kinds: Sequence[Kind], table: pa.Table) -> tuple[pa.Table, Planting]:
    """Add one row per kind at the end of a table, each a copy of a sound row in turn."""
    sources = np.arange(len(kinds)) * 5 % table.num_rows
    everything = np.concatenate([np.arange(table.num_rows), sources])
    positions = table.num_rows + np.arange(len(kinds))
    return table.take(pa.array(everything)), Planting(list(kinds), positions, sources)


def planted(table: pa.Table, planting: Planting) -> pa.Table:
    """The table with the planted cells in it."""
    origin = np.arange(table.num_rows)
    copies = np.array([kind.reason == "duplicate_key" for kind in planting.kinds], dtype=np.bool_)
    origin[planting.positions[copies]] = planting.sources[copies]
    columns = table.take(pa.array(origin)) if copies.any() else table
    for name in table.column_names:
        here = [
            (position, kind.cells[name])
            for position, kind in zip(planting.positions.tolist(), planting.kinds, strict=True)
            if name in kind.cells
        ]
        if here:
            columns = _overwritten(columns, name, dict(here))
    return columns


def dimension_part(described: Mapping[str, tuple[pa.Table, Sequence[Kind]]]) -> Part:
    """Tables of dimensions with one planted row per kind at their ends, and what was planted."""
    tables = {}
    rejected: Counter[tuple[str, str]] = Counter()
    for name, (table, kinds) in described.items():
        longer, planting = appended(kinds, table)
        tables[name] = planted(longer, planting)
        rejected.update({(name, reason): n for reason, n in planting.reasons().items()})
    return Part(tables, rejected)


def _overwritten(table: pa.Table, name: str, cells: dict[int, str | None]) -> pa.Table:
    mask = np.zeros(table.num_rows, dtype=np.bool_)
    mask[list(cells)] = True
    values = pa.array([cells[position] for position in sorted(cells)], type=pa.string())
    whole = table.column(name).combine_chunks()
    replaced = pc.replace_with_mask(whole, pa.array(mask), values)
    return table.set_column(table.column_names.index(name), name, replaced)
