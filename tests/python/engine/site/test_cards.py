"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Cards of single people: whose there are, in which files, and that none is left behind; no browser
and no Spark.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from browsing import plain
from card_tables import KNOWN, NEW, ODD, PeopleInMemory, card, little_known, tables_of
from our_site import CARDS, PAGES, SITE, page_named
from site_tables import site_tables

from customer_value.areas.customer_profile.card_rows import Card
from customer_value.areas.customer_profile.pages.journeys import (
    BEFORE_AN_ORDER,
    ENDS,
    START,
    VIEWS,
)
from customer_value.errors import TablesError
from customer_value.site.card_page import digits_for, file_of, mask_of
from customer_value.site.page_rows import PageRows
from customer_value.site.read_people import PublishedPeople
from customer_value.site.write import write_site

(CARD,) = CARDS
NAME = CARD.page.name


def written(output: Path, library: Path, people: PeopleInMemory | None) -> Path:
    write_site(SITE, site_tables(), library, output, people=people)
    return output


def cards_in(site: Path) -> dict[str, Any]:
    """Every card of the site, by the id of its person."""
    found: dict[str, Any] = {}
    for path in (site / "private").glob(f"{NAME}.*/*.js"):
        text = path.read_text("utf-8")
        assert text.startswith("window.shard = ") and not set("<>&") & set(text)
        found |= json.loads(text[len("window.shard = ") : -2])
    return found


def everything(site: Path) -> str:
    return "\n".join(
        str(path.relative_to(site)) + path.read_text("utf-8", errors="replace")
        for path in site.rglob("*")
        if path.is_file() and "echarts" not in path.name
    )


