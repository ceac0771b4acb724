"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Online Retail counted from the original file by DuckDB, and by plain Python where a definition is
told as a story: a cancellation undoes the latest purchase, a stage follows from the stage before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
from comparing import Fault, query_text

QUERIES = Path(__file__).with_name("yardstick")


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[Any]]
) -> None:
    """Add rows to a table, a list per column at a time."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        lists = ", ".join("unnest(?)" for _ in columns)
        connection.execute(f"insert into {table} select {lists}", columns)


def pair_cancellations(connection: duckdb.DuckDBPyConnection) -> None:
    """Table undone: a purchase and the cancellation that undid it, by a stack per kind of goods."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    pairs = []
    for line_no, goods, is_cancellation in connection.execute(
        "select line_no, goods, is_cancellation from movements order by step"
    ).fetchall():
        if not is_cancellation:
            standing[goods].append(line_no)
        elif standing[goods]:
            pairs.append((standing[goods].pop(), line_no))
    connection.execute(
        "create or replace table undone (purchase_no bigint, cancellation_no bigint)"
    )
    insert(connection, "undone", pairs)


def follow_stages(connection: duckdb.DuckDBPyConnection) -> None:
    """Table customer_stage: every customer's stage in every month, month after month."""
    rules = {
        (bought, last_stage): stage
        for bought, last_stage, stage in connection.execute("from stage_rules").fetchall()
    }
    months = [f"{month // 12}-{month % 12 + 1:02}" for month in range(2010 * 12 + 11, 2012 * 12)]
    bought_in = defaultdict(set)
    for basis, customer, month in connection.execute(
        "select basis, customer_id, invoice_month from buyers"
    ).fetchall():
        bought_in[basis, customer].add(month)
    rows = []
    for (basis, customer), bought in bought_in.items():
        stage = "未消费"
        for month in months:
            stage = rules[month in bought, stage]
            rows.append((basis, customer, month, stage))
    connection.execute(
        "create or replace table customer_stage "
        "(basis varchar, customer_id varchar, invoice_month varchar, stage varchar)"
    )
    insert(connection, "customer_stage", rows)


Step: TypeAlias = "str | Callable[[duckdb.DuckDBPyConnection], None]"

STEPS: tuple[Step, ...] = (
    *("lines", "ratios", "line_class", "movements", pair_cancellations, "counted_lines"),
    *("monthly_trend", "monthly_orders", "super_orders", "price_preference"),
    *("buyers", "stage_rules", follow_stages, "customer_stages", "repurchase_rates"),
    *("customer_metrics", "customer_rfm", "level_profile"),
)


def count_from_file(file: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB that has taken every step on the original file, which is its view online_retail."""
    connection = duckdb.connect()
    connection.read_parquet(str(file), file_row_number=True).create_view("online_retail")
    for step in STEPS:
        take(connection, step)
    return connection


@contextmanager
def counted_with(connection: duckdb.DuckDBPyConnection, fault: Fault) -> Iterator[None]:
    """Counts anew, until the block ends, from the fault to the table that shall notice."""
    names = [str(step) for step in STEPS]
    connection.begin()
    try:
        for step in STEPS[names.index(fault.query) : names.index(fault.noticed_in) + 1]:
            take(connection, step, fault)
        yield
    finally:
        connection.rollback()


def take(connection: duckdb.DuckDBPyConnection, step: Step, fault: Fault | None = None) -> None:
    """One step: a query of the folder or a function."""
    if isinstance(step, str):
        connection.execute(query_text(QUERIES, step, fault))
    else:
        step(connection)
