"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a user can set, and what a wrong setting or a wrong ODS says.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dbt.cli.main import dbtRunner
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace, copy_project

PROMO = "customer_service_promo"
SCORES = (
    f"dws_{PROMO}_consumer_metrics",
    f"dws_{PROMO}_consumer_rfm",
    f"dws_{PROMO}_rfm_cut_points",
)


def on_sample(workspace: Workspace, *selected: str, schema: str, **settings: object) -> Outcome:
    """Build some nodes, and the tests of nothing else, in another schema on top of the sample."""
    return workspace.dbt(
        *("build", "--indirect-selection", "cautious", "--select", *selected),
        *("--defer", "--favor-state", "--state", str(workspace.target_path("sample"))),
        schema=schema,
        settings=settings,
    )


def test_every_as_of_date_that_was_built_stays_and_is_compared(
    sample: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    migration = f"ads_{PROMO}_level_migration"
    for as_of_date in ("2024-06-23", "2024-06-30"):
        built = on_sample(workspace, *SCORES, migration, schema="history", as_of_date=as_of_date)
        assert built.success, built.named("fail", "error", "skipped")

    scores = spark.table(f"history_dws.dws_{PROMO}_consumer_rfm")
    sizes = {
        str(row.as_of_date): row["count"] for row in scores.groupBy("as_of_date").count().collect()
    }
    moves = spark.table(f"history_ads_candidate.{migration}").collect()

    assert set(sizes) == {"2024-06-23", "2024-06-30"}
    assert {str(move.previous_as_of_date) for move in moves} == {"2024-06-23"}
    assert sum(move.consumer_count for move in moves if move.from_level) == sizes["2024-06-23"]
    assert sum(move.consumer_count for move in moves if move.to_level) == sizes["2024-06-30"]
    assert (
        scores.where("as_of_date = '2024-06-30'")
        .drop("as_of_date")
        .exceptAll(spark.table(f"sample_dws.dws_{PROMO}_consumer_rfm").drop("as_of_date"))
        .isEmpty()
    )


def test_fixed_cut_points_score_the_same_in_both_engines(
    sample: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    built = on_sample(
        workspace, *SCORES, "assert_rfm_python_equals_sql", schema="fixed", rfm_method="fixed"
    )
    assert built.success, built

    best = spark.table(f"fixed_dws.dws_{PROMO}_consumer_rfm").where("r_score = 5")
    assert best.where("recency_days > 7").isEmpty() and not best.isEmpty()


def test_rate_above_the_cap_is_a_warning_that_names_the_row(
    sample: Outcome, workspace: Workspace
) -> None:
    test = "warn_use_rate_above_what_the_column_holds"

    warned = on_sample(workspace, test, schema="capped", use_rate_cap=0.01)

    assert (sample.statuses[test], warned.statuses[test]) == ("pass", "warn")


@pytest.mark.parametrize(
    ("as_of_date", "sentence"),
    [
        ("2024-06-30' or '1'='1", "give a date between 1970 and 2100 as YYYY-MM-DD"),
        ("30.06.2024", "give a date between 1970 and 2100 as YYYY-MM-DD"),
        ("2023-02-29", "a day that no calendar has"),
    ],
)
def test_wrong_as_of_date_is_one_sentence(
    workspace: Workspace, spark: SparkSession, as_of_date: str, sentence: str
) -> None:
    refused = workspace.dbt("parse", schema="refused", settings={"as_of_date": as_of_date})

    assert not refused.success
    assert f"as_of_date is '{as_of_date}'" in refused.error and sentence in refused.error


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"backfill_from": "2024-06-30", "backfill_to": "2024-06-01"}, "swap them"),
        ({"ods_min_time": "1899-12-31 00:00:00"}, "give 1900-01-02 00:00:00 or later"),
        ({f"{PROMO}_ods": "source"}, "give shared_ods: source"),
    ],
)
def test_settings_that_contradict_each_other_are_one_sentence(
    workspace: Workspace, spark: SparkSession, settings: dict[str, str], sentence: str
) -> None:
    refused = workspace.dbt("parse", schema="refused", settings=settings)

    assert not refused.success and sentence in refused.error


def test_slips_in_a_list_of_tables_are_sentences(
    workspace: Workspace, spark: SparkSession, tmp_path: Path
) -> None:
    parent = "'parent': {'table': 'dwd_customer_service', 'column': 'shop_id', 'reason': 'none'}"
    slips = {
        "required private": ("required privat", "consumer_id is 'privat'; a column's words are"),
        "'key': ['use_id'],": ("'key': ['use_id', 'send_id'],", "2 columns as its key"),
        "'time': 'send_time'": ("'time': none", "is_fact, without a time"),
        "'key': ['activity_id'],": (f"'key': ['activity_id'], {parent},", "only a fact can have"),
        "'time': 'create_time',": (
            "'time': 'create_time', 'keys': [],",
            "'keys'; a table has",
        ),
    }
    project = copy_project(tmp_path / "project")
    tables = project / f"macros/{PROMO}/{PROMO}_tables.sql"
    text = tables.read_text("utf-8")
    for written, (slip, _) in slips.items():
        assert text.count(written) == 1, written
        text = text.replace(written, slip)
    tables.write_text(text, encoding="utf-8")

    parsed = workspace.dbt("parse", schema="slip", project=project)

    assert [said for _, said in slips.values() if said not in parsed.error] == []


@pytest.mark.parametrize(
    ("select", "sentence"),
    [
        ("*", None),
        ("* except (pay_time)", "ODS table ods_customer_service_promo_use lacks column pay_time"),
        (None, "ODS table ods_customer_service_promo_use is missing"),
    ],
    ids=["complete", "column missing", "table missing"],
)
def test_incomplete_ods_is_one_sentence(
    sample: Outcome,
    workspace: Workspace,
    spark: SparkSession,
    select: str | None,
    sentence: str | None,
) -> None:
    table = "ods_customer_service_promo_use"
    spark.sql("create schema if not exists partial_ods")
    spark.sql(f"drop table if exists partial_ods.{table}")
    if select:
        columns = [c for c in spark.table(f"sample_ods.{table}").columns if c not in select]
        spark.table(f"sample_ods.{table}").select(columns).write.saveAsTable(f"partial_ods.{table}")

    built = workspace.dbt(
        *("run", "--select", "stg_customer_service_promo_use"),
        schema="partial",
        settings={
            **{f"{PROMO}_ods": "source", "shared_ods": "source"},
            "ods_schema": "partial_ods",
        },
    )

    message = built.messages["stg_customer_service_promo_use"]
    assert built.success == (sentence is None)
    assert sentence is None or sentence in message


def test_show_prints_json_and_nothing_else(
    sample: Outcome,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DBT_SCHEMA", "sample")
    capsys.readouterr()
    dbtRunner().invoke(
        [
            *("--quiet", "show", "--limit", "-1", "--output", "json"),
            *("--inline", f"select * from {{{{ ref('ads_{PROMO}_overview') }}}}"),
            *("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)),
            *("--target-path", str(workspace.target_path("show"))),
            *("--log-path", str(workspace.folder / "logs" / "show")),
        ]
    )

    assert len(json.loads(capsys.readouterr().out)["show"]) == 15
