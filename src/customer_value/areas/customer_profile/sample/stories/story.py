"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The words in which stories are written: what a customer does, on which day, and what must come of
it. Days are counted back from as_of: 0 is as_of, -1 the day after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Row(NamedTuple):
    """A raw row of a story, by the end of its table's name, why it is refused, if it is, and the
    sentiment of its text.
    """

    table: str
    cells: Mapping[str, str | None]
    reason: str | None = None
    sentiment: str | None = None


class Told(Protocol):
    """What an act needs to know of its story: who, what day a number is, and numbers for rows."""

    customer_id: str

    def at(self, ago: int, time: str) -> str:
        """The text of a moment."""

    def number(self) -> int:
        """The next number of the story, from 1."""

    @property
    def digits(self) -> str:
        """The digits of the customer's id."""


class Act(Protocol):
    """Something a customer does."""

    def rows(self, told: Told) -> list[Row]:
        """The raw rows that it leaves."""


@dataclass(frozen=True)
class Story:
    """A customer, what they do and what must come of it; `expected` is by the name of a thing.

    Without a version among the acts the customer is a person who registered long ago and consented
    to everything; `is_known` false is a customer without master data.
    """

    customer_id: str
    tells: str
    acts: Sequence[Act] = ()
    expected: Mapping[str, str] = field(default_factory=dict)
    is_known: bool = True


def product_id(number: int | None) -> str | None:
    """The id of a product, from 1."""
    return None if number is None else f"P{number:05d}"
