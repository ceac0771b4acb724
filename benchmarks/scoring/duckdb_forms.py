"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ways to score in DuckDB: the yardstick, over the same files.
"""

from __future__ import annotations

from collections.abc import Callable

import duckdb

from customer_value.analytics.rfm.metrics import METRICS, Metric
from customer_value.analytics.rfm.parameters import DEFAULT_LEVELS

BINS = 5


class DuckdbForms:
    """The forms over one file of customers, on two threads."""

    def __init__(self, customers: str, output: str) -> None:
        self._customers = customers
        self._output = output
        self._connection = duckdb.connect(config={"threads": 2})
        # rows may be written in any order, as Spark does
        self._connection.execute("set preserve_insertion_order = false")

    def forms(self) -> dict[str, Callable[[], None]]:
        return {"value counts": self.value_counts, "rank": self.rank}

    def value_counts(self) -> None:
        """Count each distinct value, add up from the worst, and score by the four thresholds."""
        scores = []
        for metric in METRICS:
            limits = self._thresholds(metric)
            passed = "<" if metric.lower_is_better else ">"
            points = " + ".join(
                f"cast({metric.column} {passed} {limit} as int)" for limit in limits
            )
            scores.append(f"1 + {points} as {metric.score_column}")
        self._write(", ".join(scores))

    def rank(self) -> None:
        self._write(ranked_scores())

    def _thresholds(self, metric: Metric) -> list[str]:
        rows = self._connection.execute(f"""
            with
            counted as (
                select {metric.column} as metric_value, count(*) as value_count
                from '{self._customers}' group by all
            ),
            ranked as (
                select
                    metric_value,
                    sum(value_count) over (order by {_worst_first(metric, "metric_value")}) as last,
                    sum(value_count) over () as customer_count
                from counted
            ),
            wanted as (select unnest(range(1, {BINS})) as step)
            select (
                select {"max" if metric.lower_is_better else "min"}(metric_value) from ranked
                where {BINS} * last >= step * customer_count
            )
            from wanted order by step
        """).fetchall()

        return [str(row[0]) for row in rows]

    def _write(self, scores: str) -> None:
        levels = " ".join(f"when rfm_total <= {top} then '{name}'" for name, top in DEFAULT_LEVELS)
        self._connection.execute(f"""
            copy (
                select
                    *,
                    cast(r_score as varchar) || f_score || m_score as rfm_code,
                    case {levels} end as user_level
                from (
                    select *, r_score + f_score + m_score as rfm_total
                    from (select *, {scores} from '{self._customers}')
                )
            ) to '{self._output}' (format parquet)
        """)


def ranked_scores(each: str = "") -> str:
    """The definition word for word, as three columns: one more than the share strictly worse, among
    all customers or those with the same value of a column."""
    among = f"partition by {each}" if each else ""

    return ", ".join(
        f"cast(1 + {BINS} * (rank() over ({among} order by {_worst_first(metric, metric.column)})"
        f" - 1) // count(*) over ({among}) as int) as {metric.score_column}"
        for metric in METRICS
    )


def _worst_first(metric: Metric, column: str) -> str:
    return f"{column} desc" if metric.lower_is_better else column
