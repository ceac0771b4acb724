"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Steps between the columns of models, in a small manifest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from customer_value.lineage.graph import NOT_COMPILED, Graph
from customer_value.lineage.rows import ColumnStep
from customer_value.lineage.trace import read_lineage, trace


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
    assert states == {"a": "traced", "b": "not_traced", "c": "counts_rows", "e": "not_traced"}
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


def test_only_the_rows_that_a_filter_means_are_followed() -> None:
    several = manifest()
    code = "select 'x' as kind, x as a from ods_t union all select 'y' as kind, y as a from ods_t"
    several["nodes"]["model.dwd_t"]["compiled_code"] = code
    several["nodes"]["model.dwd_t"]["columns"] = {"kind": {}, "a": {}}
    reading = "select a, (select max(a) from dwd_t where kind = 'y') as b from dwd_t"
    several["nodes"]["model.ads_t"]["compiled_code"] = reading
    graph = Graph(several)

    assert [step.source_column for step in graph.below("ads_t", "a")] == ["a", "x", "y"]
    assert list(graph.below("ads_t", "b")) == [
        ColumnStep(
            *("ads_t", "b", "column", "dwd_t", "a", "MAX(a)", ("kind = 'y'",)),
            source_given="kind = 'y'",
        ),
        ColumnStep("dwd_t", "a", "column", "ods_t", "y", given="kind = 'y'"),
    ]


def test_a_path_goes_on_from_rows_to_rows() -> None:
    counting = manifest()
    counting["nodes"]["model.ads_t"]["compiled_code"] = "select count(*) as a from dwd_t"
    code = "select x as a from ods_t where y > 0"
    counting["nodes"]["model.dwd_t"]["compiled_code"] = code
    columns, steps = trace(counting)
    assert [(step.source_table, step.source_column) for step in steps] == [
        ("dwd_t", "*"),
        ("ods_t", "*"),
    ]
    assert steps[1].filters == ("y > 0",)
    assert (columns[0].state, columns[0].ods_columns) == ("counts_rows", ("ods_t.*",))
