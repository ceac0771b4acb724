"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One cell as an export may hold it, and what must become of its row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Text = str | bytes


@dataclass(frozen=True)
class Refused:
    """The row is rejected, for this reason, because of this cell."""

    reason: str


@dataclass(frozen=True)
class Cell:
    """A text in a column of a raw table: kept with the value `becomes`, or refused.

    `becomes` is the value as Spark writes it, or None for null. Bytes stand for a text that is not
    UTF-8; `surrogates` in a text are written as the three bytes that some writers make of them.
    """

    table: str
    column: str
    text: Text | None
    becomes: Text | Refused | None
    why: str = field(compare=False)

    def __str__(self) -> str:
        shown = ascii(self.text)
        return f"{self.column}={shown if len(shown) < 40 else shown[:36] + '…'} ({self.why})"


def kept(table: str, column: str, text: Text | None, becomes: Text | None, why: str) -> Cell:
    """A cell whose row is accepted."""
    return Cell(table, column, text, becomes, why)


def as_it_is(table: str, column: str, text: Text, why: str) -> Cell:
    """A cell that is accepted without any change."""
    return Cell(table, column, text, text, why)


def refused(table: str, column: str, text: Text | None, reason: str, why: str) -> Cell:
    """A cell whose row goes to the rejected ones."""
    return Cell(table, column, text, Refused(reason), why)
