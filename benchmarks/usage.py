"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a running process has used so far: processor seconds and peak memory, its children included.
"""

from __future__ import annotations

import os
from pathlib import Path

PROCESSES = Path("/proc")


def processor_seconds(process: int) -> float:
    """User and system seconds of a process and everything that it started and that still runs."""
    ticks = 0
    for one in _family(process):
        try:
            ticks += sum(int(field) for field in _stat(one)[_USER_TICKS:_CHILD_TICKS])
        except OSError:
            # it ended meanwhile, and counts with its parent now
            continue

    return ticks / os.sysconf("SC_CLK_TCK")


def peak_megabytes(process: int) -> int:
    """The most memory that was resident, each process of the family at its own peak.

    A program that is being started shares its parent's memory for a moment, and the JVM starts one
    for every file that it writes: processes with the same peak of addresses count once.
    """
    peaks: dict[int, int] = {}
    for one in _family(process):
        addresses, resident = _peaks(one)
        peaks[addresses] = max(resident, peaks.get(addresses, 0))

    return sum(peaks.values()) // 1024


def children(process: int) -> set[int]:
    """What a process has started and not yet waited for."""
    return {child for child, parent in _parents().items() if parent == process}


def _peaks(process: int) -> tuple[int, int]:
    """Kilobytes of addresses and of resident memory; 0 of a process that has ended."""
    lines = (PROCESSES / str(process) / "status").read_text("utf-8").splitlines()
    values = dict(line.split(":", 1) for line in lines)

    addresses, resident = (int(values.get(name, "0").split()[0]) for name in ("VmPeak", "VmHWM"))

    return addresses, resident


# fields of /proc/<process>/stat, counted behind the name: state is 0, parent 1; utime, stime, and
# the same of ended children follow one another
_PARENT, _USER_TICKS, _CHILD_TICKS = 1, 11, 15


def _stat(process: int) -> list[str]:
    # the name may hold blanks and parentheses
    return (PROCESSES / str(process) / "stat").read_text("utf-8").rpartition(")")[2].split()


def _family(process: int) -> list[int]:
    parents = _parents()
    family = [process]
    for member in family:
        family.extend(child for child, parent in parents.items() if parent == member)

    return family


def _parents() -> dict[int, int]:
    parents = {}
    for entry in PROCESSES.iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int(_stat(int(entry.name))[_PARENT])
            except OSError:
                # it ended meanwhile
                continue

    return parents
