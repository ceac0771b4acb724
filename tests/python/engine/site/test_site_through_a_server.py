"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The commands that read tables do so through a target without a session of its own too: with PyHive
from Spark's Thrift server, which runs in this session's JVM here, and with the same bytes.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from torture import only_in_torture
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.commands.findings import main as findings
from customer_value.commands.show import main as show
from customer_value.commands.site import main as site

SERVER = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"


@pytest.fixture(scope="module")
def port(spark: SparkSession) -> Iterator[str]:
    """A Thrift server on loopback over the tables of this session."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = str(probe.getsockname()[1])
    # a server takes its settings from Hive's session where this thread has one already
    settings = spark._jvm.org.apache.hadoop.hive.ql.session.SessionState.get().getConf()
    settings.set("hive.server2.thrift.bind.host", "127.0.0.1")
    settings.set("hive.server2.thrift.port", free)
    server = getattr(spark._jvm, SERVER).startWithSparkSession(spark._jsparkSession, False)
    yield free
    server.stop()


@pytest.fixture
def run(
    workspace: Workspace, port: str, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[list[str]], int], str, list[str]], int]:
    """A command on a target."""
    monkeypatch.setenv("SPARK_THRIFT_HOST", "127.0.0.1")
    monkeypatch.setenv("SPARK_THRIFT_PORT", port)
    monkeypatch.chdir(REPOSITORY)

    def command(main: Callable[[list[str]], int], target: str, arguments: list[str]) -> int:
        places = ["--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)]
        return main([*places, "--target", target, "--schema", "sample", *arguments])

    return command


def written(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@only_in_torture("the whole site twice, a row at a time")
def test_the_pages_are_the_same(
    sample: Outcome,
    workspace: Workspace,
    run: Callable[[Callable[[list[str]], int], str, list[str]], int],
    tmp_path: Path,
) -> None:
    artifacts = ["--target-path", str(workspace.target_path("sample"))]
    for target in ("few_rows", "thrift"):
        assert run(site, target, ["--output", str(tmp_path / target), *artifacts]) == 0

    pages = written(tmp_path / "thrift")
    assert pages == written(tmp_path / "few_rows")
    assert len(pages) > 20


def test_the_findings_are_the_same(
    sample: Outcome,
    run: Callable[[Callable[[list[str]], int], str, list[str]], int],
    tmp_path: Path,
) -> None:
    for target in ("few_rows", "thrift"):
        assert run(findings, target, ["--output", str(tmp_path / f"{target}.md")]) == 0

    page = (tmp_path / "thrift.md").read_bytes()
    assert page == (tmp_path / "few_rows.md").read_bytes()
    assert page


def test_a_time_is_shown_as_the_session_has_it(
    workspace: Workspace,
    port: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in {
        "SPARK_THRIFT_HOST": "127.0.0.1",
        "SPARK_THRIFT_PORT": port,
        "TZ": "America/New_York",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(REPOSITORY)
    time.tzset()
    artifacts = workspace.folder / "shown"
    try:
        code = show(
            [
                "--inline=select timestamp '2024-06-30 03:30:00' as send_time",
                *("--target", "thrift"),
                *("--profiles-dir", str(workspace.profiles)),
                *("--target-path", str(artifacts), "--log-path", str(artifacts)),
            ]
        )
    finally:
        monkeypatch.undo()
        time.tzset()

    assert "│ 2024-06-30 03:30:00 │" in capsys.readouterr().out
    assert code == 0


def test_a_schema_that_is_missing_is_one_sentence(
    run: Callable[[Callable[[list[str]], int], str, list[str]], int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(findings, "thrift", ["--schema", "nowhere", "--output", "-"]) == 2

    assert capsys.readouterr().err == (
        "error: The table nowhere_ads.ads_online_retail_line_class does not exist: build the"
        " warehouse first (make build), or name its schema with --schema.\n"
    )


def test_a_server_that_is_missing_is_one_sentence(
    run: Callable[[Callable[[list[str]], int], str, list[str]], int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SPARK_THRIFT_PORT", "1")

    assert run(findings, "thrift", ["--output", "-"]) == 2

    said = capsys.readouterr().err
    assert said.startswith(
        "error: Spark does not answer through the target 'thrift' (thrift): failed to connect"
    )
    assert said.count("\n") == 1
