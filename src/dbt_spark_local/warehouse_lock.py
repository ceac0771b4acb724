"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The embedded warehouse (a Derby metastore and a local folder): one process at a time, and what a
killed one left behind is cleared by the next.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

CONNECTION_URL = "spark.hadoop.javax.jdo.option.ConnectionURL"
WAREHOUSE = "spark.sql.warehouse.dir"

# A JVM whose Python was killed needs a moment to notice it and to let go of the metastore.
PATIENCE_SECONDS = 10.0

# Open for as long as this process lives: closing the file would end the claim.
_claims: dict[Path, IO[str]] = {}
# dbt opens its connections in several threads at once.
_claiming = threading.Lock()


class WarehouseError(Exception):
    """The warehouse cannot be used; the message is one sentence that says why."""


def embedded_metastore(settings: Mapping[str, object]) -> Path | None:
    """The folder of the Derby metastore that the Spark settings name; None for any other kind."""
    url = str(settings.get(CONNECTION_URL, ""))
    found = re.fullmatch(r"jdbc:derby:(?!//)[^;]*;.*?databaseName=([^;]+).*", url.strip())

    return Path(os.path.abspath(found[1])) if found else None


def claim_warehouse(settings: Mapping[str, object]) -> bool:
    """Reserve the embedded warehouse for this process until it ends.

    Derby refuses a second process too, but only after pages of stack traces. Returns whether this
    call made the claim: False where this process has it already or nothing is embedded. Raises
    WarehouseError where another process has it, or its folder cannot be written.
    """
    metastore = embedded_metastore(settings)
    if metastore is None:
        return False
    with _claiming:
        if metastore in _claims:
            return False
        _claims[metastore] = _claim(metastore)

    return True


def remove_leftovers(
    session: SparkSession, settings: Mapping[str, object], schema: str
) -> list[Path]:
    """Delete the folders that killed writes left in the schemas `<schema>_…`, and return them.

    A table's folder without a table makes every later `create table` fail, and unfinished files
    inside a table's folder stay for ever. Only for a claimed warehouse: nobody else is writing.
    """
    warehouse = Path(re.sub("^file:(//)?", "", str(settings.get(WAREHOUSE, ""))))
    if not warehouse.is_absolute() or not warehouse.is_dir():
        return []

    leftovers = list(_leftovers(session, Path(os.path.abspath(warehouse)), schema))
    for folder in leftovers:
        shutil.rmtree(folder)

    return leftovers


def _claim(metastore: Path) -> IO[str]:
    try:
        metastore.parent.mkdir(parents=True, exist_ok=True)
        claim = open(f"{metastore}.lock", "a+", encoding="utf-8")  # noqa: SIM115
    except OSError as refused:
        raise WarehouseError(
            f"The warehouse in {metastore.parent} cannot be written ({refused.strerror}): give this"
            " user the right to, or name another folder in the profile."
        ) from None
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _wait_for_derby(metastore)
    except OSError:
        claim.seek(0)
        holder = claim.read().strip() or "another process"
        claim.close()
        raise WarehouseError(
            f"The warehouse beside {metastore} is in use by {holder}: wait until it ends;"
            " only one build at a time can write it."
        ) from None

    claim.truncate(0)
    claim.write(f"process {os.getpid()}")
    claim.flush()

    return claim


def _leftovers(session: SparkSession, warehouse: Path, schema: str) -> Iterator[Path]:
    databases = {row[0] for row in session.sql("show databases").collect()}
    for folder in sorted(warehouse.glob(f"{schema}_*.db")):
        database = folder.name.removesuffix(".db")
        if database not in databases:
            yield folder
            continue
        tables = {row["tableName"] for row in session.sql(f"show tables in `{database}`").collect()}
        for table in sorted(path for path in folder.iterdir() if path.is_dir()):
            if table.name not in tables:
                yield table
            else:
                yield from table.glob(".spark-staging-*")
                yield from table.glob("_temporary")


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
