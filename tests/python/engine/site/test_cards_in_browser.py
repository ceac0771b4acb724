"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The card of a customer in a real browser, from disk: found by the id, by the list and by a link, in
both languages, on a phone and on paper, and quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from browsing import Reader, reading
from card_tables import KNOWN, NEW, ODD, PeopleInMemory
from our_site import CARDS, SITE
from site_tables import IMAGE, SCRIPT, site_tables
from workspace import REPOSITORY

from customer_value.site.write import write_site

NAME = CARDS[0].page.name
PAGE = f"private/{NAME}.html"
SCREENSHOTS = REPOSITORY / "target" / "screenshots"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    folder = tmp_path_factory.mktemp("private_pages") / "site"
    write_site(SITE, site_tables(), library, folder, people=PeopleInMemory())
    return folder


@pytest.fixture
def reader(browser: Any, cards: Path) -> Iterator[Reader]:
    with reading(browser, cards) as opened:
        yield opened
        assert opened.complaints == []


def find(page: Any, person: str) -> None:
    page.locator("[data-find] input").fill(person)
    page.locator("[data-find] input").press("Enter")


def name_shown(page: Any, person: str) -> None:
    page.locator("[data-card-name]", has_text=person).wait_for(timeout=2_000)


def test_a_card_is_found_by_the_id(reader: Reader) -> None:
    page = reader.open(PAGE)
    assert not page.locator("[data-card]").is_visible()
    find(page, KNOWN)
    name_shown(page, KNOWN)
    assert page.evaluate("document.activeElement.textContent") == KNOWN
    card = page.locator("[data-card]").inner_text()
    for text in ("¥1,234.56", "潜力用户", "订单等级下降", "浏览 → 搜索 → 加购", "企业客户行业缺失"):
        assert text in card
    assert IMAGE in card and SCRIPT in card
    assert page.evaluate("window.injected") is None

    find(page, NEW)
    name_shown(page, NEW)
    assert "潜客" in page.locator('[data-facts="stage"]').inner_text()
    assert page.locator('[data-table="warnings"] td.nothing').is_visible()
    page.go_back()
    name_shown(page, KNOWN)


def test_an_id_with_any_letters_is_found_by_the_list_and_by_a_link(reader: Reader) -> None:
    page = reader.open(PAGE)
    page.locator('[data-table="people"] a', has_text=ODD).click()
    name_shown(page, ODD)
    page = reader.open(f"{PAGE}")
    page.goto(page.url.split("#")[0] + "#" + quote(ODD, safe=""))
    name_shown(page, ODD)


def test_who_has_no_card_is_said_in_words(reader: Reader) -> None:
    page = reader.open(PAGE)
    find(page, KNOWN)
    name_shown(page, KNOWN)
    for nobody in ("C99999999", "constructor", "../x"):
        find(page, nobody)
        page.locator("[data-said]", has_text=nobody).wait_for(timeout=2_000)
        assert not page.locator("[data-card]").is_visible()
        assert KNOWN not in page.locator("[data-card]").inner_text()
    reader.choose("language", "en")
    assert page.locator("[data-said]").inner_text().startswith("There is no card of ../x")
    # a file that is not there is no fault of the page
    reader.complaints[:] = [text for text in reader.complaints if "ERR_FILE_NOT_FOUND" not in text]


def test_a_card_is_read_by_keyboard_alone(reader: Reader) -> None:
    page = reader.open(PAGE)
    page.locator("[data-find] input").focus()
    page.keyboard.type(KNOWN)
    page.keyboard.press("Enter")
    name_shown(page, KNOWN)
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('[data-card]').contains(document.activeElement)")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("theme", "language"), [("light", "zh"), ("dark", "en")])
def test_a_card_fits_and_speaks_both_languages(
    browser: Any, cards: Path, width: int, theme: str, language: str
) -> None:
    with reading(browser, cards, width, color_scheme=theme) as reader:
        page = reader.open(PAGE)
        reader.choose("language", language)
        find(page, KNOWN)
        name_shown(page, KNOWN)
        places = page.locator("[data-word]")
        keys = places.evaluate_all("all => all.map((place) => place.dataset.word)")
        texts = places.evaluate_all("all => all.map((place) => place.textContent)")
        assert texts == [SITE.words.text(key, language) for key in keys]
        too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(too_wide) == 0
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        shot = SCREENSHOTS / f"{NAME}_{width}_{theme}_{language}.png"
        page.screenshot(path=str(shot), full_page=True)
        assert reader.complaints == []


def test_on_paper_there_is_the_card_without_the_list(reader: Reader) -> None:
    page = reader.open(PAGE)
    find(page, KNOWN)
    name_shown(page, KNOWN)
    page.emulate_media(media="print")
    assert not page.locator('[data-table="people"]').is_visible()
    assert page.locator('[data-facts="who"]').is_visible()


def test_the_rows_of_a_card_download_as_csv(reader: Reader) -> None:
    page = reader.open(PAGE)
    find(page, KNOWN)
    name_shown(page, KNOWN)
    with page.expect_download() as download:
        page.locator('[data-download="timeline"]').click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("happened_at,entry_kind,entry_detail") and len(lines) == 5
