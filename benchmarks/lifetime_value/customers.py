"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers as BG/NBD and Gamma-Gamma describe them, up to two years after their first purchase, in a
Parquet file that is written a million at a time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

AS_OF = date(2024, 6, 30)
DAYS = 730
AT_ONCE = 1_000_000
SEED = 8
SCHEMA = pa.schema(
    {
        "customer_id": pa.string(),
        "as_of_date": pa.date32(),
        "frequency": pa.int32(),
        "recency_days": pa.int32(),
        "age_days": pa.int32(),
        "repeat_mean_amount": pa.decimal128(18, 2),
    }
)


def write_customers(count: int, file: Path) -> None:
    """`count` customers: their rates are gamma distributed (0.6, 60 days), a purchase is the last
    one with a beta distributed probability (0.8, 2.5), amounts are gamma (6) around inverse gamma
    means (3.6).
    """
    random = np.random.default_rng(SEED)
    unfinished = file.with_suffix(".part")
    with pq.ParquetWriter(unfinished, SCHEMA) as writer:
        for start in range(0, count, AT_ONCE):
            writer.write_table(_drawn(random, start, min(AT_ONCE, count - start)))
    unfinished.replace(file)


def _drawn(random: np.random.Generator, start: int, count: int) -> pa.Table:
    age = random.integers(1, DAYS, count)
    rate, leaves = random.gamma(0.6, 1 / 60, count), random.beta(0.8, 2.5, count)
    frequency = np.minimum(random.poisson(rate * age), random.geometric(leaves) - 1)
    # the last of the purchases of someone who is still there, or the one after which they left
    recency = np.where(frequency > 0, np.ceil(age * random.beta(np.maximum(frequency, 1), 1.5)), 0)
    days = np.maximum(frequency, 1)
    mean = random.gamma(6 * days, 15 / random.gamma(3.6, 1, count)) / days
    amounts = pa.array(np.maximum(np.round(mean, 2), 0.01)).cast(pa.decimal128(18, 2))

    return pa.table(
        {
            "customer_id": [f"C{number:08}" for number in range(start, start + count)],
            "as_of_date": pa.array([AS_OF] * count, pa.date32()),
            "frequency": frequency.astype(np.int32),
            "recency_days": np.minimum(recency, age).astype(np.int32),
            "age_days": age.astype(np.int32),
            "repeat_mean_amount": pa.compute.if_else(
                pa.array(frequency > 0), amounts, pa.scalar(None, pa.decimal128(18, 2))
            ),
        },
        SCHEMA,
    )
