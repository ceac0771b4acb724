"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Standardised features, to the last bit the same whatever the order in which rows are summed.

Spark's own scaler and k-means add doubles, so their last bits follow the partitions, and a customer
half-way between two centres may then go either way. Here the moments are sums of integers, and
a standardised value is a multiple of a power of two so large that doubles add such multiples
without rounding: then Spark's k-means cannot depend on the order either.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType

from customer_value.analytics.clustering.features import Extent

# a feature's range is cut into 2**40 units: a millionth of a millionth of it
UNIT_BITS = 40
# holds 2**40, and its square stays within Spark's 38 digits when up to 10**10 of them are added
UNITS = DecimalType(13, 0)

# significant digits of a published deviation: without the last ones, which a logarithm that was
# computed on another machine may change
DIGITS = 12

# significant bits of a double; and of a bigint without its sign
DOUBLE_BITS = 53
BIGINT_BITS = 63


@dataclass(frozen=True)
class Scale:
    """Mean and sample standard deviation of a feature; the deviation is 1 where nothing varies."""

    feature: str
    mean: float
    deviation: float

    @property
    def standardised(self) -> str:
        """The column of the standardised feature."""
        return f"standardised_{self.feature}"


def scales(customers: DataFrame, extent: Extent) -> tuple[Scale, ...]:
    """The scale of each feature, in one pass; what StandardScaler gives, without its last bits."""
    features = list(extent.lowest)
    units = customers.select(*[_units(feature, extent) for feature in features])
    sums = units.agg(
        *[F.sum(feature).alias(feature) for feature in features],
        *[F.sum(F.col(feature) * F.col(feature)).alias(f"{feature}_2") for feature in features],
    ).collect()[0]

    return tuple(
        _scale(feature, extent, int(sums[feature]), int(sums[f"{feature}_2"]))
        for feature in features
    )


def with_standardised(
    customers: DataFrame, scaled_by: Sequence[Scale], extent: Extent
) -> DataFrame:
    """The customers and, per feature, (value - mean) / deviation as a multiple of 2**-bits.

    |z| adds up to less than the number of customers n (Cauchy-Schwarz, as the squares add up to
    n - 1), so any partial sum is a whole number of units below 2**53, which a double holds.
    """
    units = float(2 ** (DOUBLE_BITS - 1 - extent.customer_count.bit_length()))

    return customers.select("*", *[_standardised(scale, units) for scale in scaled_by])


def distance_units(customer_count: int, feature_count: int) -> float:
    """Units per 1 in which squared distances are added up as bigint, exactly and in any order.

    No sum of distances here is larger than that to the mean, which is features × (n - 1); rounding
    adds n / 2 units. One bit is left over.
    """
    largest_bits = customer_count.bit_length() + feature_count.bit_length()

    return float(2 ** (BIGINT_BITS - 1 - largest_bits))


def _standardised(scale: Scale, units: float) -> Column:
    z = (F.col(scale.feature) - F.lit(scale.mean)) / F.lit(scale.deviation)

    return (F.rint(z * F.lit(units)) / F.lit(units)).alias(scale.standardised)


def _units(feature: str, extent: Extent) -> Column:
    lowest, highest = extent.lowest[feature], extent.highest[feature]
    if lowest == highest:
        return F.lit(0).cast(UNITS).alias(feature)
    share = (F.col(feature) - F.lit(lowest)) / F.lit(highest - lowest)

    return F.rint(share * F.lit(float(2**UNIT_BITS))).cast(UNITS).alias(feature)


def _scale(feature: str, extent: Extent, units: int, squared_units: int) -> Scale:
    count = extent.customer_count
    unit = (Fraction(extent.highest[feature]) - Fraction(extent.lowest[feature])) / 2**UNIT_BITS
    mean = Fraction(extent.lowest[feature]) + unit * Fraction(units, count)
    variance = unit**2 * Fraction(count * squared_units - units**2, count * (count - 1))

    return Scale(feature, float(mean), float(f"{math.sqrt(variance):.{DIGITS}g}") or 1.0)
