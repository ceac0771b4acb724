"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The project's compiled SQL in DuckDB's dialect.
"""

from __future__ import annotations

from sqlglot import exp, parse_one

from benchmarks.duckdb_functions import translated
from benchmarks.scoring.duckdb_forms import ranked_scores
from customer_value.analytics.rfm.parameters import DEFAULT_LEVELS


def to_duckdb(spark_sql: str) -> str:
    """The same query for DuckDB: sqlglot's translation, and what it does not know by itself.

    Times are DuckDB's `timestamp` (the shops' wall clock), which it computes faster than times with
    a zone.
    """
    query: exp.Expr = parse_one(spark_sql, read="spark")
    # what is inside another first, so that a translation may hold its node's parts as they are
    for node in reversed(list(query.walk())):
        other = translated(node)
        if other is not node:
            node.replace(other)

    return query.sql("duckdb")


def scored_by_rank(metrics: str, each: str = "") -> str:
    """The Python model's rows by the definition: a rank of all consumers of a table, or of those
    with the same value of a column."""
    levels = " ".join(f"when rfm_total <= {top} then '{name}'" for name, top in DEFAULT_LEVELS)

    return f"""
        select *, concat(r_score, f_score, m_score) as rfm_code, case {levels} end as user_level
        from (
            select *, r_score + f_score + m_score as rfm_total
            from (select *, {ranked_scores(each)} from {metrics})
        )"""
