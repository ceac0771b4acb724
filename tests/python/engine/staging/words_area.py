"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A project with the repository's macros and one small area, whose raw tables use every word that a
list of raw tables can have.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession
from workspace import PROJECT_PARTS, REPOSITORY, Outcome, Workspace, tables_in

PARTS = [part for part in PROJECT_PARTS if part == "dbt_project.yml" or part.endswith("macros")]
ODS = "words_ods_tables"
AREAS = "{% macro areas() -%}{{ return({'words': words_tables()}) }}{%- endmacro %}"
TABLES: list[dict[str, Any]] = [
    {
        **{"ods": "ods_person", "key": ["person_id"], "dwd": "dwd_person_history"},
        "version_by": "update_time",
        "columns": {
            "person_id": "string private id",
            "is_green": "boolean",
            "note": "string optional",
            "update_time": "timestamp required",
        },
    },
    {
        **{"ods": "ods_region", "key": ["region_id"], "is_optional": True},
        "columns": {"region_id": "string id", "grid_row": "int optional"},
    },
    {
        **{"ods": "ods_order", "key": ["order_id"], "time": "order_time", "is_fact": True},
        "columns": {"order_id": "string id", "order_time": "timestamp required"},
    },
    {
        **{"ods": "ods_line", "key": ["line_id"], "is_fact": True},
        "parent": {"table": "dwd_order", "column": "order_id", "reason": "unknown_order"},
        "columns": {
            "line_id": "string id",
            "order_id": "string required id",
            "stars": "int min:1 max:5",
            "share": "decimal(3,2) optional max:1",
            "degrees": "decimal(4,1) optional signed min:-50 max:0.5",
            "amount": "decimal(18,2) required",
        },
    },
    {
        **{"ods": "ods_refund", "key": ["refund_id"], "time": "refund_time", "is_fact": True},
        "parent": {
            **{"table": "dwd_line", "column": "line_id", "reason": "unknown_line"},
            "else": "refund_above_amount",
        },
        "columns": {
            "refund_id": "string id",
            "line_id": "string required id",
            "refund_time": "timestamp required",
            "refund_amount": "decimal(18,2) required",
        },
    },
    {
        **{"ods": "ods_visit", "key": ["visit_id"], "time": "visit_time", "is_fact": True},
        **{"is_optional": True, "dwd": "dwd_visit_fact"},
        "columns": {
            "visit_id": "string id",
            "device": "string required secret id",
            "seconds": "int optional",
            "visit_time": "timestamp required",
        },
    },
]
LINES = """
select lines.*, orders.dt as order_dt from ({{ staged_versions('words', 'ods_line') }}) as lines
inner join {{ ref('dwd_order') }} as orders on lines.order_id = orders.order_id
where lines.reject_reason is null and lines.version_rank = 1
"""
REFUNDS = """
select refunds.*, refunds.raw_day as refund_dt
from ({{ staged_versions('words', 'ods_refund') }}) as refunds
inner join {{ ref('dwd_line') }} as lines on refunds.line_id = lines.line_id
where refunds.reject_reason is null and refunds.version_rank = 1
    and refunds.refund_amount <= lines.amount and {{ changed_days('refunds.raw_day') }}
"""
# of a fact: its rows, the column with their day, its other inputs by day; none = a plain table
FACTS: dict[str, tuple[str, str, Mapping[str, Any] | None]] = {
    "ods_line": (LINES, "order_dt", None),
    "ods_refund": (
        REFUNDS,
        "refund_dt",
        {"lookups": {"line": {"table": "dwd_line", "by": ["line_id"], "columns": ["amount"]}}},
    ),
}
REASONS = ["source_table", "source_key", "reject_reason", "reject_column", "reject_value"]
MARKS = ["reject_reason", "reject_column", "reject_value"]
FACT_MARKS = ["raw", "raw_day", "key_hash", "row_hash", *MARKS, "partition_fingerprint", "dt"]


@dataclass(frozen=True)
class Night:
    """What a build left: the rows of its tables, the rejected ones by raw table, and its log."""

    kept: Mapping[str, list[dict[str, Any]]]
    rejected: Mapping[str, list[dict[str, Any]]]
    said: str

    @property
    def everything(self) -> str:
        """All rows of all tables as text."""
        return str(self.kept)


