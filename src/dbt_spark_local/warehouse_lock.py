"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A lock on an embedded warehouse (a Derby metastore and a local folder), which only one process at a
time can use.
"""

from __future__ import annotations

import fcntl
import os
import re
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO

CONNECTION_URL = "spark.hadoop.javax.jdo.option.ConnectionURL"

# A JVM whose Python was killed needs a moment to notice it and to let go of the metastore.
PATIENCE_SECONDS = 10.0

# Open for as long as this process lives: closing the file would free the lock.
_locks: dict[Path, IO[str]] = {}
# dbt opens its connections in several threads at once.
_locking = threading.Lock()


class WarehouseError(Exception):
    """The warehouse cannot be used; the message is one sentence that says why."""


def embedded_metastore(settings: Mapping[str, object]) -> Path | None:
    """The folder of the Derby metastore that the Spark settings name; None for any other kind."""
    url = str(settings.get(CONNECTION_URL, ""))
    found = re.fullmatch(r"jdbc:derby:(?!//)[^;]*;.*?databaseName=([^;]+).*", url.strip())

    return Path(os.path.abspath(found[1])) if found else None


def lock_warehouse(settings: Mapping[str, object]) -> bool:
    """Reserve the embedded warehouse for this process until it ends.

    Derby refuses a second process too, but only after pages of stack traces. Returns whether this
    call took the lock: False where this process has it already or nothing is embedded. Raises
    WarehouseError where another process has it, or its folder cannot be written.
    """
    metastore = embedded_metastore(settings)
    if metastore is None:
        return False
    with _locking:
        if metastore in _locks:
            return False
        _locks[metastore] = _take(metastore)

    return True


def _take(metastore: Path) -> IO[str]:
    try:
        metastore.parent.mkdir(parents=True, exist_ok=True)
        lock = open(f"{metastore}.lock", "a+", encoding="utf-8")  # noqa: SIM115
    except OSError as refused:
        raise WarehouseError(
            f"The warehouse in {metastore.parent} cannot be written ({refused.strerror}): give this"
            " user the right to, or name another folder in the profile."
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _wait_for_derby(metastore)
    except OSError:
        lock.seek(0)
        holder = lock.read().strip() or "another process"
        lock.close()
        raise WarehouseError(
            f"The warehouse beside {metastore} is in use by {holder}: wait until it ends;"
            " only one build at a time can write it."
        ) from None

    lock.truncate(0)
    lock.write(f"process {os.getpid()}")
    lock.flush()

    return lock


def _wait_for_derby(metastore: Path) -> None:
    """Wait until no JVM has the metastore open; raises OSError after PATIENCE_SECONDS."""
    # Derby keeps a POSIX lock on this file.
    derby_lock = metastore / "dbex.lck"
    deadline = time.monotonic() + PATIENCE_SECONDS
    while derby_lock.exists():
        with derby_lock.open("r+b") as held:
            try:
                fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except OSError:
                if time.monotonic() > deadline:
                    raise
        time.sleep(0.2)
