"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The customers that are scored: seeded, in no order, written once per size as one Parquet file.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

COLUMNS = ("consumer_id", "recency_days", "frequency", "monetary")

# one Parquet row group is what one Spark task reads at least
ROW_GROUP = 1_000_000


def write_customers(count: int, path: Path) -> None:
    """consumer_id string, recency_days int, frequency bigint, monetary decimal(28,2).

    Of the customers 60 % never redeemed (999 days) and the others were here lately rather than
    long ago; orders fall off geometrically, with one customer in twenty ten times as busy; 30 %
    spent nothing and the others log-normally (median 54.60, sigma 1.5), to the cent.
    """
    written = path.with_suffix(".writing")
    with duckdb.connect() as connection:
        connection.execute(f"""
            copy (
                select
                    printf('C%010d', id) as consumer_id,
                    cast(
                        if({_uniform(0)} < 0.6, 999, floor(998 * {_uniform(1)} * {_uniform(2)}))
                        as int
                    ) as recency_days,
                    cast(
                        1 + floor(-ln(1 - {_uniform(3)}) * if({_uniform(4)} < 0.05, 40, 4))
                        as bigint
                    ) as frequency,
                    cast(
                        if({_uniform(5)} < 0.3, 0, exp(4 + 1.5 * {_normal(6, 7)}))
                        as decimal(28, 2)
                    ) as monetary
                from range({count}) as customers(id)
            ) to '{written}' (format parquet, row_group_size {ROW_GROUP})
        """)
    written.rename(path)


def _uniform(stream: int) -> str:
    """Between 0 and 1, by the customer's number: the same in every run."""
    return f"((hash(id * 8 + {stream}) >> 11) / 9007199254740992.0)"


def _normal(stream: int, other_stream: int) -> str:
    """Box and Muller's transform of two uniform streams."""
    radius = f"sqrt(-2 * ln(1 - {_uniform(stream)}))"

    return f"{radius} * cos(2 * pi() * {_uniform(other_stream)})"
