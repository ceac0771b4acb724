"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How a number is written in ODS, and what a binary fraction means.
"""

from decimal import Context, Decimal

import pandas as pd

# a float of 8 bytes, and any number in a spreadsheet, keeps no more
DIGITS_OF_FLOATS = 15
_MEANT = Context(prec=DIGITS_OF_FLOATS)


def without_noise(number: Decimal) -> Decimal:
    """What its first fifteen digits say."""
    return _MEANT.plus(number)


def plain(number: Decimal) -> str:
    """The number without exponent and without zeros at the end of its decimals."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text

    return "0" if text in ("-0", "") else text


def money_texts(cents: pd.Series) -> pd.Series:
    """Amounts in whole cents as texts with two decimals."""
    texts = {
        value: f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"
        for value in cents.unique()
    }

    return cents.map(texts)
