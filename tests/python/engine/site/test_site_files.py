"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The files of the site and the rules that hold its parts together; no browser and no Spark.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from browsing import page_data, plain
from our_site import CARDS, PAGES, SITE, site_of
from site_tables import BREAKOUT, BUILD, SCRIPT, site_tables
from whole_pages import assert_whole, names_in, other_tables
from workspace import REPOSITORY

from customer_value.areas import AREAS
from customer_value.commands.site import site_of_areas
from customer_value.errors import SiteError, WordsError
from customer_value.site.area_pages import AreaPages
from customer_value.site.artifacts import read_checks
from customer_value.site.compose import compose
from customer_value.site.folder import replacing
from customer_value.site.page import Page, PageData, merged
from customer_value.site.page_rows import AdsRow, PageRows
from customer_value.site.quality_rows import CheckResult, CheckRun
from customer_value.site.script import script
from customer_value.site.write import HERE, write_site
from customer_value.words.bilingual import Text
from customer_value.words.dictionary import read_words

START_PAGE_BYTES = 200_000
AREAS_WITH_PAGES = [area.name for area in AREAS if area.pages]
# words that are looked up by what is in the data, or by a name in Python
LOOKED_UP = re.compile(r"^(value|column|preference|control)\.|^(\w+)\.(title|menu|question)$")


class CodeInHtml(HTMLParser):
    """Notes what could run or style in the page itself: elements, attributes and far addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(tag)
        self.found += [name for name in names if name == "style" or name.startswith("on")]
        self.found += [value for _, value in attrs if re.match(r"\w+:", value or "", re.ASCII)]


def template_of(page: Page, data: PageData) -> str:
    """The page's template and those of the sections that areas add to it."""
    names = [f"{page.name}.html", *data.context.get("sections", [])]
    paths = [folder / name for folder in SITE.templates for name in names]
    return "".join(path.read_text("utf-8") for path in paths if path.is_file())


def code() -> str:
    templates = [path for folder in SITE.templates for path in folder.glob("*.html")]
    paths = [*templates, *(HERE / "static").glob("*.js")]
    return "\n".join(path.read_text("utf-8") for path in paths)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_table_and_chart_has_one_place_and_every_place_has_one(page: Page) -> None:
    data = page.data(site_tables())
    template = template_of(page, data)
    for part in ("chart", "figures", "control"):
        placed = re.findall(rf'parts\.{part}\("(\w+)"', template)
        assert sorted(placed) == sorted(getattr(data, f"{part.rstrip('s')}s")), part
    placed = re.findall(r'parts\.table\("(\w+)"', template)
    shown_otherwise = {figures.table for figures in data.figures.values()}
    assert sorted({*placed, *shown_otherwise}) == sorted(data.tables)
    assert len(placed) == len(set(placed))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_charts_draw_columns_of_their_tables(page: Page) -> None:
    data = page.data(site_tables())
    for name, chart in data.charts.items():
        columns = data.tables[chart.table].columns
        used = {chart.category, *chart.values, *filter(None, (chart.x, chart.colours))}
        assert used <= set(columns), name


def test_every_page_is_an_exposure_of_the_tables_that_it_reads() -> None:
    exposures = yaml.safe_load((REPOSITORY / "models/ads/exposures.yml").read_text("utf-8"))
    declared = {
        exposure["name"]: {re.sub(r"ref\('(\w+)'\)", r"\1", ref) for ref in exposure["depends_on"]}
        for exposure in exposures["exposures"]
    }
    read = {
        f"site_{page.name}": {kind.TABLE for kind in page.reads if issubclass(kind, AdsRow)}
        for page in (*PAGES, *(cards.page for cards in CARDS))
    }
    assert {name: declared.get(name) for name in read} == read


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    known = set(SITE.words.by_key)
    pages = {page.name for page in (*PAGES, *(cards.page for cards in CARDS))}
    used = {
        word
        for word in re.findall(r'"([a-z_]+\.[a-z_]+)"', code())
        if word.split(".")[0] in pages | {"site", "table", "chart", "figure"}
    }
    # by name, not by word
    used -= {"base.html", "parts.html"}
    assert used - known == set()
    assert {word for word in known - used if not LOOKED_UP.match(word)} == set()


