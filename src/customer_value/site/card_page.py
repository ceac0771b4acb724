"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A page that shows one person at a time, and into which file the card of a person goes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from customer_value.site.contents import Table
from customer_value.site.page import Page
from customer_value.site.page_rows import AdsRow, PageRows

# a file of cards holds about so many: small enough to open at once, and not one file per person
CARDS_PER_FILE = 32
_BITS_PER_DIGIT = 4
_MOST_DIGITS = 6


@dataclass(frozen=True)
class CardPage:
    """A page of cards. It lies in `private/`, and is there only while the published tables say so.

    page: as any page; its data are made once without rows, for the columns of its tables, and once
        for each person, from that person's rows alone. It reads only tables that have `by`.
    by: the column of a person's id.
    flag: the column of the first table that says whether a person has a card.
    listed: the class of the first rows of the first table, to choose a person from.
    listing: from all people's number and those rows to the table of that name.
    """

    page: Page
    by: str
    flag: str
    listed: type[AdsRow]
    listing: Callable[[int, Sequence[Any]], Table]

    @property
    def people(self) -> type[AdsRow]:
        """The class with one row per person."""
        first: type[AdsRow] = self.page.reads[0]
        return first


class People(Protocol):
    """Where the people of a card page come from."""

    def count(self, cards: CardPage) -> int:
        """How many have a card."""

    def listed(self, cards: CardPage) -> Sequence[Any]:
        """The rows to choose a person from."""

    def in_order(self, cards: CardPage, digits: int) -> Iterator[tuple[int, str, PageRows]]:
        """Everybody who has a card: file, id, and the rows of that person alone; file by file."""


def digits_for(count: int) -> int:
    """How many hexadecimal digits name the files of so many cards."""
    digits = 1
    while digits < _MOST_DIGITS and count > CARDS_PER_FILE << (_BITS_PER_DIGIT * digits):
        digits += 1

    return digits


def mask_of(digits: int) -> int:
    """The number of the last file, and the bits of the hash that say the file."""
    return (1 << (_BITS_PER_DIGIT * digits)) - 1


def file_of(person: str, digits: int) -> int:
    """Which file has the card of a person: the last bits of the CRC-32 of the id in UTF-8, which
    SQL, Python and the browser compute alike.
    """
    return zlib.crc32(person.encode("utf-8")) & mask_of(digits)


def file_name(number: int, digits: int) -> str:
    """The name of a file of cards."""
    return f"{number:0{digits}x}.js"
