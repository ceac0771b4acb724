"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Texts in two languages, and numbers as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Text:
    """The same words in Chinese and in English."""

    zh: str
    en: str


def same(words: str) -> Text:
    """Numbers and symbols, which both languages write alike."""
    return Text(words, words)


def joined(*texts: Text) -> Text:
    """Several remarks as one."""
    if all(text.zh == text.en for text in texts):
        return same("; ".join(text.en for text in texts))
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))


def listed(words: Iterable[str]) -> Text:
    """Names or numbers in a row, punctuated as each language does."""
    words = list(words)
    return Text("、".join(words), ", ".join(words))


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """`value` with that many decimals, half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def plain(value: Decimal | int, places: int = 0) -> str:
    """A number with thousands separators: 1,234.50."""
    return f"{rounded(Decimal(value), places):,}"


def signed(value: Decimal) -> str:
    """A whole number with its sign, minus as a minus: +1,091, −32."""
    return f"{rounded(value, 0):+,}".replace("-", "−")


def money(value: Decimal, places: int = 0) -> str:
    """An amount in pounds."""
    return f"£{plain(value, places)}".replace("£-", "−£")


def percent(value: Decimal) -> str:
    """A percentage with two decimals."""
    return f"{plain(value, 2)} %"


def arrow(values: Sequence[str]) -> str:
    """Values in the order of time."""
    return " → ".join(values)
