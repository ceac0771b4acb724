"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A copied embedded warehouse still names the folders of the original: Hive's metastore keeps the
absolute location of every schema and table. This rewrites them, in Derby and before Spark opens it.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pyspark

# every column of the metastore that holds a location
COLUMNS = (
    ("DBS", "DB_LOCATION_URI"),
    ("SDS", "LOCATION"),
    ("SERDE_PARAMS", "PARAM_VALUE"),
    ("TABLE_PARAMS", "PARAM_VALUE"),
    ("DATABASE_PARAMS", "PARAM_VALUE"),
)
FAILED = ("ERROR ", "IJ ERROR")


def relocate(metastore: Path, old: Path, new: Path) -> None:
    """Let everything in a Derby metastore that lies in folder `old` lie in `new`.

    Raises RuntimeError where Derby refuses. Nobody else may have the metastore open.
    """
    statements = [f"connect 'jdbc:derby:{metastore}';"]
    for scheme in ("", "file:", "file://"):
        before, after = f"{scheme}{old}/", f"{scheme}{new}/"
        for table, column in COLUMNS:
            quoted = f'"{table}" set "{column}"'
            statements.append(
                f"update {quoted} = '{after}' || substr(\"{column}\", {len(before) + 1})"
                f" where \"{column}\" like '{before}%';"
            )
    run = subprocess.run(
        [
            *(_java(), "-cp", os.pathsep.join(_derby_jars()), "-XX:TieredStopAtLevel=1"),
            *("-Dderby.stream.error.file=/dev/null", "org.apache.derby.tools.ij"),
        ],
        input="\n".join([*statements, "exit;"]),
        capture_output=True,
        text=True,
    )
    if run.returncode != 0 or any(word in run.stdout for word in FAILED):
        raise RuntimeError(f"{metastore} could not be relocated:\n{run.stdout}{run.stderr}")


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


def _derby_jars() -> list[str]:
    return [str(jar) for jar in sorted((Path(pyspark.__file__).parent / "jars").glob("derby*.jar"))]
