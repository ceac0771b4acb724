"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A folder of its own for all that dbt and Spark write in a test run, and dbt commands against it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dbt.cli.main import dbtRunner
from pyspark.sql import Row, SparkSession

REPOSITORY = Path(__file__).parents[2]
PROJECT_PARTS = (
    *("dbt_project.yml", "models", "macros", "seeds", "tests", "docs", ".dbtignore"),
    "src/dbt_spark_session_python/macros",
)
# Most tests build a few thousand rows; those that build more say so.
FEW_ROWS, MANY_ROWS = {"SPARK_FEW_ROWS": "yes"}, {"SPARK_FEW_ROWS": "no"}
# what hashed consumer ids are salted with; Spark reads it from the environment that it starts in
CONSUMER_SALT = "canary-salt-0123456789"
ADS_TABLES = tuple(sorted(path.stem for path in REPOSITORY.glob("models/ads/**/*.sql")))
CUSTOMER_IDS = ("consumer_id", "customer_id", "related_customer_id")
INDEX_TABLES = tuple(
    sorted(path.stem for path in REPOSITORY.glob("models/dws/customer_profile/**/*.sql"))
)


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
        keeps_artifacts: bool = False,
    ) -> Outcome:
        """Run one dbt command in this process, so that all share one Spark session.

        Spark is set for few rows where the environment does not say otherwise.
        artifacts: a name for dbt's own files, where those of the schema's build must stay.
        keeps_artifacts: whether dbt writes its manifest and results, which takes it two seconds.
        """
        before = dict(os.environ)
        os.environ.update({**FEW_ROWS, **(environment or {})}, DBT_SCHEMA=schema)
        target = self.target_path(artifacts or schema)
        parsed = self._parsed(schema, str(project), settings, environment)
        if parsed.exists():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(parsed, target / parsed.name)
        try:
            result = dbtRunner().invoke(
                [
                    *("--quiet", "--write-json" if keeps_artifacts else "--no-write-json"),
                    *(command, *arguments),
                    *("--project-dir", str(project), "--profiles-dir", str(self.profiles)),
                    *("--target-path", str(target)),
                    *("--log-path", str(self.folder / "logs" / schema)),
                    *("--vars", json.dumps(settings or {})),
                ]
            )
        finally:
            os.environ.clear()
            os.environ.update(before)
        if (target / parsed.name).exists():
            parsed.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(target / parsed.name, parsed)
        nodes = getattr(result.result, "results", [])
        return Outcome(
            success=result.success,
            statuses={node.node.name: str(node.status) for node in nodes},
            messages={node.node.name: node.message or "" for node in nodes},
            error=str(result.exception or ""),
        )

    def _parsed(self, *settings: object) -> Path:
        """dbt's own memory of a parsed project, kept for each choice of settings: with others than
        the last time it would parse all again, which takes longer than many a test.
        """
        key = hashlib.sha256(json.dumps(settings, default=str).encode()).hexdigest()
        return self.folder / "parsed" / key / "partial_parse.msgpack"


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


def tables_in(spark: SparkSession, schema: str) -> list[str]:
    """The names of a schema's tables and views; Spark's catalog cannot list them uncompiled."""
    listed = spark.sql(f"show tables in {schema}").collect()
    return sorted(row.tableName for row in listed if not row.isTemporary)


def ads_rows(
    spark: SparkSession,
    schema: str,
    tables: Sequence[str] = ADS_TABLES,
    kept: Callable[[str], str] = str,
) -> dict[str, list[str]]:
    """Every row of newly built ADS tables as sorted text, each customer's id as it is `kept`."""
    return {
        table: _with_ids(spark.table(f"{schema}_ads_candidate.{table}").collect(), kept)
        for table in tables
    }


def index_rows(
    spark: SparkSession, schema: str, kept: Callable[[str], str] = str
) -> dict[str, list[str]]:
    """The same of the customer profile's DWS."""
    return {
        table: _with_ids(spark.table(f"{schema}_dws.{table}").collect(), kept)
        for table in INDEX_TABLES
    }


def differing(
    ours: Mapping[str, Sequence[str]], theirs: Mapping[str, Sequence[str]]
) -> dict[str, tuple[list[str], list[str]]]:
    """The tables whose rows differ, with some that only one side has; a test that compares the
    whole would be busy for an hour with showing it.
    """
    return {
        table: (
            sorted({*ours.get(table, ())} - {*theirs.get(table, ())})[:3],
            sorted({*theirs.get(table, ())} - {*ours.get(table, ())})[:3],
        )
        for table in ours.keys() | theirs.keys()
        if ours.get(table) != theirs.get(table)
    }


def _with_ids(rows: Iterable[Row], kept: Callable[[str], str]) -> list[str]:
    return sorted_texts(
        {
            column: kept(value) if column in CUSTOMER_IDS and value is not None else value
            for column, value in row.asDict().items()
        }
        for row in rows
    )


def sorted_texts(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Rows as JSON, in an order of their own, without the load time."""
    return sorted(
        json.dumps(
            {column: value for column, value in row.items() if column != "etl_load_time"},
            ensure_ascii=False,
            default=str,
            sort_keys=True,
        )
        for row in rows
    )
