"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the pages as files: HTML from templates, and scripts and styles with a hash of their content
in their names.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from customer_value.site.card_page import CardPage, People
from customer_value.site.compose import Site
from customer_value.site.folder import replacing, write_mark
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import Build, PageRows
from customer_value.site.script import script
from customer_value.site.write_cards import PRIVATE, card_data, write_card_files
from customer_value.words.dictionary import Words

HERE = Path(__file__).parent
# in the order in which the browser has to run them; ECharts comes before them
SCRIPTS = (
    "numbers",
    "rows",
    "figures",
    "facts",
    "csv",
    "tables",
    "chart_parts",
    "chart_kinds",
    "chart_sankey",
    "chart_tiles",
    "charts",
    "statements",
    "trace",
    "page",
)
_AT_ONCE = "preferences"
# only where there are cards, after all others
_OF_CARDS = "cards"


def write_site(
    site: Site,
    rows: PageRows,
    library: Path,
    output: Path,
    beside: Mapping[str, Path] | None = None,
    people: People | None = None,
) -> list[Path]:
    """Write every page and put the site in place; `library` is the file of ECharts, `beside` are
    files that are copied as they are, by their names in the site. Single people are shown, in
    `private/`, where `people` has some.

    Returns the files, relative to `output`. Raises SiteError and leaves `output` as it was where
    a page cannot be made.
    """
    with replacing(output) as folder:
        press = _Press(folder, site, rows.build, _shared_files(folder, library, site.words))
        for page in site.pages:
            press.write(page, page.data(rows), SCRIPTS)
        if people is not None:
            for cards in site.cards:
                _write_cards(press, cards, people)
        for name, path in (beside or {}).items():
            shutil.copyfile(path, folder / name)
        write_mark(
            folder, {"build": asdict(rows.build), "pages": [p.file_name for p in site.pages]}
        )
        written = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return written


def _shared_files(folder: Path, library: Path, words: Words) -> dict[str, str]:
    (folder / "assets").mkdir()
    (folder / "data").mkdir()
    static = HERE / "static"
    files = {
        "style": _put(folder, "assets", "style.css", (static / "style.css").read_bytes()),
        "icon": _put(folder, "assets", "icon.svg", (static / "icon.svg").read_bytes()),
        "words": _put(folder, "assets", "words.js", script("words", words.as_lists()).encode()),
        "echarts": _put(folder, "assets", "echarts.js", library.read_bytes()),
    }
    for name in (_AT_ONCE, *SCRIPTS, _OF_CARDS):
        files[name] = _put(folder, "assets", f"{name}.js", (static / f"{name}.js").read_bytes())
    return files


@dataclass(frozen=True)
class _Press:
    """Writes pages into a folder; `files` are those that all of them need, by their names."""

    folder: Path
    site: Site
    build: Build
    files: Mapping[str, str]

    @cached_property
    def environment(self) -> Environment:
        return _environment(self.site)

    def write(self, page: Page, data: PageData, scripts: Sequence[str], part: str = "") -> None:
        """Write a page with its data, into a part of the site where one is given."""
        _assert_headings(data, self.site.words)
        content = script("page", _browser_data(page, data)).encode("utf-8")
        root, place = ("../", f"{part}/data") if part else ("", "data")
        files = {name: root + path for name, path in self.files.items()}
        html = self.environment.get_template(f"{page.name}.html").render(
            page=page,
            pages=self.site.pages,
            build=self.build,
            root=root,
            files=files,
            scripts=[files[name] for name in scripts],
            data_file=root + _put(self.folder, place, f"{page.name}.js", content),
            has_charts=bool(data.charts),
            data=data,
            **data.context,
        )
        (self.folder / part / page.file_name).write_text(html, "utf-8")


def _write_cards(press: _Press, cards: CardPage, people: People) -> None:
    """The cards of everybody who has one, and their page, which says where they are."""
    count = people.count(cards)
    if count == 0:
        return
    (press.folder / PRIVATE / "data").mkdir(parents=True, exist_ok=True)
    named = write_card_files(press.folder / PRIVATE, cards, people, count)
    data = card_data(cards, people, press.build, count, named)
    press.write(cards.page, data, (*SCRIPTS, _OF_CARDS), PRIVATE)


def _browser_data(page: Page, data: PageData) -> dict[str, object]:
    return {
        "name": page.name,
        "tables": data.tables,
        "charts": data.charts,
        "figures": data.figures,
        "controls": data.controls,
        "facts": data.facts,
    }


def _assert_headings(data: PageData, words: Words) -> None:
    for table in data.tables.values():
        for column in table.columns:
            words.text(f"column.{column}")


def _environment(site: Site) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(site.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["word"] = _word(site.words)
    environment.globals["text"] = site.words.text
    return environment


def _word(words: Words) -> Callable[[str], Markup]:
    """{{ word('key') }}: Chinese, and a mark by which the browser puts the other language there."""

    def marked(key: str) -> Markup:
        return Markup('<span data-word="{}">{}</span>').format(key, words.text(key))

    return marked


def _put(folder: Path, part: str, name: str, content: bytes) -> str:
    """Write a file under a name that changes with its content, so that no page gets an old one."""
    stem, suffix = name.rsplit(".", 1)
    path = f"{part}/{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    (folder / path).write_bytes(content)
    return path
