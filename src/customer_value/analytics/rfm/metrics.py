"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The three metrics: their columns, which direction is good, and which types they may have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import (
    ByteType,
    DataType,
    DecimalType,
    IntegerType,
    IntegralType,
    LongType,
    ShortType,
    StructType,
)

from customer_value.analytics.rfm.errors import RfmInputError
from customer_value.analytics.rfm.exact import Number, to_number

BYTES = {ByteType: 1, ShortType: 2, IntegerType: 4, LongType: 8}


@dataclass(frozen=True)
class Metric:
    """One of R, F, M: its column, its score's column, and whether a smaller value is better."""

    column: str
    score_column: str
    lower_is_better: bool = False


METRICS = (
    Metric("recency_days", "r_score", lower_is_better=True),
    Metric("frequency", "f_score"),
    Metric("monetary", "m_score"),
)

LEVEL_COLUMNS = ("rfm_total", "rfm_code", "user_level")


@dataclass(frozen=True)
class MetricType:
    """The exact values that a metric's column can hold, in units of its last decimal place."""

    sql_name: str
    scale: int
    is_integral: bool
    min_units: int
    max_units: int

    def number(self, units: int) -> Number:
        """The column's value of that many units: an int, or a Decimal with the column's scale."""
        return units if self.is_integral else to_number(units, self.scale)

    def sql(self, units: int) -> str:
        """The same as a SQL literal of the column's own type."""
        return f"cast('{Decimal(self.number(units)):f}' as {self.sql_name})"


def metric_types(customers: DataFrame) -> dict[str, MetricType]:
    """Exact type per metric column; refuses a missing column and a type that is not exact."""
    return {metric.column: _metric_type(customers.schema, metric.column) for metric in METRICS}


def refuse_columns(customers: DataFrame, columns: tuple[str, ...]) -> None:
    """Refuse customers that already have a column that is about to be added."""
    present = {column.lower() for column in customers.columns}
    taken = [column for column in columns if column in present]
    if taken:
        raise RfmInputError(
            f"customers already has the column {taken[0]}, which RFM scoring adds: "
            "drop or rename it."
        )


def refuse_nulls(null_counts: Mapping[str, int]) -> None:
    """Refuse metrics that have nulls, given the number of nulls per metric column."""
    for column, null_count in null_counts.items():
        if null_count:
            raise RfmInputError(
                f"customers.{column} is null in {null_count} row(s), and null cannot be ranked: "
                "give every customer a value (never redeemed = 999 days, nothing spent = 0)."
            )


def count_nulls(customers: DataFrame) -> dict[str, int]:
    """Number of nulls per metric column, in one pass."""
    counts = customers.agg(
        *[_null_count(metric.column).alias(metric.column) for metric in METRICS]
    ).collect()[0]

    return {metric.column: counts[metric.column] for metric in METRICS}


def _null_count(column: str) -> Column:
    return F.count(F.when(F.col(column).isNull(), F.lit(1)))


def _metric_type(schema: StructType, column: str) -> MetricType:
    found = {field.name.lower(): field.dataType for field in schema.fields}
    if column not in found:
        raise RfmInputError(
            f"customers has no column {column}: RFM needs recency_days, frequency and monetary, "
            f"and the columns are {', '.join(schema.names)}."
        )

    return exact_type(found[column], f"customers.{column}")


def exact_type(data_type: DataType, name: str) -> MetricType:
    """The exact type behind a Spark type; refuses every other one (float and double round)."""
    name_of_type = data_type.simpleString()
    if isinstance(data_type, DecimalType):
        largest = 10**data_type.precision - 1
        return MetricType(name_of_type, data_type.scale, False, -largest, largest)
    if isinstance(data_type, IntegralType):
        half = 2 ** (8 * BYTES[type(data_type)] - 1)
        return MetricType(name_of_type, 0, True, -half, half - 1)
    raise RfmInputError(
        f"{name} is {name_of_type}, which is not exact: "
        "cast it to an integer or a decimal type, for example decimal(28,2)."
    )
