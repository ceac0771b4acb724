"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The archive of Spark's classes: JVMs map it where it fits, and do without, and without a word, where
it does not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_project import run_python, write_tiny_project

from dbt_spark_local.class_archive.use import (
    SILENT,
    SUBMIT_OPTIONS,
    archive_of,
    use_class_archive,
)
from dbt_spark_local.class_archive.write import ClassArchiveError, write_class_archive

SMALL_MODEL = ["run", "--select", "customers"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, with a blank in its name, with the archive that `make setup` wrote, or a new one
    where it was not used.
    """
    folder = tmp_path_factory.mktemp("my environment")
    written = archive_of(Path(sys.prefix))
    if written.is_file():
        archive_of(folder).symlink_to(written)
    else:
        write_class_archive(archive_of(folder))

    return folder


def test_jvm_of_dbt_maps_spark(environment: Path, tmp_path: Path) -> None:
    write_tiny_project(tmp_path)
    loaded = tmp_path / "loaded.txt"
    profile = tmp_path / "profiles.yml"
    text = profile.read_text("utf-8")
    asked = text.replace("-XX:+UseSerialGC", f"-XX:+UseSerialGC -Xlog:class+load:file={loaded}")
    assert asked != text
    profile.write_text(asked, "utf-8")
    code = (
        f"import sys; sys.prefix = {str(environment)!r};"
        f"from dbt.cli.main import dbtRunner; assert dbtRunner().invoke({SMALL_MODEL}).success"
    )
    run_python(tmp_path, "-c", code)

    lines = loaded.read_text("utf-8").splitlines()
    # the JVM of Java 17 makes the classes of Scala's lambdas anew
    spark = [line for line in lines if " org.apache.spark" in line and "$$Lambda" not in line]
    mapped = [line for line in spark if "shared objects file" in line]
    assert len(mapped) > 0.9 * len(spark) > 1000


def test_archive_of_other_jars_is_left_alone_in_silence(environment: Path, tmp_path: Path) -> None:
    program = tmp_path / "Said.java"
    program.write_text("class Said { public static void main(String[] a) {} }", "utf-8")
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    run = subprocess.run(
        [java, f"-XX:SharedArchiveFile={archive_of(environment)}", SILENT, program],
        capture_output=True,
        text=True,
    )

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_copy_of_an_environment_does_not_use_what_was_copied(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    archive_of(first).touch()
    shutil.copytree(first, second)

    assert archive_of(first).exists() and not archive_of(second).exists()


def test_failed_jvm_is_one_sentence_and_leaves_the_older_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "spark-classes.jsa"
    archive.write_text("older", "utf-8")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(ClassArchiveError, match=r"^No archive of Spark's classes \(.+\)\.$"):
        write_class_archive(archive)
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["older"]


@pytest.mark.parametrize(
    ("archived", "before", "after"),
    [
        (True, None, "ours"),
        (True, "-Dmine=1", "-Dmine=1"),
        (True, "-XX:SharedArchiveFile=/elsewhere/spark-classes.jsa", "ours"),
        (False, None, None),
        (False, "-Dmine=1", "-Dmine=1"),
        (False, "-XX:SharedArchiveFile=/elsewhere/spark-classes.jsa", None),
    ],
)
def test_options_of_others_stay(
    archived: bool,
    before: str | None,
    after: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setenv(SUBMIT_OPTIONS, before or "")
    if before is None:
        monkeypatch.delenv(SUBMIT_OPTIONS)
    if archived:
        archive_of(tmp_path).touch()

    use_class_archive()

    ours = f'"-XX:SharedArchiveFile={archive_of(tmp_path)}" {SILENT}'
    assert os.environ.get(SUBMIT_OPTIONS) == (ours if after == "ours" else after)
