"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The target `cluster` on a standalone master with two workers: the rows of the embedded build, also
when a worker is killed in the middle; without any worker an end and a sentence.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from build_this_way import Rows
from building import LONG, NEED_RDDS, PROMO, TWO_TABLES, Build
from listeners import is_outside_loopback, listening_addresses
from services import Cluster, add_worker, cluster, free_port
from workspace import ADS_TABLES, REPOSITORY, Workspace

MOMENTS = {
    "seeds": r"START seed file ways_ods\.ods_customer_service_promo_use",
    "dwd": r"START sql .* ways_dwd\.dwd_customer_service_promo_send",
    "scoring by Python": r"START python .* ways_dws\.dws_customer_service_promo_consumer_rfm",
    "dws": r"START sql .* ways_dws\.dws_customer_service_promo_level_daily",
    "ads and tests": r"START sql .* ways_ads_candidate\.ads_customer_service_promo_overview",
}
pytestmark = pytest.mark.skipif(not LONG, reason="takes long: `make cluster-test` runs it")


@pytest.fixture(scope="module")
def kills() -> Iterator[list[str]]:
    """What happened at each kill; the long row of them is written as a table when all are done."""
    lines: list[str] = []
    yield lines
    page = REPOSITORY / "logs" / "worker_kills.md"
    page.parent.mkdir(exist_ok=True)
    head = [
        "| killed during | what Spark's driver said | after the kill | rows |",
        "|---|---|---|---|",
    ]
    page.write_text("\n".join([*head, *lines, ""]), "utf-8")


def on(running: Cluster, site: Mapping[str, str]) -> dict[str, str]:
    """The environment of a build on the cluster."""
    return {**site, "DBT_TARGET": "cluster", "SPARK_MASTER": running.url}


def lost_executors(warehouse: Workspace) -> list[str]:
    """What the driver wrote about executors that it lost."""
    log = warehouse.folder / ".spark" / "logs" / "spark.log"

    return [
        line.partition("TaskSchedulerImpl: ")[2]
        for line in log.read_text("utf-8", "replace").splitlines()
        if "Lost executor" in line
    ]


def test_a_full_build_has_the_rows_of_the_embedded_one(
    warehouse: Workspace, site: Mapping[str, str], embedded_rows: Rows
) -> None:
    # what workers run must not need this project's package
    hidden = warehouse.folder / "hidden" / "customer_value"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError('not on a worker')", "utf-8")
    workers = {**site, "PYTHONPATH": str(hidden.parent)}
    with cluster(warehouse.folder, workers) as running:
        report = Build(warehouse, on(running, site)).finish()

    assert report.success, (report.named("error", "fail"), report.error)
    assert set(report.rows) == set(ADS_TABLES) >= NEED_RDDS
    assert report.rows == embedded_rows


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_worker_killed_in_the_middle_changes_no_row(
    moment: str,
    warehouse: Workspace,
    site: Mapping[str, str],
    embedded_rows: Rows,
    kills: list[str],
) -> None:
    with cluster(warehouse.folder, site) as running:
        build = Build(warehouse, on(running, site), PROMO)
        assert build.reach(MOMENTS[moment]), build.console()[-4000:]
        sessions = [build.process.pid, *(service.process.pid for service in running.services)]
        listening = {session: listening_addresses(session) for session in sessions}
        running.workers[0].kill()
        killed = time.monotonic()
        report = build.finish()
        took = time.monotonic() - killed
    lost = lost_executors(warehouse)

    assert all(listening.values())
    assert not [
        address for found in listening.values() for address in found if is_outside_loopback(address)
    ]
    assert report.success, (report.named("error", "fail"), report.error)
    assert len(lost) == 1, lost
    assert report.rows == {table: embedded_rows[table] for table in report.rows}
    assert len(report.rows) >= 2
    kills.append(f"| {moment} | {lost[0]} | build ended well after {took:.0f} s | equal |")


def test_without_a_worker_left_the_build_ends_with_one_sentence(
    warehouse: Workspace, site: Mapping[str, str]
) -> None:
    with cluster(warehouse.folder, site, workers=1) as running:
        build = Build(warehouse, on(running, site), TWO_TABLES)
        assert build.reach(MOMENTS["dwd"]), build.console()[-4000:]
        running.workers[0].kill()
        killed = time.monotonic()
        report = build.finish(timeout_seconds=300)
        took = time.monotonic() - killed
        url = running.url

    assert not report.success
    assert took < 120
    failed = report.named("error", "fail")
    assert failed and not report.rows
    for name in failed:
        assert f"{url} has had no executor for this build for" in report.messages[name], name
    console = build.console()
    assert "Traceback" not in console and "\tat " not in console


def test_a_cluster_without_workers_ends_the_build_too(
    warehouse: Workspace, site: Mapping[str, str]
) -> None:
    with cluster(warehouse.folder, site, workers=0) as running:
        build = Build(warehouse, on(running, site), TWO_TABLES)
        report = build.finish(timeout_seconds=300)

    assert "has had no executor for this build for 60 seconds" in "".join(report.messages.values())


def test_workers_that_come_back_in_time_end_the_waiting(
    warehouse: Workspace, site: Mapping[str, str], embedded_rows: Rows
) -> None:
    with cluster(warehouse.folder, site, workers=1) as running:
        build = Build(warehouse, on(running, site), TWO_TABLES)
        assert build.reach(MOMENTS["dwd"]), build.console()[-4000:]
        running.workers[0].kill()
        time.sleep(10)
        add_worker(running, warehouse.folder, site, name="another")
        report = build.finish()

    assert report.success, (report.named("error", "fail"), report.error)
    assert report.rows == {table: embedded_rows[table] for table in report.rows}


def test_a_master_that_does_not_answer_gets_a_sentence(
    warehouse: Workspace, site: Mapping[str, str], tmp_path: Path
) -> None:
    url = f"spark://127.0.0.1:{free_port()}"
    build = Build(warehouse, {**site, "DBT_TARGET": "cluster", "SPARK_MASTER": url}, TWO_TABLES)
    report = build.finish(timeout_seconds=300)

    assert f"Spark did not start with {url}: look whether that is running" in report.error
    console = build.console()
    assert "Traceback" not in console and "\tat " not in console
