"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The project's compiled SQL in DuckDB's dialect.
"""

from __future__ import annotations

from sqlglot import exp, parse_one

from benchmarks.scoring.duckdb_forms import ranked_scores
from customer_value.analytics.rfm.parameters import DEFAULT_LEVELS


def to_duckdb(spark_sql: str) -> str:
    """The same query for DuckDB: sqlglot's translation, and what it does not know by itself.

    Times are DuckDB's `timestamp` (the shops' wall clock), which it computes faster than times with
    a zone.
    """
    return parse_one(spark_sql, read="spark").transform(_translated).sql("duckdb")


def scored_by_rank(metrics: str) -> str:
    """The Python model's rows by the definition: a rank of all consumers of a table."""
    levels = " ".join(f"when rfm_total <= {top} then '{name}'" for name, top in DEFAULT_LEVELS)

    return f"""
        select *, concat(r_score, f_score, m_score) as rfm_code, case {levels} end as user_level
        from (
            select *, r_score + f_score + m_score as rfm_total
            from (select *, {ranked_scores()} from {metrics})
        )"""


def _translated(node: exp.Expression) -> exp.Expression:
    if isinstance(node, exp.DataType) and node.this == exp.DType.TIMESTAMPTZ:
        return exp.DataType.build("timestamp")
    if isinstance(node, exp.Anonymous) and node.name.lower() == "xxhash64":
        # the hash is another one, and only separates rows; in place, as there may be more inside
        node.set("this", "hash")
    if isinstance(node, exp.Anonymous) and node.name.lower() == "shiftrightunsigned":
        return exp.BitwiseRightShift(this=node.expressions[0], expression=node.expressions[1])
    if isinstance(node, exp.Anonymous) and node.name.lower() == "raise_error":
        return exp.Anonymous(this="error", expressions=node.expressions)
    if isinstance(node, exp.Case) and isinstance(node.args.get("default"), exp.Nullif):
        # what spares Spark's trim (ods_text)
        return node.args["default"]
    if isinstance(node, exp.Column) and node.table == "_metadata":
        # which file a row came in tells a night what to read
        return exp.cast(exp.null(), "timestamp")
    if isinstance(node, exp.JSONFormat):
        return exp.cast(exp.Anonymous(this="to_json", expressions=[node.this]), "text")
    if isinstance(node, exp.MakeInterval):
        return exp.Anonymous(this="to_hours", expressions=[node.args["hour"]])
    if isinstance(node, exp.Quantile):
        return exp.Anonymous(this="quantile_cont", expressions=[node.this, node.args["quantile"]])
    if isinstance(node, exp.IntDiv):
        whole = [exp.cast(part, "int128") for part in (node.this, node.expression)]
        return exp.IntDiv(this=whole[0], expression=whole[1])

    return node
