"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every selection ends well or says what to select: a model whose parent is not built, and a test that
also reads something that is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from spoken_project import write_project
from workspace import Outcome, Workspace

from dbt_spark_local.unbuilt_parents import with_parents

COMPARING = "as_many_orders_as_customers"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("unbuilt") / "project")


def build(workspace: Workspace, project: Path, *options: str, schema: str) -> Outcome:
    return workspace.dbt("build", *options, schema=schema, project=project)


def said(workspace: Workspace, schema: str) -> str:
    return (workspace.folder / "logs" / schema / "dbt.log").read_text("utf-8")


def test_a_model_without_its_parent_is_one_sentence_with_the_way_out(
    workspace: Workspace, spark: SparkSession, project: Path
) -> None:
    refused = build(workspace, project, "--select", "totals", schema="fresh_model")

    assert not refused.success and refused.statuses == {}
    assert "reads tables that are not built in this schema yet: orders." in refused.error
    assert "run it with --select +totals" in refused.error
    assert build(workspace, project, "--select", "+totals", schema="fresh_model").success
    # its parent is there now
    assert build(workspace, project, "--select", "totals", schema="fresh_model").success


def test_a_test_is_left_out_where_another_parent_is_not_built(
    workspace: Workspace, spark: SparkSession, project: Path
) -> None:
    built = build(workspace, project, "--select", "orders", schema="fresh_test")

    assert built.success
    assert built.statuses[COMPARING] == "no-op"
    assert built.named("pass") == sorted({*built.statuses} - {COMPARING, "orders"})
    assert (
        "1 test was left out, for want of tables that are not built in this schema: customers."
        in said(workspace, "fresh_test")
    )
    whole = build(workspace, project, schema="fresh_test")
    assert whole.success and whole.statuses[COMPARING] == "pass"
    # all is there now, so that nothing is left out
    again = build(workspace, project, "--select", "orders", schema="fresh_test")
    assert again.statuses[COMPARING] == "pass"


def test_tests_alone_before_any_build_are_one_sentence(
    workspace: Workspace, spark: SparkSession, project: Path
) -> None:
    refused = workspace.dbt("test", schema="fresh_tests", project=project)

    assert not refused.success
    assert "not built in this schema: customers, orders." in refused.error


@pytest.mark.parametrize(
    ("selected", "advice"),
    [
        (["staging"], "run it with --select +staging"),
        (["a", "+b"], "run it with --select +a +b"),
        (["a b+"], "run it with --select +a +b+"),
        (["path:models/a", "b"], "run it with --select +path:models/a +b"),
        (["tag:x,a"], "select these too"),
        ([], "select these too"),
    ],
)
def test_the_advice_fits_what_was_selected(selected: list[str], advice: str) -> None:
    assert with_parents(selected) == advice


def test_only_build_loads_seeds_too() -> None:
    assert with_parents(["a"], "run") == "run dbt build with --select +a"
