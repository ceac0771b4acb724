"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The built sample that all processes of a test run share: built once, kept in the system's folder for
temporary files under the content of all that decides it, and copied for each process that needs it.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from relocating import relocate
from workspace import CONSUMER_SALT, REPOSITORY, Outcome, Workspace

STORE = Path(tempfile.gettempdir()) / f"customer-value-tests-{os.getuid()}"
# this many contents stay: that of the branch one works on, and what it is compared with
KEPT = 3
SAMPLE = "sample"
# what decides the build; documents do not
PARTS = (
    ".dbtignore",
    "dbt_project.yml",
    "models",
    "macros",
    "seeds",
    "tests",
    "docs/blocks",
    "profiles",
    "src",
)
OWN_CODE = (Path(__file__).parent, REPOSITORY / "src")
OF_TESTS = ("workspace.py", "build_sample.py")
OUTCOME = "outcome.json"


def copy_of_sample(folder: Path) -> Workspace:
    """A workspace in `folder` in which the sample has been built and tested: schemas `sample_…`."""
    STORE.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = content_key()
    with _locked(key):
        if not (STORE / key).exists():
            _build(key)
        os.utime(STORE / key)
        _forget_all_but_the_newest()
        shutil.copytree(STORE / key, folder, dirs_exist_ok=True)
    relocate(folder / ".spark" / "metastore", _built_in(key), folder)

    return Workspace(folder)


def outcome_of_sample(workspace: Workspace) -> Outcome:
    """What the build of the sample in a copy said."""
    return Outcome(**json.loads((workspace.folder / OUTCOME).read_text("utf-8")))


def content_key() -> str:
    """A name for all that decides what is built: code, seeds, settings, packages, Java, place."""
    content = hashlib.sha256()
    for path in _deciding_files():
        content.update(f"{path.relative_to(REPOSITORY)}\0".encode())
        content.update(hashlib.sha256(path.read_bytes()).digest())
    packages = sorted(
        f"{package.name}=={package.version}" for package in importlib.metadata.distributions()
    )
    java = os.path.realpath(shutil.which("java") or "")
    asked = {name: os.environ.get(name) for name in _variables()}
    told = (packages, sys.version, java, os.environ.get("JAVA_HOME"), asked, str(REPOSITORY))
    content.update(json.dumps(told).encode())

    return content.hexdigest()[:24]


def _deciding_files() -> Iterator[Path]:
    for part in PARTS:
        whole = REPOSITORY / part
        found = [whole] if whole.is_file() else sorted(whole.rglob("*"))
        for path in found:
            of_tests = path.is_relative_to(REPOSITORY / "tests" / "python")
            if path.is_file() and not of_tests and path.suffix != ".pyc":
                yield path
    for name in OF_TESTS:
        yield REPOSITORY / "tests" / "python" / name


def _variables() -> list[str]:
    """The environment variables that profile and project ask for."""
    texts = [
        path.read_text("utf-8")
        for part in ("dbt_project.yml", "profiles", "macros", "models")
        for path in [REPOSITORY / part, *sorted((REPOSITORY / part).rglob("*"))]
        if path.suffix in (".yml", ".sql")
    ]
    # the schema is ours
    return sorted({*re.findall(r"env_var\(\s*['\"](\w+)", "\n".join(texts))} - {"DBT_SCHEMA"})


@contextmanager
def _locked(key: str) -> Iterator[None]:
    with (STORE / f"{key}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _built_in(key: str) -> Path:
    return STORE / f"{key}.building"


def _build(key: str) -> None:
    """Build in a process of its own, so that Spark has let go of everything before it is copied.

    Raises RuntimeError where the build failed; that is not kept.
    """
    building = _built_in(key)
    shutil.rmtree(building, ignore_errors=True)
    Workspace.create(building)
    environment = {**os.environ, "DBT_ENV_SECRET_CONSUMER_SALT": CONSUMER_SALT}
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("build_sample.py")), str(building)],
        cwd=REPOSITORY,
        # the package beside these tests, wherever the installed one comes from
        env={**environment, "PYTHONPATH": os.pathsep.join(map(str, OWN_CODE))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    if run.returncode != 0:
        raise RuntimeError(f"the sample could not be built:\n{run.stdout[-8000:]}")
    shutil.rmtree(building / ".spark" / "tmp", ignore_errors=True)
    building.rename(STORE / key)


def _forget_all_but_the_newest() -> None:
    folders = [path for path in STORE.iterdir() if path.is_dir()]
    for old in sorted(folders, key=lambda path: -path.stat().st_mtime)[KEPT:]:
        with (STORE / f"{old.stem}.lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # somebody builds or copies it
            except BlockingIOError:
                continue
            shutil.rmtree(old, ignore_errors=True)


def write_outcome(outcome: Outcome, folder: Path) -> None:
    """Keep what the build of the sample said."""
    text = json.dumps(asdict(outcome), ensure_ascii=False)
    (folder / OUTCOME).write_text(text, encoding="utf-8")