def test_columns_in_the_dictionary_are_columns_of_a_page() -> None:
    shown = {
        column
        for page in PAGES
        for table in page.data(site_tables()).tables.values()
        for column in table.columns
    }
    for cards in CARDS:
        nobody = PageRows(BUILD, {kind: [] for kind in cards.page.reads})
        tables = [*cards.page.data(nobody).tables.values(), cards.listing(0, [])]
        shown |= {column for table in tables for column in table.columns}
    words = {word[7:] for word in SITE.words.by_key if word.startswith("column.")}
    assert words - shown == set()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a.b: {zh: x, en: y}", "The dictionary has 'a.b' twice, again in area/two.yml."),
        ("a.c: {zh: x}", "'a.c' in area/two.yml needs text for zh and en, and no other."),
        ("a.c: {zh: x, en: no}", "'a.c' in area/two.yml needs text for zh and en, and no other."),
    ],
)
def test_a_dictionary_with_a_fault_is_refused(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "area").mkdir()
    (tmp_path / "area" / "one.yml").write_text("a.b: {zh: x, en: y}", "utf-8")
    (tmp_path / "area" / "two.yml").write_text(text, "utf-8")
    with pytest.raises(WordsError, match=re.escape(sentence)):
        read_words([tmp_path / "area" / "one.yml", tmp_path / "area" / "two.yml"])


