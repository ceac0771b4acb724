"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How long it takes until the card of one customer is on the screen, opened from disk, among many:
`python -m benchmarks.cards`.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.browser import browser, seconds_to
from benchmarks.cards.customers import BUILD, MadeUpCustomers
from benchmarks.measured import say
from benchmarks.page import around, table, write_between
from benchmarks.warehouse import REPOSITORY
from customer_value.areas.customer_profile import AREA
from customer_value.commands.site import LIBRARY
from customer_value.site.compose import compose
from customer_value.site.page_rows import PageRows
from customer_value.site.write import write_site

PAGE_PART = "cards"
GOAL = 2.0  # seconds until a card is there
SHOWN = """() => !document.querySelector('[data-card]').hidden
    && document.querySelectorAll('[data-table="timeline"] tbody tr').length > 0"""


@dataclass(frozen=True)
class Measured:
    """Of one number of customers: files, their size, and seconds."""

    customers: int
    files: int
    megabytes: float
    written: float
    first: Sequence[float]
    next: Sequence[float]


def main() -> int:
    """Write the cards, open some in a browser; 1 where one was not there in time."""
    options = _options()
    if options.page:
        around(options.page, PAGE_PART)
    found = []
    for customers in options.customers:
        with tempfile.TemporaryDirectory(prefix="cards_") as scratch:
            found.append(_measured(Path(scratch), customers, options))
    text = table(
        ("customers", "files", "MB", "written in s", "first card s", "slowest", "next card s"),
        [
            (
                *(f"{one.customers:,}", f"{one.files:,}", f"{one.megabytes:,.0f}"),
                *(f"{one.written:.0f}", f"{statistics.median(one.first):.2f}"),
                *(f"{max(one.first):.2f}", f"{statistics.median(one.next):.2f}"),
            )
            for one in found
        ],
    )
    if options.page:
        write_between(options.page, PAGE_PART, text)
    print(text)

    return int(any(max((*one.first, *one.next)) > GOAL for one in found))


def _measured(folder: Path, customers: int, options: argparse.Namespace) -> Measured:
    people = MadeUpCustomers(customers, options.entries)
    site = replace(compose([replace(AREA.pages, pages=())]), pages=()) if AREA.pages else None
    assert site is not None
    began = time.perf_counter()
    files = write_site(
        site, PageRows(BUILD, {}), REPOSITORY / LIBRARY, folder / "site", people=people
    )
    written = time.perf_counter() - began
    cards = [folder / "site" / file for file in files if len(file.parts) == 3]
    drawn = random.Random(options.seed).sample(people.ids(), min(customers, options.opened))
    first, later = _opened(folder / "site" / "private" / f"{site.cards[0].page.name}.html", drawn)
    size = sum(path.stat().st_size for path in cards) / 1e6
    say(f"{customers:,} customers: {statistics.median(first):.2f} s to a card")

    return Measured(customers, len(cards), size, written, first, later)


def _opened(page: Path, people: Sequence[str]) -> tuple[list[float], list[float]]:
    """Seconds to the card of each: in a new window by its address, and in an open one by its id."""
    with browser() as started:
        first = [_by_address(started, page, person) for person in people]
        window = started.new_page()
        window.goto(page.as_uri())
        later = [_by_id(window, person) for person in people]

    return first, later


def _by_address(started: Any, page: Path, person: str) -> float:
    address = f"{page.as_uri()}#{person}"
    return seconds_to(started, address, lambda window: window.wait_for_function(SHOWN))


def _by_id(window: Any, person: str) -> float:
    began = time.perf_counter()
    window.locator("[data-find] input").fill(person)
    window.locator("[data-find] input").press("Enter")
    window.locator("[data-card-name]", has_text=person).wait_for()
    window.wait_for_function(SHOWN)

    return time.perf_counter() - began


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cards")
    parser.add_argument("--customers", type=float, nargs="+", default=[1e5])
    parser.add_argument("--entries", type=int, default=30, help="of each timeline")
    parser.add_argument("--opened", type=int, default=20, help="cards that are opened")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--page", type=Path, help="write the table between the marks of this page")
    options = parser.parse_args()
    options.customers = [int(count) for count in options.customers]

    return options


if __name__ == "__main__":
    sys.exit(main())
