"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Spark's own services from the pip-installed package, on loopback only: a standalone master with
workers, a Connect server, a Thrift server. Each has a folder and a process group of its own.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyspark

START_SECONDS = 120
SPARK_HOME = Path(pyspark.__file__).parent
# what a test run's own session put there must not reach a service or another build
HIDDEN = ("DBT_", "SPARK_", "PYSPARK_")


@dataclass(frozen=True)
class Service:
    """A running JVM of Spark and where it writes its log."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def wait_for(self, pattern: str) -> str:
        """The first group of the pattern in the log; RuntimeError where it does not come."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            found = re.search(pattern, self.log.read_text("utf-8", "replace"))
            if found:
                return found[1]
            time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"{self.name} did not start: {self.log}")

    def kill(self) -> None:
        """SIGKILL for the service and all that it started (a worker's executors)."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass
class Cluster:
    """A standalone master and its workers; `url` is what SPARK_MASTER takes."""

    master: Service
    url: str
    workers: list[Service] = field(default_factory=list)

    @property
    def services(self) -> list[Service]:
        """Everything that runs, the master first."""
        return [self.master, *self.workers]


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without its own Spark and dbt settings, loopback only."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(HIDDEN)}

    return {**kept, "SPARK_HOME": str(SPARK_HOME), "SPARK_LOCAL_IP": "127.0.0.1", **more}


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster(folder: Path, environment: Mapping[str, str], workers: int = 2) -> Iterator[Cluster]:
    """A master and workers of one core each; the ports are those that the system gives."""
    master = _start(
        "master",
        [
            *("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1"),
            *("--port", "0", "--webui-port", "0"),
        ],
        folder,
        environment,
    )
    running = Cluster(master, "")
    try:
        running.url = master.wait_for(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")
        for number in range(1, workers + 1):
            add_worker(running, folder, environment, name=f"worker{number}")
        yield running
    finally:
        for service in reversed(running.services):
            service.kill()


def add_worker(
    running: Cluster, folder: Path, environment: Mapping[str, str], *, name: str
) -> Service:
    """One more worker, registered with the master when this returns."""
    worker = _start(
        name,
        [
            *("org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1"),
            *("--port", "0", "--webui-port", "0", "--cores", "1", "--memory", "1g"),
            *("--work-dir", str(folder / f"{name}-work"), running.url),
        ],
        folder,
        environment,
    )
    running.workers.append(worker)
    worker.wait_for("(Successfully registered) with master")

    return worker


@contextmanager
def connect_server(folder: Path, environment: Mapping[str, str]) -> Iterator[tuple[Service, str]]:
    """A Spark Connect server with an embedded Spark, and the address for SPARK_REMOTE."""
    port = free_port()
    arguments = [
        *("--conf", "spark.connect.grpc.binding.address=127.0.0.1"),
        *("--conf", f"spark.connect.grpc.binding.port={port}"),
        *("--conf", "spark.sql.catalogImplementation=hive"),
        *("--class", "org.apache.spark.sql.connect.service.SparkConnectServer"),
        "spark-internal",
    ]
    ready = "(Spark Connect server started) at"
    with _submitted("connect", arguments, ready, folder, environment) as server:
        yield server, f"sc://127.0.0.1:{port}"


@contextmanager
def thrift_server(folder: Path, environment: Mapping[str, str]) -> Iterator[tuple[Service, int]]:
    """A Spark Thrift server with an embedded Spark, and its port."""
    port = free_port()
    arguments = [
        *("--class", "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"),
        "spark-internal",
        *("--hiveconf", "hive.server2.thrift.bind.host=127.0.0.1"),
        *("--hiveconf", f"hive.server2.thrift.port={port}"),
    ]
    ready = "(HiveThriftServer2 started)"
    with _submitted("thrift", arguments, ready, folder, environment) as server:
        yield server, port


@contextmanager
def _submitted(
    name: str, arguments: Sequence[str], ready: str, folder: Path, environment: Mapping[str, str]
) -> Iterator[Service]:
    """A server that spark-submit runs, from when its log says that it is ready."""
    submit = ["org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"]
    server = _start(name, [*submit, *arguments], folder, environment)
    try:
        server.wait_for(ready)
        yield server
    finally:
        server.kill()


def _start(
    name: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> Service:
    log = folder / f"{name}.log"
    with log.open("wb") as console:
        process = subprocess.Popen(
            [str(SPARK_HOME / "bin" / "spark-class"), *arguments],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    return Service(name, process, log)
