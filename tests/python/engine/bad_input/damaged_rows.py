"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Many raw rows, one in twenty of them damaged, and a list of what must become of each.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from damage_kinds import DAMAGES
from raw_tables import RAW_TABLES, SEND, USE
from torture import LONG

# half a million by `make torture`
ROWS = {SEND: 300_000, USE: 200_000} if LONG else {SEND: 60_000, USE: 40_000}
# the damaged row lies in the first half of its block, its sound partner ten rows further on
BLOCK, HALF = 20, 10
MARKS = {SEND: "sku_id", USE: "order_id"}
KEYS = {SEND: "send_id", USE: "use_id"}
# of the row at `place`; a use belongs to a send that is not damaged
VALUES = {
    SEND: {
        "send_id": "format('D{:06d}', place)",
        "consumer_id": "format('C{:05d}', place % 40000)",
        "promo_amount": "format('{:d}.{:02d}', place % 90 + 1, place % 100)",
        "valid_hours": "cast(place % 24 + 1 as varchar)",
        "send_time": "strftime(timestamp '2024-06-10' + to_seconds(place), '%Y-%m-%d %H:%M:%S')",
        "customer_service_id": "'n0'",
    },
    USE: {
        "use_id": "format('U{:06d}', place)",
        "send_id": f"format('D{{:06d}}', place // {HALF} % {ROWS[SEND] // BLOCK} * {BLOCK}"
        f" + {HALF} + place % {HALF})",
        "pay_time": "strftime(timestamp '2024-06-11' + to_seconds(place), '%Y-%m-%d %H:%M:%S')",
        "pay_amount": "format('{:d}.{:02d}', place % 500 + 1, place % 100)",
        "quantity": "cast(place % 3 + 1 as varchar)",
    },
}


def write_damaged(folder: Path, table: str, seed: int) -> int:
    """Write `<table>.parquet` and `<table>_expected.parquet` into `folder`; how many are damaged.

    The second file has one row per raw row: mark, kind (null = sound), reason and column (null =
    accepted).
    """
    with duckdb.connect() as connection:
        plan = damage_plan(table, seed)
        connection.register("plan", plan)
        connection.register("kinds", kinds_of(table))
        connection.sql(f"copy ({_raw_rows(table)}) to '{folder / table}.parquet'")
        connection.sql(f"copy ({_expected(table)}) to '{folder / table}_expected.parquet'")
        return len(plan)


def damage_plan(table: str, seed: int) -> pd.DataFrame:
    """Which rows are damaged, each with its kind and its sound partner."""
    random = np.random.default_rng(seed)
    blocks = np.arange(ROWS[table] // BLOCK)
    places = blocks * BLOCK + random.integers(0, HALF, len(blocks))
    kinds = random.permutation(blocks % len(DAMAGES[table]))
    return pd.DataFrame({"place": places, "kind": kinds, "partner": places + HALF})


def kinds_of(table: str) -> pd.DataFrame:
    """The kinds of damage as rows: which columns each sets, and to what."""
    records = []
    for kind, damage in enumerate(DAMAGES[table]):
        set_columns = {
            f"sets_{column}": column in damage.cells for column in RAW_TABLES[table].sound
        }
        texts = {column: damage.cells.get(column) for column in RAW_TABLES[table].sound}
        records.append(
            {
                **{"kind": kind, "reason": damage.reason, "column_name": damage.column},
                **{"copies": damage.copies, "wins": damage.wins, **set_columns, **texts},
            }
        )
    return pd.DataFrame(records).astype({column: "string" for column in RAW_TABLES[table].sound})


def _planned(table: str) -> str:
    return (
        f"select range as row_place, coalesce(plan.partner, 0) as partner, kinds.*"
        f" from range({ROWS[table]}) left join plan on range = plan.place"
        " left join kinds on plan.kind = kinds.kind"
    )


def _raw_rows(table: str) -> str:
    """Every row: what its damage sets, else its own values, or its partner's where it copies."""
    columns = []
    for column, constant in RAW_TABLES[table].sound.items():
        value = VALUES[table].get(column, f"'{constant}'" if constant else "null")
        if column == MARKS[table]:
            value = value_of_mark("row_place")
        columns.append(f"case when sets_{column} then {column} else {value} end as {column}")
    return (
        f"select {', '.join(columns)} from"
        f" (select *, case when copies then partner else row_place end as place"
        f" from ({_planned(table)}))"
    )


def value_of_mark(place: str) -> str:
    """The mark of a row: its place, in digits enough to sort as a text."""
    return f"format('M{{:06d}}', {place})"


def _expected(table: str) -> str:
    mark = value_of_mark("row_place")
    # a copy that wins is kept, and its partner rejected in its place
    return (
        f"with planned as ({_planned(table)}), lost as"
        " (select partner as place, reason, column_name from planned where wins)"
        f" select {mark} as mark, kind,"
        " case when wins then null else coalesce(planned.reason, lost.reason) end as reason,"
        " case when wins then null else coalesce(planned.column_name, lost.column_name) end"
        " as column_name"
        " from planned left join lost on planned.row_place = lost.place"
    )
