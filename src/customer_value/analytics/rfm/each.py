"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Several populations in one data frame, each scored by itself.
"""

from __future__ import annotations

from functools import reduce

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.rfm.calculate import calculate_rfm
from customer_value.analytics.rfm.parameters import RfmParameters


def calculate_rfm_of_each(
    customers: DataFrame, parameters: RfmParameters, *, each: str
) -> DataFrame:
    """`calculate_rfm` of the customers of every value of the column `each`: as-of dates, a few.

    Without customers the result has no rows and all columns. Raises what `calculate_rfm` raises.
    """
    values = [row[each] for row in customers.select(each).distinct().orderBy(each).collect()]
    if not values:
        return calculate_rfm(customers, parameters)

    return reduce(
        DataFrame.unionByName,
        [calculate_rfm(customers.where(F.col(each) == value), parameters) for value in values],
    )
