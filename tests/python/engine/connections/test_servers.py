"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The targets `connect` and `thrift`: full builds through a server, with the rows of the embedded one.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec

import pytest
from build_this_way import Rows
from building import LONG, NEED_RDDS, Build, Report
from listeners import is_outside_loopback, listening_addresses
from services import Service, connect_server, thrift_server
from workspace import ADS_TABLES, REPOSITORY, Workspace

pytestmark = pytest.mark.skipif(not LONG, reason="takes long: `make cluster-test` runs it")


def assert_same_rows(report: Report, embedded_rows: Rows) -> None:
    """All published tables but those of the clusters, row for row."""
    assert report.success, (report.named("error", "fail"), report.messages, report.error)
    assert set(report.rows) == set(ADS_TABLES) - NEED_RDDS
    assert report.rows == {table: embedded_rows[table] for table in report.rows}


def assert_loopback_only(server: Service) -> None:
    """Nobody on another machine can reach the server."""
    addresses = listening_addresses(server.process.pid)
    assert addresses
    assert not [address for address in addresses if is_outside_loopback(address)]


@pytest.mark.skipif(find_spec("grpc") is None, reason="needs the extra `connect`")
def test_spark_connect_builds_all_but_the_clusters(
    warehouse: Workspace, site: Mapping[str, str], embedded_rows: Rows
) -> None:
    with connect_server(warehouse.folder, site) as (server, address):
        # no target is named, SPARK_REMOTE chooses it; and no Java is needed beside dbt
        build = Build(warehouse, {**site, "SPARK_REMOTE": address, "JAVA_HOME": "/nowhere"})
        report = build.finish()
        assert_loopback_only(server)

    assert_same_rows(report, embedded_rows)
    assert report.statuses["dws_customer_service_promo_consumer_rfm"] == "success"
    assert "UserWarning" not in build.console()


@pytest.mark.skipif(find_spec("grpc") is None, reason="needs the extra `connect`")
def test_a_time_over_spark_connect_is_that_of_the_session(
    warehouse: Workspace, site: Mapping[str, str]
) -> None:
    query = "select timestamp '2024-06-30 03:30:00' as send_time"
    command = [sys.executable, "-m", "customer_value.commands.show", f"--inline={query}"]
    places = ["--project-dir", str(REPOSITORY), "--profiles-dir", str(warehouse.profiles)]
    written = [
        "--target-path",
        str(warehouse.folder / "target"),
        "--log-path",
        str(warehouse.folder),
    ]
    with connect_server(warehouse.folder, site) as (_, address):
        shown = subprocess.run(
            [*command, *places, *written],
            env={**site, "SPARK_REMOTE": address, "TZ": "America/New_York"},
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
        )

    assert "│ 2024-06-30 03:30:00 │" in shown.stdout, shown.stderr


@pytest.mark.skipif(find_spec("pyhive") is None, reason="needs the extra `thrift`")
def test_a_thrift_server_builds_all_but_the_clusters(
    warehouse: Workspace, site: Mapping[str, str], embedded_rows: Rows
) -> None:
    with thrift_server(warehouse.folder, site) as (server, port):
        target = {
            "DBT_TARGET": "thrift",
            "SPARK_THRIFT_HOST": "127.0.0.1",
            "SPARK_THRIFT_PORT": str(port),
        }
        report = Build(warehouse, {**site, **target}).finish()
        assert_loopback_only(server)

    assert_same_rows(report, embedded_rows)
