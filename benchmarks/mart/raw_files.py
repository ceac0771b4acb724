"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes raw tables as Parquet: one file, or one per day as a shop's nights would leave them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

# what one Spark task reads at least
ROW_GROUP = 250_000
# more than any history here has days: a day whose file was closed would get a second one
_MOST_DAYS = 2_000


@contextmanager
def writer() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB that writes raw tables."""
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(f"set partitioned_write_max_open_files = {_MOST_DAYS}")
        yield connection


def write_rows(connection: duckdb.DuckDBPyConnection, folder: Path, query: str) -> None:
    """A table of one file."""
    folder.mkdir(parents=True)
    connection.execute(
        f"copy ({query}) to '{folder}/rows.parquet' (format parquet, row_group_size {ROW_GROUP})"
    )


def write_days(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    query: str,
    time: str,
    dates: tuple[str, str],
) -> None:
    """A file per day, named after it, with that day's rows, written in the night that follows.

    `time` is the text of a row's time, a column of the query or an expression over its rows `raw`;
    one that is none, or outside the first and the last date, came with the day before the last.
    """
    first, last = dates
    before = date.fromisoformat(last) - timedelta(days=1)
    folder.mkdir(parents=True)
    connection.execute("set threads = 1")
    connection.execute(f"""
        copy (
            select * exclude (raw_day),
                if(raw_day between '{first}' and '{last}', raw_day, date '{before}') as day
            from (
                select *, try_cast(left({time}, 10) as date) as raw_day from ({query}) as raw
            )
        ) to '{folder}/days' (format parquet, partition_by (day), row_group_size {ROW_GROUP})
    """)
    connection.execute("set threads = 2")
    for written in sorted((folder / "days").glob("*/*.parquet")):
        day = written.parent.name.removeprefix("day=")
        file = written.rename(folder / f"{day}.parquet")
        night = datetime.fromisoformat(f"{day} 23:00:00+00:00").timestamp()
        os.utime(file, (night, night))
    shutil.rmtree(folder / "days")