class WordsArea:
    """The area `words` in a folder of its own, built on tables of the schema ODS."""

    def __init__(self, folder: Path, workspace: Workspace, spark: SparkSession) -> None:
        self.folder, self.workspace, self.spark = folder, workspace, spark
        for part in PARTS:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (REPOSITORY / part).is_dir() else shutil.copy
            copy(REPOSITORY / part, folder / part)
        shutil.copytree(REPOSITORY / "tests/generic", folder / "tests/generic")
        project = (folder / "dbt_project.yml").read_text("utf-8")
        project = project.replace("\nvars:\n", "\nvars:\n  words_ods: source\n")
        self.write("dbt_project.yml", project)
        self.list_tables(TABLES)
        self.write("macros/areas.sql", AREAS)
        sources = [{"name": table["ods"]} for table in TABLES]
        ods = {"name": "ods", "schema": "{{ var('ods_schema') }}", "tables": sources}
        self.write("models/staging/words/_sources.yml", json.dumps({"sources": [ods]}))
        for table in TABLES:
            self._write_models(table)
        self._write_model(
            "dwd_words_reject",
            "{{ rejected_rows('words') }}",
            [*REASONS, "raw_record", "is_erased", "partition_fingerprint", "dt"],
            {"rejects_of": "words"},
            [{"rejected_parent_is_missing": {"arguments": {"area": "words"}}}],
        )

    def list_tables(self, tables: Sequence[Mapping[str, Any]]) -> None:
        """Write the area's list of raw tables."""
        listed = json.dumps(tables).replace("true", "True")
        text = f"{{% macro words_tables() -%}}{{{{ return({listed}) }}}}{{%- endmacro %}}"
        self.write("macros/words/words_tables.sql", text)

    def plant(self, rows: Mapping[str, Sequence[Mapping[str, str | None]]]) -> None:
        """Make these the raw tables, each with the columns of its first row, and no others."""
        self.spark.sql(f"drop schema if exists {ODS} cascade")
        self.spark.sql(f"create schema {ODS}")
        for table, records in rows.items():
            columns = ", ".join(f"{column} string" for column in records[0])
            values = [tuple(record[column] for column in records[0]) for record in records]
            self.spark.createDataFrame(values, columns).coalesce(1).write.saveAsTable(
                f"{ODS}.{table}"
            )

    def dbt(self, command: str, *options: str, schema: str = "words", **settings: Any) -> Outcome:
        """A dbt command on the area, its raw tables in ODS."""
        return self.workspace.dbt(
            *(command, *options),
            schema=schema,
            project=self.folder,
            settings={"ods_schema": ODS, "max_reject_share": 1, **settings},
        )

    def night(self, command: str, *options: str, schema: str = "words", **settings: Any) -> Night:
        """A build, which must succeed, and what it left."""
        log = self.workspace.folder / "logs" / schema / "dbt.log"
        log.unlink(missing_ok=True)
        outcome = self.dbt(command, *options, schema=schema, **settings)
        assert outcome.success, (outcome.error, outcome.messages)
        tables = {
            table: self._rows(f"{schema}_{layer}.{table}")
            for layer in ("staging", "dwd", "staging_by_day", "dwd_by_day")
            if self.spark.catalog.databaseExists(f"{schema}_{layer}")
            for table in tables_in(self.spark, f"{schema}_{layer}")
        }
        rejects: dict[str, list[dict[str, Any]]] = {table["ods"]: [] for table in TABLES}
        for row in tables["dwd_words_reject"]:
            rejects[row["source_table"]].append(row)

        return Night(tables, rejects, log.read_text("utf-8"))

    def write(self, name: str, text: str) -> None:
        """Write a file of the project."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def _rows(self, table: str) -> list[dict[str, Any]]:
        return sorted((row.asDict() for row in self.spark.table(table).collect()), key=str)

    def _write_models(self, table: Mapping[str, Any]) -> None:
        ods, columns = table["ods"], list(table["columns"])
        dwd = table.get("dwd", ods.replace("ods_", "dwd_"))
        staging = ods.replace("ods_", "stg_")
        staged = f"{{{{ staged_rows('words', '{ods}') }}}}"
        guards = [
            {"mostly_accepted": {"arguments": {"area": "words", "ods_table": ods}}},
            {
                "rows_conserved": {
                    "arguments": {
                        **{"area": "words", "ods_table": ods},
                        "rejects": "ref('dwd_words_reject')",
                    }
                }
            },
        ]
        if not table.get("is_fact"):
            self._write_model(staging, staged, [*columns, "raw_record", *MARKS])
            kept = f"select {', '.join(columns)} from {{{{ ref('{staging}') }}}}"
            self._write_model(dwd, f"{kept} where reject_reason is null", columns, None, guards)
            return
        self._write_model(staging, staged, [*columns, *FACT_MARKS], {"files": ods})
        versions = f"""
            select *, raw_day as day from ({{{{ staged_versions('words', '{ods}') }}}})
            where reject_reason is null and version_rank = 1 and {{{{ changed_days('raw_day') }}}}
        """
        rows, day, by_day = FACTS.get(ods, (versions, "day", {}))
        query = f"select {', '.join(columns)}, {day} as dt from ({rows})"
        settings = None if by_day is None else {"rows": [staging], **by_day}
        fingerprint = [] if by_day is None else ["partition_fingerprint"]
        self._write_model(dwd, query, [*columns, *fingerprint, "dt"], settings, guards)

    def _write_model(
        self,
        name: str,
        query: str,
        columns: Sequence[str],
        by_day: Mapping[str, Any] | None = None,
        tests: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        layer = "staging" if name.startswith("stg_") else "dwd"
        # a view may not hash, so that staging with private columns is a table
        table = {"materialized": "table"}
        config = {"materialized": "by_day", "meta": {"by_day": by_day}} if by_day else table
        model = {
            **{"name": name, "config": config, "data_tests": list(tests)},
            "columns": [{"name": column} for column in columns],
        }
        self.write(f"models/{layer}/words/{name}.sql", query)
        self.write(f"models/{layer}/words/{name}.yml", json.dumps({"models": [model]}))
