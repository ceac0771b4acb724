"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Exact numbers between Python and Spark: integers of the last decimal place, and typed literals.

Python's Decimal arithmetic rounds to the context's 28 digits and Spark's decimals have 38, so all
arithmetic here is on integers; a Decimal is only built and taken apart.
"""

from __future__ import annotations

from decimal import Context, Decimal

from pyspark.sql import Column
from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType

Number = int | Decimal

BIGINT_LIMIT = 2**63

# holds 38 digits before the point and 38 behind it
_ROOMY = Context(prec=76)


def to_units(number: Number, scale: int) -> int:
    """12.34 at scale 2 is 1234 units; refuses a number with more decimal places than that."""
    scaled = Decimal(number).scaleb(scale, _ROOMY)
    units = int(scaled)
    if units != scaled:
        raise ValueError(f"{number} has more than {scale} decimal places")

    return units


def to_number(units: int, scale: int) -> Decimal:
    """1234 units at scale 2 are Decimal('12.34'); the scale is kept, also of round numbers."""
    digits = tuple(int(digit) for digit in str(abs(units)))

    return Decimal((int(units < 0), digits, -scale))


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
