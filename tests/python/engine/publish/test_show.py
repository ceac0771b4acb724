"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What `make show` says: published rows, that a newer build was not published, and the way out where
there is nothing to show. Each test goes on where the one before stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from dbt.cli.main import dbtRunner
from pyspark.sql import SparkSession
from small_release import SmallRelease
from workspace import Workspace

from customer_value.commands.show import main

SCHEMA = "shown"
QUERY = "select send_id, send_time from {{ ref('ads_small') }}"
Said = tuple[int, str, str]


@pytest.fixture(scope="module")
def release(
    tmp_path_factory: pytest.TempPathFactory, workspace: Workspace, spark: SparkSession
) -> SmallRelease:
    return SmallRelease(tmp_path_factory.mktemp("small") / "project", workspace, SCHEMA)


@pytest.fixture
def show(
    release: SmallRelease, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], Said]:
    """Exit code, standard output and standard error of the command for a query."""
    monkeypatch.setenv("DBT_SCHEMA", SCHEMA)
    # dbt changes into the project
    monkeypatch.chdir(release.folder)

    def shown(query: str) -> Said:
        capsys.readouterr()
        code = main([f"--inline={query}", *release.options])
        return (code, *capsys.readouterr())

    return shown


@pytest.mark.parametrize(
    ("model", "table"),
    [("ads_small", "shown_ads.ads_small"), ("dwd_small", "shown_dwd.dwd_small")],
)
def test_before_any_build_the_way_out_is_said(
    show: Callable[[str], Said], model: str, table: str
) -> None:
    code, rows, said = show("select * from {{ ref('" + model + "') }}")

    assert (code, rows) == (1, "")
    assert said == (
        f"error: {table} does not exist: build it first (make build), name your schema with"
        " DBT_SCHEMA, or correct the name.\n"
    )


def test_a_mistyped_model_gets_the_nearest_name(show: Callable[[str], Said]) -> None:
    code, rows, said = show("select * from {{ ref('ads_smal') }}")

    assert (code, rows) == (1, "")
    assert said == "error: There is no model ads_smal: did you mean ads_small?\n"


def test_a_query_that_spark_refuses_gets_spark_s_reason(show: Callable[[str], Said]) -> None:
    code, _, said = show("selec 1")

    assert code == 1
    assert said.startswith("error: [PARSE_SYNTAX_ERROR]")
    assert "Runtime Error" not in said


def test_a_table_that_was_never_published_is_said(
    release: SmallRelease, show: Callable[[str], Said]
) -> None:
    assert not release.build("cast(null as string)").success

    code, rows, said = show(QUERY)

    assert (code, rows) == (1, "")
    assert said.startswith("error: shown_ads.ads_small was never published, and the newest build")
    assert "what it wrote is in shown_ads_candidate, and why is in logs/dbt.log" in said
    assert said.count("\n") == 1


def test_a_published_table_is_shown_without_a_note(
    release: SmallRelease, show: Callable[[str], Said]
) -> None:
    assert release.build("'s1'").success

    code, rows, said = show(QUERY)

    assert (code, said) == (0, "")
    assert "│ s1      │ 2024-06-30 03:30:00 │" in rows


def test_a_build_that_failed_leaves_what_is_shown_and_is_said(
    release: SmallRelease, show: Callable[[str], Said]
) -> None:
    assert not release.build("cast(null as string)").success

    code, rows, said = show(QUERY)

    assert code == 0
    assert "│ s1      │" in rows
    assert said.startswith("note: shown_ads.ads_small shows shown_ads__r")
    assert "was not published: what it wrote is in shown_ads_candidate" in said
    assert said.count("\n") == 1


def test_ref_of_dbt_itself_stays_the_candidate(
    release: SmallRelease, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBT_SCHEMA", SCHEMA)
    asked = ["--log-level", "none", "show", "--inline", QUERY]
    result: Any = dbtRunner().invoke([*asked, *release.options])

    assert [row[0] for row in result.result.results[0].agate_table.rows] == [None]


def test_a_build_that_did_not_reach_the_table_is_said(
    release: SmallRelease, show: Callable[[str], Said]
) -> None:
    assert release.build("'s2'").success
    assert not release.build("assert_true(false)").success

    code, rows, said = show(QUERY)

    assert code == 0
    assert "│ s2      │" in rows
    assert said.startswith("note: shown_ads.ads_small shows shown_ads__r")


def test_a_later_build_of_another_table_does_not_hide_the_one_that_failed(
    release: SmallRelease, show: Callable[[str], Said]
) -> None:
    assert not release.build("cast(null as string)").success
    assert release.build("'s3'", "--select", "ads_other").success

    assert show("select * from {{ ref('ads_other') }}")[2] == ""
    code, rows, said = show(QUERY)

    assert code == 0
    assert "│ s2      │" in rows
    assert said.startswith("note: shown_ads.ads_small shows shown_ads__r")


def test_other_tables_are_shown_as_they_are(show: Callable[[str], Said]) -> None:
    code, rows, said = show("-- all\nselect table_name from shown_ads.release_manifest")

    assert (code, said) == (0, "")
    assert "ads_small" in rows
