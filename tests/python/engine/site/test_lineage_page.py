"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The lineage page: paths as a reader chooses them, by mouse and keyboard, and the sources of columns
in small queries.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browsing import reading
from our_site import PAGES, site_of
from report_tables import IMAGE, SCRIPT
from site_tables import site_tables

from customer_value.site.artifacts import find_docs
from customer_value.site.lineage import NOT_COMPILED, read_lineage, trace
from customer_value.site.lineage_rows import DocsFile
from customer_value.site.lineage_sql import Sources, sources_of
from customer_value.site.pages import lineage
from customer_value.site.write import write_site

COLUMNS = {"sends": ["send_id", "amount", "level"], "uses": ["use_id", "send_id", "price"]}


def column(*sources: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return sources


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select amount as a from db.sends", column(("sends", "amount"))),
        ("with s as (select * from x.sends) select * from s", column(("sends", "send_id"))),
        ("select sends.amount * uses.price as a from x.sends left join x.uses on true",
         column(("sends", "amount"), ("uses", "price"))),
        ("select case when level = 'x' then amount end as a from sends",
         column(("sends", "amount"), ("sends", "level"))),
        ("select amount as a from sends union all select price from uses",
         column(("sends", "amount"), ("uses", "price"))),
        ("select sum(amount) over (partition by level) as a from sends",
         column(("sends", "amount"), ("sends", "level"))),
    ],
)  # fmt: skip
def test_values_come_from_columns(sql: str, expected: tuple[tuple[str, str], ...]) -> None:
    found = sources_of(sql, COLUMNS)
    assert isinstance(found, dict)
    assert next(iter(found.values())).columns == expected


def test_rows_that_are_counted_are_not_columns() -> None:
    counting = "with s as (select 1 as one from db.sends) select {} as a from s"
    for expression in ("count(*)", "sum(one)"):
        found = sources_of(counting.format(expression), COLUMNS)
        assert isinstance(found, dict)
        assert (found["a"].columns, found["a"].counted) == ((), ("sends",))
    found = sources_of("select 'x' as a, current_date() as b from sends", COLUMNS)
    assert found == {"a": Sources((), "'x'"), "b": Sources((), "CURRENT_DATE")}


def test_conditions_are_not_values() -> None:
    found = sources_of("select amount as a from sends where level = 'x'", COLUMNS)
    assert isinstance(found, dict) and found["a"].columns == (("sends", "amount"),)


def test_sql_that_cannot_be_read_is_a_sentence() -> None:
    assert str(sources_of("select ) from", COLUMNS)).startswith("sqlglot: ")


def manifest() -> dict[str, Any]:
    def model(name: str, layer: str, code: str, *parents: str, language: str = "sql") -> Any:
        return {
            "resource_type": "model", "package_name": "p", "original_file_path": f"{name}.sql",
            "name": name, "alias": name, "language": language,
            "fqn": ["p", layer, name], "compiled_code": code,
            "columns": {"a": {"data_type": "int", "description": "甲 / A"}},
            "depends_on": {"nodes": list(parents)},
        }  # fmt: skip

    raw = {"name": "ods_t", "columns": {"x": {}, "y": {}}}
    return {
        "sources": {"source.ods_t": raw},
        "nodes": {
            "model.ads_t": model(
                *("ads_t", "ads", "select d.a, p.a as b, 1 as c, q.a as e from r.dwd_t d, p, q"),
                *("model.dwd_t", "model.p", "model.q"),
            ),
            "model.dwd_t": model("dwd_t", "dwd", "select x as a from ods.ods_t", "source.ods_t"),
            "model.p": model("p", "dws", "def model(): ...", "model.dwd_t", language="python"),
            "model.q": model("q", "dws", "select ) from", "model.dwd_t"),
        },
    }


def test_paths_go_to_the_raw_column_or_say_where_they_end() -> None:
    columns, steps = trace(manifest())
    states = {row.column: row.state for row in columns}
    assert states == {
        "a": "traced",
        "b": "not_traced",
        "c": "counts_rows",
        "e": "not_traced",
    }
    assert (columns[0].dwd_columns, columns[0].ods_columns) == (("dwd_t.a",), ("ods_t.x",))
    assert (columns[0].data_type, columns[0].description) == ("int", "甲 / A")
    assert columns[1].python_models == ("p",)
    ends = {step.table: (step.kind, step.source_table) for step in steps if step.column == "a"}
    assert ends["p"] == ("python", "dwd_t") and ends["q"][0] == "unread"


def test_a_python_model_says_where_its_columns_come_from() -> None:
    declaring = manifest()
    sources = {"a": ["dwd_t.a"], "s": [], "u": None}
    declaring["nodes"]["model.p"] |= {
        "config": {"meta": {"column_sources": sources}},
        "columns": {column: {} for column in sources},
    }
    declaring["nodes"]["model.ads_t"]["compiled_code"] = "select p.a, p.s, p.u from p"

    columns, steps = trace(declaring)

    assert {row.column: row.state for row in columns} == {
        "a": "traced",
        "s": "no_source",
        "u": "not_traced",
    }
    assert columns[0].ods_columns == ("ods_t.x",)
    assert [step.expression for step in steps if (step.table, step.column) == ("p", "s")] == [
        "p.sql"
    ]


def test_without_compiled_models_there_is_no_lineage(tmp_path: Path) -> None:
    assert read_lineage(tmp_path) == ([], [])
    parsed = manifest()
    for node in parsed["nodes"].values():
        node["compiled_code"] = None
    (tmp_path / "manifest.json").write_text(json.dumps(parsed), "utf-8")
    assert read_lineage(tmp_path) == ([], [])

    (tmp_path / "compiled" / "p").mkdir(parents=True)
    for name in ("ads_t", "dwd_t"):
        code = manifest()["nodes"][f"model.{name}"]["compiled_code"]
        (tmp_path / "compiled" / "p" / f"{name}.sql").write_text(code, "utf-8")
    columns, steps = read_lineage(tmp_path)
    assert columns == trace(manifest())[0]
    assert [step.expression for step in steps if step.table == "q"] == [NOT_COMPILED]


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
            *("ads_sales.amount", "dwd_sales.amount", "ods_sales.price", "ods_sales.units"),
            *("dws_sales.amount", "dwd_sales.amount"),
        ]
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
        assert opened.evaluate("window.injected") is None
        assert reader.complaints == []
