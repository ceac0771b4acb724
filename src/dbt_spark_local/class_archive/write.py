"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes the archive of Spark's classes: starts a JVM that saves the classes it has loaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dbt_spark_local.class_archive.use import SILENT, SUBMIT_OPTIONS

_WARM_UP = "dbt_spark_local.class_archive.warm_up"


class ClassArchiveError(Exception):
    """No archive was written; the message is one sentence that says why."""


def write_class_archive(archive: Path) -> None:
    """Run Spark for a few small queries, and keep the classes that it loaded.

    The file appears whole or not at all, because a JVM that maps half an archive crashes. Raises
    ClassArchiveError where the JVM writes none; an older archive stays then.
    """
    unfinished = archive.with_suffix(".unfinished")
    options = {SUBMIT_OPTIONS: f'"-XX:ArchiveClassesAtExit={unfinished}" {SILENT}'}
    with tempfile.TemporaryDirectory(prefix="spark_classes_") as folder:
        run = subprocess.run(
            [sys.executable, "-m", _WARM_UP, folder],
            cwd=folder,
            env={**os.environ, **options},
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode or not unfinished.is_file():
        unfinished.unlink(missing_ok=True)
        said = (run.stderr.strip() or "the JVM wrote none").splitlines()
        raise ClassArchiveError(f"No archive of Spark's classes ({said[-1]}).")
    unfinished.replace(archive)
