"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command behind `make lineage`: what it prints, what it says of names that are not there, and the
lists that it writes anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from customer_value.commands.lineage import main

TREE = """\
ads_t.total
└─ dwd_t.amount
      = SUM(amount)
      where is_paid
   └─ ods_t.amount
         = CAST(amount AS DECIMAL(18, 2))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with two compiled models."""

    def model(name: str, code: str, columns: list[str], parent: str) -> dict[str, object]:
        return {
            "resource_type": "model", "package_name": "p", "original_file_path": f"{name}.sql",
            "name": name, "alias": name, "language": "sql", "compiled_code": code,
            "fqn": ["p", name[:3], name], "columns": {each: {} for each in columns},
            "depends_on": {"nodes": [parent]},
        }  # fmt: skip

    reading = "select cast(amount as decimal(18, 2)) as amount, is_paid from ods.ods_t"
    summing = "select sum(amount) as total, count(*) as orders from x.dwd_t where is_paid"
    manifest = {
        "sources": {"source.ods_t": {"name": "ods_t", "columns": {"amount": {}, "is_paid": {}}}},
        "nodes": {
            "model.dwd_t": model("dwd_t", reading, ["amount", "is_paid"], "source.ods_t"),
            "model.ads_t": model("ads_t", summing, ["total", "orders"], "model.dwd_t"),
        },
    }
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return tmp_path


def test_a_path_is_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ads_t.total", "--project-dir", str(project)]) == 0
    assert capsys.readouterr().out == TREE

    assert main(["ads_t.orders", "--json", "--project-dir", str(project)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "column": "ads_t.orders",
        "steps": [
            {
                "of": "ads_t.orders",
                "kind": "rows",
                "from": "dwd_t.*",
                "expression": "COUNT(*)",
                "filters": ["is_paid"],
            },
            {"of": "dwd_t.*", "kind": "rows", "from": "ods_t.*"},
        ],
    }


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["ads_t.totl"], "ads_t has no column 'totl'. Did you mean total?"),
        (["ads_tt.total"], "No table is called 'ads_tt'. Did you mean ads_t"),
        (["zzz.total"], "No table is called 'zzz': look for its name"),
        (["ads_t"], "Name a column of ads_t, as in ads_t.total. It has total, orders."),
        ([], "Name a column: make lineage COLUMN=table.column"),
        (["ads_t.total", "--target-path", "nowhere"], "There are no compiled models in nowhere"),
    ],
)
def test_what_is_not_there_is_said_with_close_names(
    project: Path, capsys: pytest.CaptureFixture[str], asked: list[str], sentence: str
) -> None:
    assert main([*asked, "--project-dir", str(project)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"error: {sentence}")


def test_lists_are_written_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project / "docs" / "lineage"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("# about\n\nads_t.total\n└─ what was\n", "utf-8")
    assert main(["--renew", "--project-dir", str(project)]) == 0
    assert (folder / "a.txt").read_text("utf-8") == f"# about\n\n{TREE}"
    assert [path.name for path in folder.iterdir()] == ["a.txt"]

    (folder / "a.txt").write_text("# about\n\nads_t.gone\n", "utf-8")
    assert main(["--renew", "--project-dir", str(project)]) == 2
    assert "ads_t has no column 'gone'" in capsys.readouterr().err
    assert "ads_t.gone" in (folder / "a.txt").read_text("utf-8")
