"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the cards of people: files that hold a few each, named by a hash of the id, so that a page
opened from disk loads one small script and finds its person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from customer_value.site.card_page import CardPage, People, digits_for, file_name
from customer_value.site.page import PageData, merged
from customer_value.site.page_rows import Build, PageRows
from customer_value.site.script import script

PRIVATE = "private"
# the table to choose a person from
LISTING = "people"


def card_data(cards: CardPage, people: People, build: Build, count: int, folder: str) -> PageData:
    """What the page of cards shows before a person is chosen; `folder` has the files of cards."""
    own = cards.page.data(PageRows(build, {kind: [] for kind in cards.page.reads}))
    facts = {
        "cards": {
            "folder": folder,
            "digits": digits_for(count),
            "tables": list(own.tables),
        }
    }
    listing = cards.listing(count, people.listed(cards))

    return merged(own, PageData(tables={LISTING: listing}, facts=facts))


def write_card_files(folder: Path, cards: CardPage, people: People, count: int) -> str:
    """Write the cards of everybody below `folder`, a new folder of which the name is given back: it
    changes with the content of the cards.
    """
    unnamed = folder / f"{cards.page.name}.unnamed"
    unnamed.mkdir()
    content = hashlib.sha256()
    digits = digits_for(count)
    by_file = groupby(people.in_order(cards, digits), key=lambda found: found[0])
    for number, found in by_file:
        text = script("shard", dict(_cards(cards, found))).encode("utf-8")
        name = file_name(number, digits)
        content.update(name.encode() + text)
        (unnamed / name).write_bytes(text)
    named = f"{cards.page.name}.{content.hexdigest()[:12]}"
    unnamed.rename(folder / named)

    return named


def _cards(
    cards: CardPage, found: Iterator[tuple[int, str, PageRows]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Per person the rows of the page's tables, without those that have none."""
    for _, person, rows in found:
        tables = cards.page.data(rows).tables
        yield person, {name: table.rows for name, table in tables.items() if table.rows}