def test_data_cannot_end_their_script() -> None:
    text = script("page", {"name": BREAKOUT + "\u2028\u2029&", "both": Text("一", "one")})
    assert text.count("\n") == 1 and not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text[len("window.page = ") : -2]) == {
        "name": BREAKOUT + "\u2028\u2029&",
        "both": {"zh": "一", "en": "one"},
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_data_of_a_page_are_its_tables(page: Page, site: Path) -> None:
    written = page_data(site, page.name)["tables"]
    tables = page.data(site_tables()).tables
    assert {name: table["rows"] for name, table in written.items()} == {
        name: [[plain(cell) for cell in row] for row in table.rows]
        for name, table in tables.items()
    }


def test_names_in_templates_are_escaped(site: Path) -> None:
    html = (site / "rfm.html").read_text("utf-8")
    assert SCRIPT not in html and "&lt;script&gt;window.injected" in html


def test_the_start_page_is_small(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    files = {"index.html", *re.findall(r'(?:src|href)="((?:assets|data)/[^"]+)"', html)}
    assert not any("echarts" in file for file in files)
    assert sum((site / file).stat().st_size for file in files) < START_PAGE_BYTES


def test_the_same_rows_give_the_same_files(site: Path, tmp_path: Path, library: Path) -> None:
    write_site(SITE, site_tables(), library, tmp_path / "site")
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (site, tmp_path / "site")
    )
    assert first == second


def test_every_page_has_the_policy_and_no_code_of_its_own(site: Path) -> None:
    for page in PAGES:
        html = (site / page.file_name).read_text("utf-8")
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy and "http" not in policy
        code = CodeInHtml()
        code.feed(html)
        assert code.found == []


def broken(*_: object) -> PageData:
    raise SiteError("this page cannot be made")


def test_a_page_that_cannot_be_made_leaves_the_site_as_it_was(site: Path, library: Path) -> None:
    before = sorted(path.name for path in site.parent.rglob("*"))
    with pytest.raises(SiteError, match="cannot be made"):
        write_site(site_of(*PAGES, Page("rfm", (), broken)), site_tables(), library, site)
    assert sorted(path.name for path in site.parent.rglob("*")) == before


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo.jpg").write_text("x", "utf-8")
    with pytest.raises(SiteError, match="is there and is not a site"), replacing(tmp_path / "mine"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]

    (tmp_path / "link").symlink_to(tmp_path / "mine")
    with pytest.raises(SiteError, match="is there and is not a site"), replacing(tmp_path / "link"):
        pass


def test_pages_are_whole_wherever_a_replacement_is_killed(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    write_site(SITE, site_tables(), library, output)
    first = {path.name for path in (output / "data").iterdir()}
    replace, steps = Path.replace, 0

    def killed(path: Path, target: Path) -> Path:
        nonlocal steps
        if steps == 0:
            raise KeyboardInterrupt
        steps -= 1
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    for moment in range(0, 36, 5):
        steps = moment
        with suppress(KeyboardInterrupt):
            write_site(SITE, other_tables(), library, output)
        assert_whole(output)
    monkeypatch.setattr(Path, "replace", replace)

    write_site(SITE, other_tables(), library, output)
    assert_whole(output)
    assert len(first - {path.name for path in (output / "data").iterdir()}) == len(PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    write_site(SITE, other_tables(), library, tmp_path / "fresh")
    assert names_in(output) == names_in(tmp_path / "fresh")


def test_what_a_killed_run_was_removing_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished = tmp_path / "site.new"
    (unfinished / "assets").mkdir(parents=True)
    for name in ("index.html", "site.json", "zebra.html", "assets/icon.svg"):
        (unfinished / name).write_text("{}", "utf-8")
    remove, steps = os.unlink, 0

    def killed(path: str, *arguments: object, **options: Any) -> None:
        nonlocal steps
        steps += 1
        if steps % 2 == 0:
            raise KeyboardInterrupt
        remove(path, *arguments, **options)

    monkeypatch.setattr(os, "unlink", killed)
    for _ in range(4):
        with suppress(KeyboardInterrupt), replacing(tmp_path / "site"):
            raise KeyboardInterrupt
    monkeypatch.setattr(os, "unlink", remove)

    (unfinished / "assets").mkdir(parents=True, exist_ok=True)
    (unfinished / "site.json").unlink(missing_ok=True)
    with replacing(tmp_path / "site"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_only_a_command_with_tests_gives_test_results(tmp_path: Path) -> None:
    assert read_checks(tmp_path) == ([], [])
    for command, expected in (("generate", 0), ("build", 3)):
        results = {
            "metadata": {"invocation_started_at": "2024-06-30T22:30:00.123456Z"},
            "args": {"which": command},
            "results": [
                {"unique_id": "model.p.m", "status": "success", "failures": None},
                {"unique_id": "test.p.rows_conserved_m.1", "status": "pass", "failures": 0},
                {"unique_id": "unit_test.p.m.u", "status": "fail", "failures": 1},
                # left out: a table that it reads is not built
                {"unique_id": "test.p.left_out.1", "status": "no-op", "failures": 0},
            ],
        }
        conserved = {"name": "rows_conserved", "kwargs": {"ods_table": "ods_m"}}
        node = {"name": "t", "attached_node": "model.p.m", "test_metadata": conserved}
        manifest = {"nodes": {"test.p.rows_conserved_m.1": node}}
        (tmp_path / "run_results.json").write_text(json.dumps(results), "utf-8")
        (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
        run, checks = read_checks(tmp_path)
        assert len(checks) == expected
    assert run[0].started_at == "2024-06-30 22:30:00"
    assert [(check.status, check.rule, check.conserved_table) for check in checks] == [
        ("fail", "unit_test", None),
        ("skipped", "singular", None),
        ("pass", "rows_conserved", "ods_m"),
    ]


def area_of(folder: Path, number: int) -> AreaPages:
    """An area without pages, whose folder has words and one template."""
    (folder / "templates").mkdir(parents=True)
    (folder / "templates" / "mine.html").write_text("", "utf-8")
    (folder / "words.yml").write_text(f"a.b{number}: {{zh: x, en: y}}", "utf-8")
    return AreaPages(folder, pages=())


def test_areas_share_no_template_and_no_word(tmp_path: Path) -> None:
    one, other = area_of(tmp_path / "one", 1), area_of(tmp_path / "other", 2)
    with pytest.raises(SiteError, match=r"Two areas have a template mine\.html"):
        compose([one, other])
    (tmp_path / "other" / "templates" / "mine.html").unlink()
    (tmp_path / "other" / "words.yml").write_text("a.b1: {zh: x, en: y}", "utf-8")
    with pytest.raises(WordsError, match=r"The dictionary has 'a\.b1' twice, again in other/words"):
        compose([one, other])


def test_an_area_need_not_add_to_the_shared_pages(tmp_path: Path) -> None:
    site = compose([area_of(tmp_path / "one", 1)])
    rows = PageRows(BUILD, {CheckResult: [], CheckRun: []})
    start, quality = (page.data(rows) for page in site.pages[:2])
    assert start.tables["warehouse"].rows == [[0, 0, None, None]]
    assert quality.tables["row_counts"].rows == [] and quality.context["sections"] == []


@pytest.mark.parametrize("area", AREAS_WITH_PAGES)
def test_the_site_of_one_area_leads_to_its_own_pages_only(
    area: str, tmp_path: Path, library: Path
) -> None:
    alone = site_of_areas([area])
    write_site(alone, site_tables(), library, tmp_path / "site")
    pages = {page.file_name for page in alone.pages}
    texts = [(tmp_path / "site" / page).read_text("utf-8") for page in pages]
    linked = {link for text in texts for link in re.findall(r'href="(\w+\.html)"', text)}
    assert len(pages) < len(PAGES)
    assert linked - {"dbt_docs.html"} == pages


def test_parts_of_a_page_may_not_share_a_name() -> None:
    part = PageData(context={"run": None})
    with pytest.raises(ValueError, match="run is named twice among the context of a page"):
        merged(part, part)