@pytest.fixture(scope="module")
def with_cards(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    return written(tmp_path_factory.mktemp("cards") / "site", library, PeopleInMemory())


def test_everybody_has_the_card_that_the_page_makes_of_their_rows(with_cards: Path) -> None:
    expected = {
        person: {
            name: [[plain(cell) for cell in row] for row in table.rows]
            for name, table in CARD.page.data(tables_of(person)).tables.items()
            if table.rows
        }
        for person in (KNOWN, NEW, ODD)
    }
    assert cards_in(with_cards) == expected


def test_cards_are_in_the_private_folder_alone(with_cards: Path) -> None:
    public = [
        path
        for path in with_cards.rglob("*")
        if path.is_file() and path.relative_to(with_cards).parts[0] != "private"
    ]
    assert not any(KNOWN in path.read_text("utf-8", errors="replace") for path in public)
    html = (with_cards / "private" / f"{NAME}.html").read_text("utf-8")
    assert KNOWN not in html and "unsafe" not in html
    needed = re.findall(r'(?:src|href)="(\.\./(?:assets|data|private)/[^"]+)"', html)
    assert len(needed) > 10
    assert [file for file in needed if not (with_cards / "private" / file).is_file()] == []
    assert not any(f"{NAME}.html" in (with_cards / page.file_name).read_text() for page in PAGES)


def test_nothing_is_private_where_nobody_has_a_card(tmp_path: Path, library: Path) -> None:
    for people in (None, PeopleInMemory(customers=())):
        site = written(tmp_path / "site", library, people)
        assert not (site / "private").exists()


def test_a_card_that_may_not_be_shown_any_more_is_gone_after_the_next_writing(
    tmp_path: Path, library: Path
) -> None:
    site = written(tmp_path / "site", library, PeopleInMemory())
    assert KNOWN in everything(site)
    written(site, library, PeopleInMemory(without=[KNOWN]))
    assert sorted(cards_in(site)) == sorted([NEW, ODD])
    assert KNOWN not in everything(site)
    assert len(list((site / "private").glob(f"{NAME}.*/"))) == 1

    written(site, library, PeopleInMemory(customers=()))
    assert not (site / "private").exists()
    assert NEW not in everything(site) and ODD not in everything(site)


def test_the_same_people_give_the_same_files(
    with_cards: Path, tmp_path: Path, library: Path
) -> None:
    again = written(tmp_path / "site", library, PeopleInMemory())
    assert everything(again) == everything(with_cards)


@pytest.mark.parametrize(
    ("count", "digits"), [(0, 1), (512, 1), (513, 2), (100_000, 3), (10_000_000, 5), (10**12, 6)]
)
def test_files_hold_a_few_cards_each(count: int, digits: int) -> None:
    assert digits_for(count) == digits
    files = {file_of(f"C{number:08}", digits) for number in range(200)}
    assert max(files) <= mask_of(digits)


def test_people_spread_evenly_over_the_files() -> None:
    sizes = [0] * 4096
    for number in range(100_000):
        sizes[file_of(f"C{number:08}", 3)] += 1
    assert min(sizes) >= 8 and max(sizes) <= 50


def test_the_card_says_both_levels_with_what_they_are_made_of() -> None:
    tables = CARD.page.data(tables_of(KNOWN)).tables
    assert [row[0:2] for row in tables["levels"].rows] == [
        ["level_order", "潜力用户"],
        ["level_promo", "流失用户"],
    ]
    assert [[row[2], row[4]] for row in tables["scores"].rows] == [[3, 1], [4, 1], [5, 1], [12, 3]]
    assert [row[0] for row in tables["ways_up"].rows] == ["level_order", "level_promo"]
    assert tables["defects"].rows == [["企业客户行业缺失"], ["渠道偏好未识别"]]


def test_shares_are_percent_and_what_is_not_known_stays_empty() -> None:
    page = CARD.page.data

    def inputs(of: Card) -> list[list[Any]]:
        rows = page(PageRows(site_tables().build, {k: [] for k in CARD.page.reads} | {Card: [of]}))
        return [list(row) for row in rows.tables["inputs"].rows]

    assert [row[2] for row in inputs(card(KNOWN))][-3:] == [25, 25, 25]
    assert {row[2] for row in inputs(little_known(NEW))} == {None}


def test_as_many_arrive_at_every_inner_node_of_the_page_as_leave_it() -> None:
    links = page_named("journeys").data(site_tables()).tables["links"]
    at = list(links.columns).index
    for view in VIEWS:
        flows: dict[tuple[int, str], int] = {}
        for row in links.rows:
            if row[at("journey_view")] != view:
                continue
            step, count = row[at("from_step")], row[at("journey_count")]
            source, target = (step, row[at("from_touch")]), (step + 1, row[at("to_touch")])
            flows[source] = flows.get(source, 0) - count
            flows[target] = flows.get(target, 0) + count
        inner = {node: flow for node, flow in flows.items() if node[1] not in (START, *ENDS[view])}
        assert inner and set(inner.values()) == {0}, (view, inner)
        total = sum(-flow for (step, touch), flow in flows.items() if touch == START)
        assert total == sum(flow for (_, touch), flow in flows.items() if touch in ENDS[view])
    assert BEFORE_AN_ORDER in VIEWS


@dataclass
class OneTable:
    """Answers of a warehouse with the card table, as a driver gives them; keeps the questions."""

    columns: dict[str, str]
    rows: list[dict[str, Any]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, sql: str) -> list[tuple[Any, ...]]:
        self.asked.append(sql)
        if sql.startswith("show schemas"):
            return [("w_ads",)]
        if sql.startswith("show tables"):
            return [("w_ads", CARD.people.TABLE, False)]
        if sql.startswith("describe"):
            return list(self.columns.items())
        if "count(*)" in sql:
            return [(sum(row["has_page"] for row in self.rows),)]
        first, last = map(int, re.findall(r"between (\d+) and (\d+)", sql)[0])
        return [
            tuple(row[name] for name in self.columns)
            for row in self.rows
            if first <= file_of(row["customer_id"], 1) <= last
        ]


def test_people_are_read_some_files_at_a_time_and_only_those_with_a_card() -> None:
    known = {person: vars(card(person, has_page=person != NEW)) for person in (KNOWN, NEW, ODD)}
    warehouse = OneTable({name: "string" for name in known[KNOWN]}, list(known.values()))
    people = PublishedPeople(warehouse, "w", site_tables().build, detail_rows=10, at_once=1)
    assert people.count(CARD) == 2
    with pytest.raises(TablesError, match="ads_customer_profile_warning does not exist"):
        list(people.in_order(CARD, 1))
    assert any(
        "crc32(cast(customer_id as binary)) & 15 between 0 and 7" in q for q in warehouse.asked
    )
