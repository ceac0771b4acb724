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

# beyond it the square of a difference leaves the range of a double
LARGEST_VALUE = 1e100


@dataclass(frozen=True)
class Columns:
    """The column that identifies a customer, and those that k-means compares customers by."""

    key: str
    features: tuple[str, ...]

    def __post_init__(self) -> None:
        names = [name.lower() for name in (self.key, *self.features)]
        if not self.features or len(set(names)) < len(names):
            raise ClusteringInputError(
                f"features is {list(self.features)} with the key {self.key!r}: "
                "name at least one column to compare customers by, each once and none the key."
            )


@dataclass(frozen=True)
class Extent:
    """How many customers there are, and the smallest and largest value of each feature."""

    customer_count: int
    lowest: Mapping[str, float]
    highest: Mapping[str, float]


def feature_doubles(customers: DataFrame, columns: Columns) -> DataFrame:
    """The key as string and the features as doubles; refuses missing columns and types."""
    types = {field.name.lower(): field.dataType for field in customers.schema.fields}
    for column in (columns.key, *columns.features):
        if column.lower() not in types:
            raise ClusteringInputError(
                f"customers has no column {column}: clustering was told to read {columns.key}, "
                f"{', '.join(columns.features)}, and the columns are "
                f"{', '.join(customers.columns)}."
            )
    for column in columns.features:
        if not isinstance(types[column.lower()], NumericType):
            raise ClusteringInputError(
                f"customers.{column} is {types[column.lower()].simpleString()}, which is not a "
                "number: cast it to double or decimal."
            )

    return customers.select(
        F.col(columns.key).cast("string").alias(columns.key),
        *[F.col(column).cast("double").alias(column) for column in columns.features],
    )


def checked_extent(customers: DataFrame, columns: Columns) -> Extent:
    """The extent of what `feature_doubles` returns, in one pass.

    Raises ClusteringInputError for nulls, values that are not finite numbers, a key that is there
    twice, and fewer than two customers.
    """
    found = customers.agg(
        F.count(F.lit(1)).alias("customer_count"),
        F.countDistinct(columns.key).alias("key_count"),
        *[
            _count(F.col(column).isNull(), f"null_{column}")
            for column in (columns.key, *columns.features)
        ],
        # Spark holds NaN to be larger than any number, so this counts it as well
        *[_count(F.abs(column) > LARGEST_VALUE, f"large_{column}") for column in columns.features],
        *[F.min(column).alias(f"lowest_{column}") for column in columns.features],
        *[F.max(column).alias(f"highest_{column}") for column in columns.features],
    ).collect()[0]

    _refuse_values(found, columns)
    if found["key_count"] < found["customer_count"]:
        _refuse_duplicate(customers, columns.key)
    if found["customer_count"] < 2:
        raise ClusteringInputError(
            f"customers has {found['customer_count']} row(s), and a spread needs at least "
            "two: check the filter, or leave clustering out."
        )

    return Extent(
        customer_count=found["customer_count"],
        lowest={column: found[f"lowest_{column}"] for column in columns.features},
        highest={column: found[f"highest_{column}"] for column in columns.features},
    )


def _count(condition: Column, name: str) -> Column:
    return F.count(F.when(condition, F.lit(1))).alias(name)


def _refuse_values(found: Row, columns: Columns) -> None:
    for column in (columns.key, *columns.features):
        if found[f"null_{column}"]:
            raise ClusteringInputError(
                f"customers.{column} is null in {found[f'null_{column}']} row(s): "
                "give every customer a key and a value per feature, or leave the customer out."
            )
    for column in columns.features:
        if found[f"large_{column}"]:
            raise ClusteringInputError(
                f"customers.{column} is NaN, infinite or beyond {LARGEST_VALUE:g} in "
                f"{found[f'large_{column}']} row(s): give every customer a finite number "
                "(a logarithm needs 1 + x above 0)."
            )


def _refuse_duplicate(customers: DataFrame, key: str) -> None:
    twice = (
        customers.groupBy(key)
        .agg(F.count(F.lit(1)).alias("row_count"))
        .where(F.col("row_count") > 1)
        .orderBy(key)
        .first()
    )
    if twice is not None:
        raise ClusteringInputError(
            f"customers has {twice['row_count']} rows for {key} {twice[key]!r}: "
            "give one row per customer."
        )
