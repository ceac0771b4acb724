"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the plug-ins do without a JVM: registration, refusal of other connections, error texts.
"""

from __future__ import annotations

import subprocess
import sys
from types import CodeType, SimpleNamespace

import pytest
from dbt.adapters.spark.connections import (
    SparkConnectionManager,
    SparkConnectionMethod,
    SparkCredentials,
)
from dbt.adapters.spark.impl import SparkAdapter
from dbt.plugins.manager import PluginManager
from dbt_common.exceptions import DbtRuntimeError

from dbt_spark_local import SparkLocalPlugin
from dbt_spark_local.executor_watch import watching_session
from dbt_spark_session_python import SessionPythonPlugin, submission, temporary
from dbt_spark_session_python.failure import ModelSource, describe, short_message
from dbt_spark_session_python.submission import SessionPythonJobHelper

MODEL = ModelSource(
    path="/project/models/scores.py",
    shown_path="models/scores.py",
    code="def model(dbt, session):\n    return compute()",
    first_line=3,
)


def test_dbt_finds_the_plugins_by_their_module_names() -> None:
    assert {"dbt_spark_local", "dbt_spark_session_python"} <= set(
        PluginManager.get_prefixed_modules()
    )


def test_initialize_again_changes_nothing() -> None:
    SessionPythonPlugin(project_name="tiny")
    helpers = SparkAdapter.python_submission_helpers
    SessionPythonPlugin(project_name="tiny")
    SessionPythonPlugin(project_name="other")

    assert SparkAdapter.python_submission_helpers is helpers


def test_initializing_the_local_plugin_again_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # dbt keeps the flags of the last command of a process, also of one that failed on purpose
    monkeypatch.setattr("dbt_spark_local.plugin.get_flags", SimpleNamespace)
    SparkLocalPlugin(project_name="tiny")
    before = (SparkConnectionManager.open, list(submission._guards))
    SparkLocalPlugin(project_name="tiny")
    SparkLocalPlugin(project_name="other")

    assert (SparkConnectionManager.open, submission._guards) == before
    assert submission._guards == [watching_session]


def test_session_is_the_default_beside_the_databricks_methods() -> None:
    SessionPythonPlugin(project_name="tiny")
    adapter = SparkAdapter.__new__(SparkAdapter)

    assert adapter.default_python_submission_method == "session"
    assert sorted(adapter.python_submission_helpers) == [
        "all_purpose_cluster",
        "job_cluster",
        "session",
    ]


@pytest.mark.parametrize("method", ["thrift", "http", "odbc"])
def test_other_connections_get_one_clear_sentence(method: str) -> None:
    credentials = SparkCredentials(
        method=SparkConnectionMethod.SESSION, host="localhost", schema="tiny"
    )
    # Set afterwards, since dbt-spark refuses methods whose driver is not installed.
    credentials.method = SparkConnectionMethod(method)

    with pytest.raises(DbtRuntimeError) as refusal:
        SessionPythonJobHelper({"name": "scores"}, credentials)

    assert refusal.value.msg == (
        "Python model scores needs a connection with `method: session`, but this profile uses"
        f" `method: {method}`: use the SQL implementation of this model, or set"
        " `submission_method` explicitly to run it on Databricks."
    )


@pytest.mark.parametrize(
    ("statement", "views"),
    [
        ("create or replace temporary view a__dbt_tmp as\n  select 1", ["a__dbt_tmp"]),
        ('/* {"app": "dbt"} */\n-- 粒度\n CREATE TEMP VIEW if not exists `一` as select 1', ["一"]),
        ("create or replace view a as select 'create temporary view b as'", []),
        ("-- create temporary view b as\nselect 1", []),
        ("/*" * 5000, []),
    ],
    ids=["of an incremental model", "after comments", "stored", "in a comment", "unclosed"],
)
def test_a_statement_that_makes_a_temporary_view_is_noticed(
    statement: str, views: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = SimpleNamespace(views=[])
    monkeypatch.setattr(temporary, "_made", noted)

    temporary.note_statement(statement)

    assert noted.views == views


def test_writer_imports_neither_pandas_nor_pyspark() -> None:
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, dbt_spark_session_python.writer;"
            "sys.exit(' '.join({'pandas', 'pyspark'} & set(sys.modules)) or 0)",
        ],
        check=True,
    )


def raised_by(code: CodeType, message: str) -> BaseException:
    def compute() -> None:
        raise RuntimeError(message)

    namespace: dict[str, object] = {"compute": compute}
    try:
        exec(code, namespace)
    except RuntimeError as error:
        return error
    raise AssertionError("the model did not fail")


def test_java_stack_and_plan_are_left_out_and_the_last_cause_kept() -> None:
    code = compile("\n\n" + MODEL.code + "\nmodel(None, None)", MODEL.path, "exec")
    java = "\n".join(f"\tat org.apache.spark.Task{n}.run(Task.scala:{n})" for n in range(200))
    text = (
        "Job aborted.\nDriver stacktrace:\n'Project ['amonut]\n+- Relation tiny.customers\n"
        f"{java}\n"
        f"Caused by: first\n{java}\nCaused by: disk full\n{java}\n\t... 12 more\n"
        f"\nJVM stacktrace:\norg.apache.spark.SparkException\n{java}"
    )

    shown = describe(raised_by(code, text), MODEL).splitlines()

    assert shown[0] == "models/scores.py:4 in model: return compute()"
    assert shown[-2:] == ["RuntimeError: Job aborted.", "Caused by: disk full"]
    assert len(shown) == 4


def test_long_message_is_cut_visibly() -> None:
    code = compile("\n\n" + MODEL.code + "\nmodel(None, None)", MODEL.path, "exec")

    shown = describe(raised_by(code, "\n".join(f"row {n}" for n in range(100))), MODEL)

    assert len(shown.splitlines()) < 20
    assert shown.endswith("…")


def test_a_failed_statement_is_told_without_the_call_and_with_the_way_out() -> None:
    java = "\n".join(f"\tat org.apache.hadoop.fs.Raw{n}.write(Raw.java:{n})" for n in range(90))
    text = (
        "An error occurred while calling o55.sql.\n"
        ": org.apache.hadoop.fs.FSError: java.io.IOException: No space left on device\n"
        f"{java}\nCaused by: java.io.IOException: No space left on device\n{java}\n\t... 12 more"
    )

    assert short_message(text).splitlines() == [
        "A disk that Spark writes to is full: free some space on it, then run again.",
        "org.apache.hadoop.fs.FSError: java.io.IOException: No space left on device",
        "Caused by: java.io.IOException: No space left on device",
    ]


def test_a_query_plan_is_left_out() -> None:
    text = (
        "[TABLE_OR_VIEW_NOT_FOUND] The table `t` cannot be found.; line 1 pos 14;\n"
        "'Join LeftAnti, ('a = 'b)\n:- 'SubqueryAlias facts\n:  +- 'UnresolvedRelation [t]\n"
        "+- SubqueryAlias dimension\n   +- Project [b#1]\n"
    )

    assert short_message(text).splitlines() == [text.splitlines()[0]]
