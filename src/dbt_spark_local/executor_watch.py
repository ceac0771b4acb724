"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ends a build whose cluster has no executors. Spark itself would wait for ever.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any

from dbt_common.exceptions import DbtRuntimeError
from py4j.protocol import Py4JError  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

# a Spark setting, so that a profile or a site's spark-defaults.conf can change it; 0 waits for ever
PATIENCE = "spark.dbt_session.no_executor_seconds"
DEFAULT_PATIENCE_SECONDS = 60.0
LOOK_EVERY_SECONDS = 1.0

_watches: dict[str, ExecutorWatch] = {}
_starting = threading.Lock()


class NoExecutorError(DbtRuntimeError):
    """Nothing can run on the cluster; the message is one sentence for dbt to report."""


class ExecutorWatch:
    """Cancels the jobs of an application that has had no executor for too long.

    After that every further statement is refused at once, until an executor is there.
    """

    def __init__(self, context: SparkContext, patience_seconds: float) -> None:
        self._context: Any = context
        self._patience = patience_seconds
        self._waiting_since: float | None = None
        self._obstacle = ""

    def start(self) -> None:
        """Look every second, in a thread that ends with the process or the application."""
        threading.Thread(target=self._look_again_and_again, daemon=True).start()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Run statements under the watch.

        Raises NoExecutorError instead of starting where no executor is there, and in place of
        whatever Spark raises once the jobs were cancelled or the application has ended.
        """
        if self._obstacle:
            raise NoExecutorError(self._obstacle)
        try:
            yield
        except Exception as error:
            if not self._obstacle and self._has_ended():
                self._obstacle = self._ended()
            if self._obstacle:
                raise NoExecutorError(self._obstacle) from error
            raise

    def look(self, now: float) -> None:
        """One look at jobs and executors; `now` in seconds of any clock that only goes forward."""
        jobs = self._context.statusTracker().getActiveJobsIds()
        if self._executors() > 0:
            self._waiting_since, self._obstacle = None, ""
        elif jobs and self._waiting_since is None:
            self._waiting_since = now
        elif not jobs and not self._obstacle:
            self._waiting_since = None

        if self._waiting_since is not None and now - self._waiting_since >= self._patience:
            self._obstacle = self._no_executor()
            for job in jobs:
                self._context._jsc.sc().cancelJob(job, self._obstacle)

    def _look_again_and_again(self) -> None:
        # An application that ends between two calls must not put a stack trace on the console.
        with suppress(Py4JError, OSError, AttributeError):
            while not self._has_ended():
                self.look(time.monotonic())
                time.sleep(LOOK_EVERY_SECONDS)

    def _executors(self) -> int:
        # the driver is among them
        return len(self._context._jsc.sc().statusTracker().getExecutorInfos()) - 1

    def _has_ended(self) -> bool:
        try:
            return self._context._jsc is None or bool(self._context._jsc.sc().isStopped())
        # the driver's JVM is gone
        except (Py4JError, OSError):
            return True

    def _no_executor(self) -> str:
        return (
            f"{self._context.master} has had no executor for this build for"
            f" {self._patience:g} seconds, so its jobs were cancelled: look whether workers are"
            " running and have the memory and cores free that spark.executor.memory and"
            f" spark.executor.cores ask for; {PATIENCE} sets how long to wait (0 = for ever)."
        )

    def _ended(self) -> str:
        return (
            f"The Spark application of this build on {self._context.master} has ended: look there"
            " and into Spark's log for the reason, then start the build again."
        )


def may_lack_executors(settings: Mapping[str, object]) -> bool:
    """Whether a session with these settings has executors of its own that can go missing.

    Embedded Spark has none, and over Spark Connect they are the server's.
    """
    # Only here: dbt-spark is also installed where pyspark is not.
    from pyspark.sql.utils import is_remote

    remote = "SPARK_REMOTE" in os.environ or "spark.remote" in settings or is_remote()

    return not (remote or is_local(str(settings.get("spark.master", ""))))


def is_local(master: str) -> bool:
    """Whether Spark runs in the driver's own JVM: `local`, `local[…]`, but not `local-cluster`."""
    return master == "local" or master.startswith("local[")


def watch_of_session(session: SparkSession) -> ExecutorWatch | None:
    """The watch of a session's application, started on the first call.

    None where nothing is to be watched: embedded Spark, also where only spark-defaults.conf says
    so, Spark Connect, and patience without end. Raises ValueError, in one sentence, for a patience
    that is no number of seconds.
    """
    from pyspark.sql.utils import is_remote

    if is_remote() or is_local(str(session.sparkContext.master)):
        return None
    context = session.sparkContext
    patience = _patience(context.getConf().get(PATIENCE) or "")
    if patience == 0:
        return None
    with _starting:
        application = str(context.applicationId)
        if application not in _watches:
            _watches[application] = ExecutorWatch(context, patience)
            _watches[application].start()

        return _watches[application]


def watching_session(session: SparkSession) -> AbstractContextManager[None]:
    """The context in which statements of a session run: watched, or not where nothing is to be."""
    watch = watch_of_session(session)

    return watch.watching() if watch else nullcontext()


def _patience(setting: str) -> float:
    try:
        seconds = float(setting or DEFAULT_PATIENCE_SECONDS)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise ValueError(
            f"{PATIENCE} is '{setting}': give a number of seconds, or 0 to wait for ever."
        )

    return seconds
