"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the pages as files: HTML from templates, and scripts and styles with a hash of their content
in their names.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from customer_value.site.compose import Site
from customer_value.site.folder import replacing, write_mark
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows
from customer_value.site.script import script
from customer_value.words.dictionary import Words

HERE = Path(__file__).parent
# in the order in which the browser has to run them; ECharts comes before them
SCRIPTS = (
    "numbers",
    "rows",
    "figures",
    "csv",
    "tables",
    "chart_parts",
    "chart_kinds",
    "chart_tiles",
    "charts",
    "statements",
    "trace",
    "page",
)
_AT_ONCE = "preferences"


def write_site(
    site: Site,
    rows: PageRows,
    library: Path,
    output: Path,
    beside: Mapping[str, Path] | None = None,
) -> list[Path]:
    """Write every page and put the site in place; `library` is the file of ECharts, `beside` are
    files that are copied as they are, by their names in the site.

    Returns the files, relative to `output`. Raises SiteError and leaves `output` as it was where
    a page cannot be made.
    """
    with replacing(output) as folder:
        files = _shared_files(folder, library, site.words)
        environment = _environment(site)
        for page in site.pages:
            _write_page(folder, page, site, rows, environment, files)
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
    for name in (_AT_ONCE, *SCRIPTS):
        files[name] = _put(folder, "assets", f"{name}.js", (static / f"{name}.js").read_bytes())
    return files


def _write_page(
    folder: Path,
    page: Page,
    site: Site,
    rows: PageRows,
    environment: Environment,
    files: Mapping[str, str],
) -> None:
    data = page.data(rows)
    _assert_headings(data, site.words)
    content = script("page", _browser_data(page, data)).encode("utf-8")
    html = environment.get_template(f"{page.name}.html").render(
        page=page,
        pages=site.pages,
        build=rows.build,
        files=files,
        scripts=[files[name] for name in SCRIPTS],
        data_file=_put(folder, "data", f"{page.name}.js", content),
        has_charts=bool(data.charts),
        data=data,
        **data.context,
    )
    (folder / page.file_name).write_text(html, "utf-8")


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
