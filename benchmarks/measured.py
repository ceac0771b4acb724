"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Runs a command and says what it took: the command, and every process that it started.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from benchmarks.usage import children, peak_megabytes, processor_seconds

_SAMPLE_SECONDS = 0.5
# Linux: what a process leaves behind becomes a child of the nearest process that asked for it
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Usage:
    """wall and cpu in seconds (cpu: user and system), peak in megabytes of resident memory: the sum
    over the processes, each at its own peak."""

    wall: float
    cpu: float
    peak: float


def measure(command: Sequence[str], log: Path, environment: Mapping[str, str]) -> Usage:
    """Run a command to its end and that of every process it started; what it prints goes to `log`.

    CPU is what the kernel counted, also for a JVM that outlives its Python for a moment, or what
    was seen while it ran, where that is more. Raises RuntimeError with the end of the log where the
    command does not succeed.
    """
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    log.parent.mkdir(parents=True, exist_ok=True)
    # of an earlier step, such as what multiprocessing keeps running
    others = children(os.getpid())
    started, cpu, wall = time.perf_counter(), 0.0, 0.0
    with log.open("w", encoding="utf-8") as lines:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=lines,
            env={**os.environ, **environment},
        )
    with _PeakWatch(process.pid) as watch:
        while children(os.getpid()) - others:
            ended, status, used = os.wait4(-1, 0)
            cpu += used.ru_utime + used.ru_stime
            if ended == process.pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                wall = time.perf_counter() - started
    if process.returncode:
        said = "\n".join(log.read_text("utf-8", "replace").splitlines()[-25:])
        raise RuntimeError(f"{' '.join(command)[:300]}\nended with {process.returncode}:\n{said}")

    # of Spark's Python workers the kernel tells nobody, because nobody waits for them
    return Usage(wall, max(cpu, watch.seconds), watch.megabytes)


class _PeakWatch:
    """Looks at the peak of a family of processes, and at what it has computed, for as long as the
    block lasts.
    """

    def __init__(self, process: int) -> None:
        self.megabytes = 0.0
        self.seconds = 0.0
        self._process = process
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> _PeakWatch:
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_SAMPLE_SECONDS):
            try:
                self.megabytes = max(self.megabytes, peak_megabytes(self._process))
                self.seconds = max(self.seconds, processor_seconds(self._process))
            except OSError:
                # a process ended between two looks
                continue


def say(sentence: str) -> None:
    """Progress: who waits wants to see it at once."""
    print(time.strftime("%H:%M:%S"), sentence, file=sys.stderr, flush=True)
