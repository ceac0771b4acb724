"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How many customers a way of scoring scores differently from the definition.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from benchmarks.scoring.duckdb_forms import ranked_scores

SCORES = ("r_score", "f_score", "m_score")


def write_reference(customers: Path, reference: Path) -> None:
    """Scores by ranking all customers, as the definition says."""
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(
            f"copy (select consumer_id, {ranked_scores()} from '{customers}')"
            f" to '{reference}' (format parquet)"
        )


def customers_that_differ(reference: Path, scored: Path) -> int:
    """Customers of either side whose three scores are not the same on both."""
    files = f"{scored}/*.parquet" if scored.is_dir() else str(scored)
    same = " and ".join(f"scored.{name} is not distinct from reference.{name}" for name in SCORES)
    with duckdb.connect(config={"threads": 2}) as connection:
        row = connection.execute(f"""
            select count(*) filter (where not ({same}))
            from read_parquet('{reference}') as reference
            full join read_parquet('{files}') as scored using (consumer_id)
        """).fetchone()
    assert row is not None

    return int(row[0])
