"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A copy of the project in which `make` is run as a user runs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from workspace import REPOSITORY, copy_project

FILES = ("Makefile", "pyproject.toml", "constraints.txt", "package.json", "package-lock.json")
# what this process was given, and a user's shell does not hold
OF_THIS_RUN = ("MAKE", "DBT_", "SPARK_", "PYSPARK_", "PYTEST_", "AS_OF_DATE")


def project_for_make(folder: Path) -> Path:
    """A copy with all that `make` needs; its set-up is this checkout's, so that none is run."""
    project = copy_project(folder)
    shutil.copytree(REPOSITORY / "profiles", project / "profiles")
    for name in FILES:
        shutil.copy(REPOSITORY / name, project)
        # older than what was set up for it
        os.utime(project / name, (0, 0))
    (project / "node_modules").symlink_to(REPOSITORY / "node_modules")

    return project


def start_make(
    project: Path, environment: Path, target: str, **variables: str
) -> subprocess.Popen[str]:
    """`make target NAME=value …` with that Python environment, in a process group of its own."""
    return subprocess.Popen(
        ["make", target, f"VENV={environment}", *(f"{k}={v}" for k, v in variables.items())],
        cwd=project,
        env={k: v for k, v in os.environ.items() if not k.startswith(OF_THIS_RUN)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
