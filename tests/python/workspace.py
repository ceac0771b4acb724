"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A folder of its own for all that dbt and Spark write in a test run, and dbt commands against it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dbt.cli.main import dbtRunner
from pyspark.sql import SparkSession

REPOSITORY = Path(__file__).parents[2]
PROJECT_PARTS = ("dbt_project.yml", "models", "macros", "seeds", "tests", "docs", ".dbtignore")
ADS_TABLES = tuple(sorted(path.stem for path in REPOSITORY.glob("models/ads/**/*.sql")))


@dataclass(frozen=True)
class Outcome:
    """What a dbt command did: whether it succeeded, each node's status and message by name."""

    success: bool
    statuses: Mapping[str, str] = field(default_factory=dict)
    messages: Mapping[str, str] = field(default_factory=dict)
    error: str = ""

    def named(self, *statuses: str) -> list[str]:
        """The nodes that ended with one of the statuses."""
        return sorted(name for name, status in self.statuses.items() if status in statuses)


@dataclass(frozen=True)
class Workspace:
    """One Spark warehouse beside a copy of the profiles; any number of schemas in it."""

    folder: Path

    @classmethod
    def create(cls, folder: Path) -> Workspace:
        """Copy the repository's profiles, so that Spark writes beside the copy."""
        shutil.copytree(REPOSITORY / "profiles", folder / "profiles")
        return cls(folder)

    @property
    def profiles(self) -> Path:
        """The profiles folder of this workspace."""
        return self.folder / "profiles"

    def target_path(self, schema: str) -> Path:
        """Where dbt writes its artifacts for one schema."""
        return self.folder / "target" / schema

    def dbt(
        self,
        command: str,
        *arguments: str,
        schema: str,
        project: Path = REPOSITORY,
        settings: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        artifacts: str | None = None,
    ) -> Outcome:
        """Run one dbt command in this process, so that all share one Spark session.

        artifacts: a name for dbt's own files, where those of the schema's build must stay.
        """
        before = dict(os.environ)
        os.environ.update(environment or {}, DBT_SCHEMA=schema)
        try:
            result = dbtRunner().invoke(
                [
                    *("--quiet", command, *arguments),
                    *("--project-dir", str(project), "--profiles-dir", str(self.profiles)),
                    *("--target-path", str(self.target_path(artifacts or schema))),
                    *("--log-path", str(self.folder / "logs" / schema)),
                    *("--vars", json.dumps(settings or {})),
                ]
            )
        finally:
            os.environ.clear()
            os.environ.update(before)
        nodes = getattr(result.result, "results", [])
        return Outcome(
            success=result.success,
            statuses={node.node.name: str(node.status) for node in nodes},
            messages={node.node.name: node.message or "" for node in nodes},
            error=str(result.exception or ""),
        )


def copy_project(folder: Path) -> Path:
    """A copy of the dbt project that a test may change."""
    folder.mkdir(parents=True)
    for part in PROJECT_PARTS:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("python"))
        else:
            shutil.copy(source, folder / part)
    return folder


def ads_rows(
    spark: SparkSession, schema: str, tables: Sequence[str] = ADS_TABLES
) -> dict[str, list[str]]:
    """Every row of every newly built ADS table as sorted JSON text, without the load time."""
    return {
        table: sorted(
            json.dumps(row.asDict(), ensure_ascii=False, default=str, sort_keys=True)
            for row in spark.table(f"{schema}_ads_candidate.{table}")
            .drop("etl_load_time")
            .collect()
        )
        for table in tables
    }
