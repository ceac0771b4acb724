"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every page in a real browser: quiet, without a request, in both languages and themes, on a phone and
on a wide screen; every drawn number is that of its table.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import page_data, reading
from our_site import PAGES, SITE
from site_tables import BREAKOUT, IMAGE, SCRIPT
from workspace import REPOSITORY

SCREENSHOTS = REPOSITORY / "target" / "screenshots"
FILES = {page.name: page.file_name for page in PAGES}
LOOKS = [(1440, "light", "zh"), (390, "dark", "zh"), (1440, "dark", "en"), (390, "light", "en")]
OPTIONS = """() => Object.fromEntries(
    [...document.querySelectorAll('[data-chart]')].map((place) => {
        const drawing = echarts.getInstanceByDom(place.querySelector('.canvas') || place);
        return [place.dataset.chart, drawing && drawing.getOption()];
    }))"""


def drawn(option: Any) -> list[list[Any]]:
    """The numbers of each series of a chart, as ECharts holds them."""
    return [
        [
            item["value"] if isinstance(item, dict) else item
            for item in series["links" if series["type"] == "sankey" else "data"]
        ]
        for series in option["series"]
    ]


def expected(chart: Any, table: Any, chosen: dict[str, Any]) -> list[list[Any]]:
    """The same numbers, read off the page's data."""
    at = list(table["columns"]).index
    rows = [
        row
        for row in table["rows"]
        if all(row[at(name)] == chosen[control] for name, control in table["controls"].items())
        and row[at(chart["category"])] not in chart["without"]
    ]
    if chart["kind"] == "spans":
        rows = [row for row in rows if row[at(chart["values"][0])] is not None]
    if chart["kind"] == "tiles":
        rows = [row for row in rows if row[at(chart["x"])] is not None]
    rows = rows[: chart["first"]]
    column = {name: [row[at(name)] for row in rows] for name in table["columns"]}
    values = [column[name] for name in chart["values"]]
    if chart["kind"] in ("bars", "lines"):
        return values
    if chart["kind"] == "sankey":
        return values[:1]
    if chart["kind"] == "points":
        return [[list(pair) for pair in zip(column[chart["x"]], values[0], strict=True)]]
    if chart["kind"] == "spans":
        return [[[place, *numbers] for place, numbers in enumerate(zip(*values, strict=True))]]
    if chart["kind"] == "tiles":
        left, top = (min(column[chart[axis]]) for axis in ("x", "y"))
        placed = zip(column[chart["x"]], column[chart["y"]], values[0], strict=True)
        return [[[x - left, y - top, value] for x, y, value in placed]]
    axes = [
        chart["order"].get(name) or list(dict.fromkeys(column[name]))
        for name in (chart["x"], chart["category"])
    ]
    places = zip(column[chart["x"]], column[chart["category"]], values[0], strict=True)
    return [[[axes[0].index(x), axes[1].index(y), value] for x, y, value in places]]


@pytest.mark.parametrize("page", FILES)
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_page_is_drawn_quietly(
    browser: Any, site: Path, page: str, width: int, theme: str, language: str
) -> None:
    with reading(browser, site, width, color_scheme=theme) as reader:
        opened = reader.open(FILES[page])
        reader.choose("language", language)
        assert opened.evaluate("document.documentElement.dataset.shade") == theme
        options = opened.evaluate(OPTIONS)
        for name, chart in page_data(site, page)["charts"].items():
            marks = opened.locator(f'[data-chart="{name}"] svg path').count()
            numbers = drawn(options[name])
            assert marks >= (len(numbers) if chart["kind"] == "lines" else sum(map(len, numbers)))
        too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert opened.evaluate(too_wide) == 0
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        shot = SCREENSHOTS / f"{page}_{width}_{theme}_{language}.png"
        opened.screenshot(path=str(shot), full_page=True)
        assert reader.complaints == []


@pytest.mark.parametrize("page", FILES)
def test_every_drawn_number_is_that_of_its_table(browser: Any, site: Path, page: str) -> None:
    data = page_data(site, page)
    ((control, switch),) = data["controls"].items() or ((None, None),)
    with reading(browser, site) as reader:
        opened = reader.open(FILES[page])
        for value in switch["values"] if switch else [None]:
            if control:
                reader.choose(f"control-{control}", value)
            options = opened.evaluate(OPTIONS)
            wanted = {
                name: expected(chart, data["tables"][chart["table"]], {control: value})
                for name, chart in data["charts"].items()
            }
            assert {name: drawn(option) for name, option in options.items()} == wanted
        assert reader.complaints == []


@pytest.mark.parametrize("page", FILES)
def test_every_text_of_a_page_has_both_languages(browser: Any, site: Path, page: str) -> None:
    words = SITE.words
    with reading(browser, site) as reader:
        opened = reader.open(FILES[page])
        places = opened.locator("[data-word]")
        keys = places.evaluate_all("all => all.map((place) => place.dataset.word)")
        for language in ("en", "zh"):
            reader.choose("language", language)
            texts = places.evaluate_all("all => all.map((place) => place.textContent)")
            assert texts == [words.text(key, language) for key in keys]
            assert words.text(f"{page}.title", language) in opened.title()
        headings = opened.locator("[data-table] th button").all_text_contents()
        known = {words.text(key) for key in words.by_key if key.startswith("column.")}
        assert set(headings) <= known


