"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The purchase log of CDNOW, where it is at hand, as the published papers count it: calibration from
1997-01-01 to 1997-09-30, weeks, purchase days after the first.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pytest
from real_data import DATA

from customer_value.analytics.lifetime_value import Histories, Spending

LOG = DATA / "cdnow.parquet"
needs_cdnow = pytest.mark.skipif(not LOG.exists(), reason=f"{LOG} is not at hand")

_DAYS = f"""
with days as (
    select customer_id, date, sum(dollar_value) as amount,
        min(date) over (partition by customer_id) as first_date
    from '{LOG}' where date <= date '1997-09-30' group by customer_id, date
)
"""


def histories() -> Histories:
    """All 23,570 customers."""
    return Histories(
        *_columns(
            """
            , each as (
                select count(*) - 1 as frequency,
                    date_diff('day', first_date, max(date)) / 7 as recency,
                    date_diff('day', first_date, date '1997-09-30') / 7 as age
                from days group by customer_id, first_date
            )
            select frequency, recency, age, count(*) from each group by all order by all
            """
        )
    )


def spending() -> Spending:
    """The customers who spent anything after their first day."""
    return Spending(
        *_columns(
            """
            select count(*), avg(amount), 1 from days where date > first_date
            group by customer_id having avg(amount) > 0 order by customer_id
            """
        )
    )


def holdout() -> Sequence[np.ndarray]:
    """Of each customer frequency, recency, age, mean spend per day after the first (0 without one),
    and what they spent in the 39 weeks after the calibration.
    """
    return _columns(
        f"""
        , each as (
            select customer_id, count(*) - 1 as frequency,
                date_diff('day', first_date, max(date)) / 7 as recency,
                date_diff('day', first_date, date '1997-09-30') / 7 as age,
                coalesce(avg(amount) filter (date > first_date), 0) as mean
            from days group by customer_id, first_date
        )
        , later as (
            select customer_id, sum(dollar_value) as spent from '{LOG}'
            where date > date '1997-09-30' group by customer_id
        )
        select frequency, recency, age, mean, coalesce(spent, 0)
        from each left join later using (customer_id) order by customer_id
        """
    )


def _columns(query: str) -> Sequence[np.ndarray]:
    rows = duckdb.execute(_DAYS + query).fetchall()

    return [np.array(column, dtype=np.float64) for column in zip(*rows, strict=True)]
