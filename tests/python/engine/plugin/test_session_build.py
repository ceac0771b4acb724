"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Python models in a real dbt build on a real session: one process and one JVM for all cases.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from tiny_project import run_python, write_tiny_project

HISTORY = ["run", "--select", "history"]
STEPS = {
    "build": ["build"],
    "next_day": [
        *HISTORY, "growing", "adding", "--vars", "{as_of_date: '2024-06-30', amount: 2}",
    ],
    "failing": ["run", "--select", "adding", "--vars", "{amount: 0}"],
    "with_a_view": ["run", "--select", "with_a_view"],
    "docs": ["docs", "generate", "--quiet"],
    "same_day_again": [*HISTORY, "--vars", "{as_of_date: '2024-06-30', amount: 3}"],
    "column_lost": [*HISTORY, "--vars", "{as_of_date: '2024-06-30', drop_amount: true}"],
    "full_refresh": [
        *HISTORY, "--full-refresh", "--vars", "{as_of_date: '2024-06-30', amount: 4}",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("tiny")
    write_tiny_project(folder)
    (folder / "steps.json").write_text(json.dumps(STEPS), encoding="utf-8")
    steps = str(Path(__file__).with_name("run_steps.py"))
    run_python(folder, steps, "steps.json", "report.json")
    content: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    content["compiled"] = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (folder / "target" / "run" / "tiny" / "models").glob("*.py")
    }
    return content


def message(report: dict[str, Any], model: str, step: str = "build") -> str:
    status, text = report[step]["nodes"][model]
    assert status == "error", (model, status, text)
    return str(text)


def stored(report: dict[str, Any], table: str, step: str = "build") -> list[list[str]]:
    rows: list[list[str]] = report[step]["tables"][table]["rows"]
    return rows


def test_every_kind_of_frame_becomes_a_table(report: dict[str, Any]) -> None:
    assert stored(report, "spark_frame") == [["c2", "20"]]
    assert stored(report, "pandas_frame") == [["c1", "10"], ["c2", "20"]]


def test_pandas_on_spark_frame_becomes_a_table(report: dict[str, Any]) -> None:
    if report["pandas_on_spark_trouble"]:
        pytest.skip(f"pyspark.pandas cannot be imported: {report['pandas_on_spark_trouble']}")

    assert stored(report, "pandas_on_spark_frame") == [["c1", "10"], ["c2", "20"]]


def test_empty_pandas_frame_needs_types(report: dict[str, Any]) -> None:
    typed = report["build"]["tables"]["typed_empty_pandas_frame"]
    assert (typed["columns"], typed["rows"]) == (["amount"], [])
    assert (
        "Python model untyped_empty_pandas_frame returned an empty pandas frame from which Spark"
        " cannot tell the column types (no type in column customer_id, amount): return a Spark"
        " frame with an explicit schema"
    ) in message(report, "untyped_empty_pandas_frame")


def test_pandas_values_unknown_to_spark_get_a_sentence(report: dict[str, Any]) -> None:
    assert "Python model odd_pandas_column returned a pandas frame from which Spark cannot" in (
        message(report, "odd_pandas_column")
    )


def test_other_results_are_refused_by_name_and_type(report: dict[str, Any]) -> None:
    assert message(report, "list_of_rows").splitlines()[1:] == [
        "  Python model list_of_rows returned list: model() must return a Spark, pandas-on-Spark"
        " or pandas data frame."
    ]


def test_partition_column_must_be_returned(report: dict[str, Any]) -> None:
    assert message(report, "wrong_partition").splitlines()[1:] == [
        "  Python model wrong_partition returned no column dt, needed by `partition_by`;"
        " it returned customer_id, amount."
    ]


def test_failure_shows_file_line_and_message_of_model_and_package(report: dict[str, Any]) -> None:
    package_file = os.path.join("lib", "tiny_package", "prices.py")
    assert message(report, "raising").splitlines() == [
        "Runtime Error in model raising (models/raising.py)",
        "  models/raising.py:8 in model: return discount(customers)",
        f'  {package_file}:3 in discount: raise ValueError(f"no price in {{customers.columns}}")',
        "  ValueError: no price in ['customer_id', 'amount']",
    ]


def test_spark_errors_come_without_java_stack_and_plan(report: dict[str, Any]) -> None:
    analysed = message(report, "unknown_column").splitlines()
    assert analysed[1] == (
        '  models/unknown_column.py:3 in model: return dbt.ref("customers").select("amonut")'
    )
    assert analysed[2].startswith("  AnalysisException: [UNRESOLVED_COLUMN")
    computed = message(report, "failing_in_spark")
    assert "failing_in_spark.py: while Spark computed or wrote the result of model()" in computed
    assert "below zero" in computed
    # Spark 3.5 repeats the cause; a Java stack or a plan would be dozens of lines.
    assert max(len(analysed), len(computed.splitlines())) <= 6


def test_failed_model_skips_dependents_and_nothing_else(report: dict[str, Any]) -> None:
    build = report["build"]
    assert build["exit_code"] == 1
    assert {name for name, (status, _) in build["nodes"].items() if status == "skipped"} == {
        "after_raising"
    }
    assert "SystemExit: bye" in message(report, "leaving")
    assert {"raising", "after_raising", "failing_in_spark"}.isdisjoint(build["tables"])


def test_config_and_meta_arrive_as_native_values(report: dict[str, Any]) -> None:
    assert dict(stored(report, "settings")) == {
        "bins": "5",
        "levels": repr(
            [
                {"user_level": "流失用户", "max_total": 5},
                {"user_level": "高价值用户", "max_total": 15},
            ]
        ),
        "note": repr('客服\'s "note"'),
        "absent": "'fallback'",
        "file_format": "'parquet'",
    }


def test_workers_run_the_python_that_runs_dbt(report: dict[str, Any]) -> None:
    # the surrounding environment is not activated, so `python3` on the PATH is another one
    assert stored(report, "python_of_workers") == [[sys.executable]]


def test_first_incremental_run_creates_a_partitioned_table(report: dict[str, Any]) -> None:
    assert report["build"]["tables"]["history"] == {
        "columns": ["customer_id", "amount", "as_of_date"],
        "partitioned_by": ["as_of_date"],
        "rows": [["c1", "1", "2024-06-29"]],
    }


def test_later_runs_replace_their_partitions_and_keep_the_others(report: dict[str, Any]) -> None:
    kept = ["c1", "1", "2024-06-29"]
    assert stored(report, "history", "next_day") == [kept, ["c1", "2", "2024-06-30"]]
    assert stored(report, "history", "same_day_again") == [kept, ["c1", "3", "2024-06-30"]]


def test_lost_column_stops_the_run_and_leaves_the_table(report: dict[str, Any]) -> None:
    assert report["column_lost"]["exit_code"] == 1
    assert (
        "Python model history returned no column amount, needed by the existing table tiny.history"
    ) in message(report, "history", "column_lost")
    assert stored(report, "history", "column_lost") == stored(report, "history", "same_day_again")


def test_full_refresh_rebuilds_the_partitioned_table(report: dict[str, Any]) -> None:
    rebuilt = report["full_refresh"]["tables"]["history"]
    assert rebuilt["rows"] == [["c1", "4", "2024-06-30"]]
    assert rebuilt["partitioned_by"] == ["as_of_date"]


def test_schema_change_is_compared_with_the_staged_result(report: dict[str, Any]) -> None:
    assert report["next_day"]["tables"]["growing"]["columns"] == ["customer_id", "origin"]
    assert stored(report, "growing", "next_day") == [["c1", "None"], ["c1", "new"]]


def test_nothing_is_left_of_staging(report: dict[str, Any]) -> None:
    assert stored(report, "adding", "next_day") == [["10", "None"]] * 2 + [["20", "None"]] * 2
    assert "is not true" in message(report, "adding", "failing")
    for step in STEPS:
        left = [*report[step]["tables"], *report[step]["temporary"]]
        assert [name for name in left if "__dbt_tmp" in name] == []


def test_relations_are_listed_beside_a_temporary_view(report: dict[str, Any]) -> None:
    assert "made_by_a_model" in report["with_a_view"]["temporary"]
    assert report["docs"]["exit_code"] == 0
    assert report["same_day_again"]["exit_code"] == 0


def test_the_runner_leaves_no_temporary_view_to_its_next_command(report: dict[str, Any]) -> None:
    assert report["runner"] == {"exit_code": 0, "temporary": []}


def test_explicit_databricks_method_keeps_code_and_helper_of_dbt_spark(
    report: dict[str, Any],
) -> None:
    assert "Databricks cluster_id is required" in message(report, "on_databricks")
    assert "dbt_spark_session_python" not in report["compiled"]["on_databricks"]
    assert 'saveAsTable("tiny.on_databricks")' in report["compiled"]["on_databricks"]
