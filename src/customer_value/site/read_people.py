"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the people of a card page from the published tables, some files of cards at a time, so that
memory does not grow with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from customer_value.site.card_page import CardPage, file_of, mask_of
from customer_value.site.page_rows import AdsRow, Build, PageRows
from customer_value.warehouse.row_reader import Query, Schema, ads_schema

PEOPLE_AT_ONCE = 5_000


@dataclass(frozen=True)
class PublishedPeople:
    """The people of `<schema>_ads`.

    detail_rows: how many are listed to choose from. at_once: for about how many people the rows are
    in memory.
    """

    query: Query
    schema: str
    build: Build
    detail_rows: int
    at_once: int = PEOPLE_AT_ONCE

    @cached_property
    def _source(self) -> Schema:
        return ads_schema(self.query, self.schema)

    def count(self, cards: CardPage) -> int:
        """How many have a card; 0 where the table is not there."""
        if not self._source.has(cards.people.TABLE):
            return 0
        table = f"{self._source.name}.{cards.people.TABLE}"
        ((count,),) = self.query(f"select count(*) from {table} where {cards.flag}")

        return int(count)

    def listed(self, cards: CardPage) -> Sequence[Any]:
        """The first rows, in the order of their keys."""
        kind = cards.listed

        return self._source.rows(kind.TABLE, kind, kind.KEYS, self.detail_rows, cards.flag)

    def in_order(self, cards: CardPage, digits: int) -> Iterator[tuple[int, str, PageRows]]:
        """Everybody who has a card; see People.

        Raises TablesError where a table that is not optional, or a column, is missing.
        """
        files = mask_of(digits) + 1
        step = max(1, files * self.at_once // max(1, self.count(cards)))
        for first in range(0, files, step):
            yield from self._between(cards, digits, first, min(first + step, files) - 1)

    def _between(
        self, cards: CardPage, digits: int, first: int, last: int
    ) -> Iterator[tuple[int, str, PageRows]]:
        file = f"crc32(cast({cards.by} as binary)) & {mask_of(digits)}"
        rows = {
            kind: self._by_person(cards, kind, f"{file} between {first} and {last}")
            for kind in cards.page.reads
        }
        people = sorted(
            (file_of(person, digits), person)
            for person, (found, *_) in rows[cards.people].items()
            if getattr(found, cards.flag)
        )
        for number, person in people:
            own = {kind: of_all.get(person, []) for kind, of_all in rows.items()}
            yield number, person, PageRows(self.build, own)

    def _by_person(
        self, cards: CardPage, kind: type[AdsRow], where: str
    ) -> dict[str, list[AdsRow]]:
        if kind.OPTIONAL and not self._source.has(kind.TABLE):
            return {}
        found: dict[str, list[AdsRow]] = defaultdict(list)
        for row in self._source.rows(kind.TABLE, kind, (cards.by, *kind.KEYS), where=where):
            found[getattr(row, cards.by)].append(row)

        return found
