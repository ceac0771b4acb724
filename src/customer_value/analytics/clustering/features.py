"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The customers' features: which columns they are, and what is refused before anything is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyspark.sql import Column, DataFrame, Row
from pyspark.sql import functions as F
from pyspark.sql.types import NumericType

from customer_value.analytics.clustering.errors import ClusteringInputError

KEY = "customer_id"
FEATURES = ("r_feature", "f_feature", "m_feature")

# beyond it the square of a difference leaves the range of a double
LARGEST_VALUE = 1e100


@dataclass(frozen=True)
class Extent:
    """How many customers there are, and the smallest and largest value of each feature."""

    customer_count: int
    lowest: Mapping[str, float]
    highest: Mapping[str, float]


def feature_doubles(features: DataFrame) -> DataFrame:
    """customer_id string and the three features as doubles; refuses missing columns and types."""
    types = {field.name.lower(): field.dataType for field in features.schema.fields}
    for column in (KEY, *FEATURES):
        if column not in types:
            raise ClusteringInputError(
                f"features has no column {column}: clustering needs {KEY}, {', '.join(FEATURES)}, "
                f"and the columns are {', '.join(features.columns)}."
            )
    for column in FEATURES:
        if not isinstance(types[column], NumericType):
            raise ClusteringInputError(
                f"features.{column} is {types[column].simpleString()}, which is not a number: "
                "cast it to double or decimal."
            )

    return features.select(
        F.col(KEY).cast("string").alias(KEY),
        *[F.col(column).cast("double").alias(column) for column in FEATURES],
    )


def checked_extent(customers: DataFrame) -> Extent:
    """The extent of what `feature_doubles` returns, in one pass.

    Raises ClusteringInputError for nulls, values that are not finite numbers, a customer_id that
    is there twice, and fewer than two customers.
    """
    found = customers.agg(
        F.count(F.lit(1)).alias("customer_count"),
        F.countDistinct(KEY).alias("key_count"),
        *[_count(F.col(column).isNull(), f"null_{column}") for column in (KEY, *FEATURES)],
        # Spark holds NaN to be larger than any number, so this counts it as well
        *[_count(F.abs(column) > LARGEST_VALUE, f"large_{column}") for column in FEATURES],
        *[F.min(column).alias(f"lowest_{column}") for column in FEATURES],
        *[F.max(column).alias(f"highest_{column}") for column in FEATURES],
    ).collect()[0]

    _refuse_values(found)
    if found["key_count"] < found["customer_count"]:
        _refuse_duplicate(customers)
    if found["customer_count"] < 2:
        raise ClusteringInputError(
            f"features has {found['customer_count']} customer(s), and a spread needs at least "
            "two: check the filter, or leave clustering out."
        )

    return Extent(
        customer_count=found["customer_count"],
        lowest={column: found[f"lowest_{column}"] for column in FEATURES},
        highest={column: found[f"highest_{column}"] for column in FEATURES},
    )


def _count(condition: Column, name: str) -> Column:
    return F.count(F.when(condition, F.lit(1))).alias(name)


def _refuse_values(found: Row) -> None:
    for column in (KEY, *FEATURES):
        if found[f"null_{column}"]:
            raise ClusteringInputError(
                f"features.{column} is null in {found[f'null_{column}']} row(s): "
                "give every customer a key and three values, or leave the customer out."
            )
    for column in FEATURES:
        if found[f"large_{column}"]:
            raise ClusteringInputError(
                f"features.{column} is NaN, infinite or beyond {LARGEST_VALUE:g} in "
                f"{found[f'large_{column}']} row(s): give every customer a finite number "
                "(a logarithm needs 1 + x above 0)."
            )


def _refuse_duplicate(customers: DataFrame) -> None:
    twice = (
        customers.groupBy(KEY)
        .agg(F.count(F.lit(1)).alias("row_count"))
        .where(F.col("row_count") > 1)
        .orderBy(KEY)
        .first()
    )
    if twice is not None:
        raise ClusteringInputError(
            f"features has {twice['row_count']} rows for {KEY} {twice[KEY]!r}: "
            "give one row per customer."
        )