def test_headline_numbers_are_written_for_people(browser: Any, site: Path) -> None:
    with reading(browser, site) as reader:
        opened = reader.open("index.html")
        figures = opened.locator('[data-figures="headline"] .figure')
        reader.choose("control-period", "日")
        assert figures.all_inner_texts() == [
            "发送次数\n12\n▲ 33.3% 上一周期 9",
            "核销次数\n4\n＝ 0.0% 上一周期 4",
            "有效核销\n3\n▼ 25.0% 上一周期 4",
            "核销率\n33.33%\n▼ 11.11 个百分点 上一周期 44.44%",
        ]
        reader.choose("language", "en")
        assert (
            figures.last.inner_text() == "Use rate\n33.33%\n▼ 11.11 points previous period 44.44%"
        )
        warehouse = opened.locator('[data-figures="warehouse"] .figure')
        assert warehouse.nth(1).inner_text() == "Rows in\n1,572"


def test_language_and_theme_stay_with_the_reader(browser: Any, site: Path) -> None:
    with reading(browser, site, color_scheme="light") as reader:
        opened = reader.open("promotion.html")
        light = opened.evaluate("getComputedStyle(document.body).backgroundColor")
        reader.choose("theme", "dark")
        reader.choose("language", "en")
        reader.open("rfm.html")
        assert opened.evaluate("document.documentElement.lang") == "en"
        assert opened.locator("h1").text_content() == "RFM explorer"
        assert opened.evaluate("document.documentElement.dataset.shade") == "dark"
        assert opened.evaluate("getComputedStyle(document.body).backgroundColor") != light
        assert opened.locator('[data-chart="levels"] svg').inner_html().count("#4aa8e0") > 0

        reader.choose("theme", "auto")
        assert opened.evaluate("document.documentElement.dataset.shade") == "light"
        opened.emulate_media(color_scheme="dark")
        # the browser tells the page a moment later
        opened.locator('html[data-shade="dark"]').wait_for(state="attached", timeout=2_000)
        opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert opened.evaluate("document.documentElement.dataset.shade") == "light"
        assert reader.complaints == []


def test_names_that_try_to_be_html_are_text(browser: Any, site: Path) -> None:
    with reading(browser, site) as reader:
        for page, file in FILES.items():
            opened = reader.open(file)
            scripts = opened.locator("script").count()
            assert scripts == (site / file).read_text("utf-8").count("<script ")
            for place in opened.locator("[data-chart] svg").all():
                place.scroll_into_view_if_needed()
                box = place.bounding_box()
                for step in (0.3, 0.6, 0.9):
                    opened.mouse.move(
                        box["x"] + step * box["width"], box["y"] + 0.4 * box["height"]
                    )
            shown = opened.locator("body").inner_text()
            if page == "promotion":
                assert SCRIPT in shown and IMAGE in shown and BREAKOUT in shown
            assert opened.locator("main img, main svg [onload], main script").count() == 0
            assert opened.evaluate("window.injected") is None
        assert reader.complaints == []


def test_without_the_policy_nothing_runs_either(browser: Any, site: Path, tmp_path: Path) -> None:
    bare = tmp_path / "site"
    bare.symlink_to(site)
    for page, file in FILES.items():
        html = (site / file).read_text("utf-8")
        opened_file = site / f"bare_{page}.html"
        opened_file.write_text(html.replace("Content-Security-Policy", "X-None"), "utf-8")
    try:
        with reading(browser, site) as reader:
            for page in FILES:
                opened = reader.open(f"bare_{page}.html")
                opened.evaluate("new Promise((done) => setTimeout(done, 100))")
                assert opened.evaluate("window.injected") is None
    finally:
        for page in FILES:
            (site / f"bare_{page}.html").unlink()


def test_the_policy_stops_code_and_requests_that_are_not_the_sites(
    browser: Any, site: Path
) -> None:
    with reading(browser, site) as reader:
        opened = reader.open("index.html")
        opened.evaluate(
            """() => {
                const script = document.createElement("script");
                script.textContent = "window.injected = 4";
                document.body.append(script);
                return fetch("http://127.0.0.1:9/").catch(() => null);
            }"""
        )
        assert opened.evaluate("window.injected") is None
        assert any("Content Security Policy" in complaint for complaint in reader.complaints)


@pytest.mark.parametrize("page", FILES)
def test_an_empty_warehouse_is_said_in_words(browser: Any, empty_site: Path, page: str) -> None:
    words = SITE.words
    with reading(browser, empty_site) as reader:
        opened = reader.open(FILES[page])
        data = page_data(empty_site, page)
        without_rows = [name for name, table in data["tables"].items() if not table["rows"]]
        for name in without_rows:
            place = opened.locator(f'[data-table="{name}"]')
            sentence = words.text(place.get_attribute("data-empty"))
            assert place.locator("td.nothing").text_content() == sentence
        for place in opened.locator("[data-chart]").all():
            name = place.get_attribute("data-chart")
            if data["charts"][name]["table"] in without_rows:
                assert place.text_content() == words.text(place.get_attribute("data-empty"))
        assert reader.complaints == []
