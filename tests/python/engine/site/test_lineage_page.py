"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The lineage page: paths as a reader chooses them, by mouse and keyboard.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from browsing import reading
from our_site import PAGES, site_of
from report_tables import FILTER, IMAGE, MADE, SCRIPT
from site_tables import site_tables

from customer_value.site.artifacts import DocsFile, find_docs
from customer_value.site.pages import lineage
from customer_value.site.write import write_site


def test_dbt_docs_are_a_file_of_their_own(tmp_path: Path, library: Path) -> None:
    assert find_docs(tmp_path) == {}
    docs = tmp_path / "static_index.html"
    docs.write_text("<html>docs", "utf-8")
    assert find_docs(tmp_path) == {DocsFile("dbt_docs.html", "0.0"): docs}
    output = tmp_path / "site"
    write_site(site_of(lineage.PAGE), site_tables(), library, output, {"dbt_docs.html": docs})
    assert (output / "dbt_docs.html").read_text("utf-8") == "<html>docs"
    assert 'href="dbt_docs.html"' in (output / "lineage.html").read_text("utf-8")
    write_site(site_of(lineage.PAGE), site_tables(DocsFile=[]), library, output)
    assert "dbt_docs.html" not in (output / "lineage.html").read_text("utf-8")
    assert not (output / "dbt_docs.html").exists() and lineage.PAGE in PAGES


def test_a_path_is_chosen_by_keyboard_and_drawn_once(browser: Any, site: Path) -> None:
    with reading(browser, site) as reader:
        opened = reader.open("lineage.html")
        tree = opened.locator(".tree")
        assert tree.locator("code").all_text_contents() == [
            *("ads_sales.amount", "dwd_sales.amount", "ods_sales.price"),
            *(MADE, f"{FILTER} AND not is_test", "ods_sales.units"),
            *("dws_sales.amount", "dwd_sales.amount"),
        ]
        assert f"条件 {FILTER}" in tree.inner_text()
        assert "上面已展开" in tree.inner_text()
        opened.locator('[data-choose="column"]').focus()
        opened.keyboard.press("ArrowDown")
        opened.locator(".tree > code", has_text="ads_sales.level").wait_for()
        assert opened.evaluate("document.activeElement.dataset.choose") == "column"
        assert "Python 模型，里面无法追踪" in tree.inner_text() and SCRIPT in tree.inner_text()
        reader.choose("language", "en")
        assert "A Python model, not traced inside" in tree.inner_text()
        opened.locator('[data-choose="column"]').select_option("load_time")
        assert f"From no column: {IMAGE}" in tree.inner_text()
        opened.locator('[data-choose="column"]').select_option("sales")
        # only the rows that are meant: not those of ods_other
        assert tree.locator("code").all_text_contents() == [
            *("ads_sales.sales", "dwd_sales", "COUNT(*)", "ods_sales", SCRIPT),
        ]
        assert f"where {SCRIPT}" in tree.inner_text()
        assert opened.evaluate("window.injected") is None
        assert reader.complaints == []
