"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Exact numbers between Python and Spark: integers of the last decimal place, and typed literals.

Python's Decimal arithmetic rounds to the context's 28 digits and Spark's decimals have 38, so all
arithmetic here is on integers; a Decimal is only built and taken apart.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from pyspark.sql import Column
from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType

Number = int | Decimal

# a decimal of up to 15 significant digits survives the way to a double and back (IEEE 754)
ROUND_TRIP_UNITS = 10**15

BIGINT_LIMIT = 2**63


def to_units(text: str, scale: int) -> int:
    """`12.34` at scale 2 is 1234 units."""
    units = Fraction(Decimal(text)) * 10**scale
    if units.denominator != 1:
        raise ValueError(f"{text} has more than {scale} decimal places")

    return int(units)


def to_number(units: int, scale: int) -> Decimal:
    """1234 units at scale 2 are Decimal('12.34'); the scale is kept, also of round numbers."""
    digits = tuple(int(digit) for digit in str(abs(units)))

    return Decimal((int(units < 0), digits, -scale))


def units_around(double: float, scale: int) -> tuple[int, int]:
    """Smallest and largest number of units that a value can have which Spark cast to this double.

    Both are the same up to 15 significant digits; beyond, one unit in the last place of the double
    is left on either side.
    """
    units = Fraction(double) * 10**scale
    if abs(units) < ROUND_TRIP_UNITS:
        nearest = round(units)
        return nearest, nearest

    slack = Fraction(math.ulp(double)) * 10**scale

    return math.floor(units - slack), math.ceil(units + slack)


def literal(value: Number) -> Column:
    """A Spark literal of exactly this value.

    Decimals go as text with a cast: the precision that `lit(Decimal)` infers differs between
    classic Spark and Spark Connect. So do integers beyond a bigint.
    """
    if isinstance(value, int):
        if abs(value) < BIGINT_LIMIT:
            return F.lit(value)
        value = Decimal(value)

    _, digits, exponent = value.as_tuple()
    scale = max(0, -int(exponent))
    precision = max(len(digits) + max(0, int(exponent)), scale, 1)

    return F.lit(format(value, "f")).cast(DecimalType(precision, scale))
