"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A seed whose cells are injections: each text comes back as it is, and what a typed column cannot
hold stops the seed.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from called_macros import Call
from injections import INJECTIONS
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Workspace

SEED = "injected"
TYPES = {"place": "int", "cell": "string", "amount": "decimal(28,2)", "day": "date"}
PROJECT = f"""
name: customer_value
profile: customer_value
seeds: {{customer_value: {{{SEED}: {{+file_format: parquet, +column_types: {TYPES}}}}}}}
"""
# Python 3.10 reads no CSV file with a NUL
TEXTS = tuple(text for text in INJECTIONS if "\0" not in text)
Record = tuple[str, str, str, str]


def project(folder: Path, records: Sequence[Record]) -> Path:
    """A project with the real macros and one seed."""
    shutil.copytree(REPOSITORY / "macros", folder / "macros")
    (folder / "seeds").mkdir()
    (folder / "dbt_project.yml").write_text(PROJECT, encoding="utf-8")
    with (folder / "seeds" / f"{SEED}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([tuple(TYPES), *records])
    return folder


def test_every_text_of_a_seed_comes_back(
    workspace: Workspace, spark: SparkSession, tmp_path: Path
) -> None:
    records = [(str(place), text, "0.10", "2024-06-30") for place, text in enumerate(TEXTS)]

    seeded = workspace.dbt("seed", schema="seeded", project=project(tmp_path / "seed", records))

    assert seeded.success, seeded
    rows = spark.table(f"seeded.{SEED}").selectExpr(*(f"cast({name} as string)" for name in TYPES))
    found = sorted((tuple(row) for row in rows.collect()), key=lambda row: int(row[0]))
    assert found == records
    assert dict(spark.table(f"seeded.{SEED}").dtypes) == TYPES


def test_what_a_typed_column_cannot_hold_stops_the_seed(
    workspace: Workspace, spark: SparkSession, tmp_path: Path
) -> None:
    records = [("1", "sound", "0.10", "2024-06-30"), ("2 or 1=1", "not", "0.10", "2024-06-30")]

    seeded = workspace.dbt("seed", schema="stopped", project=project(tmp_path / "seed", records))

    assert not seeded.success
    message = seeded.messages[SEED]
    assert "the column place is int, and cannot hold 2 or 1=1" in message


@pytest.mark.parametrize("kind", ["int", "decimal(28,2)", "date"])
def test_injection_into_a_typed_column(kind: str, call: Call, spark: SparkSession) -> None:
    for text in INJECTIONS:
        value = call("seed_value", "col1", kind, "column")
        query = f"select {value} as value from values ({call('seed_cell', text)})"
        try:
            rows = spark.sql(query).collect()
        except (PySparkException, Py4JError) as problem:
            assert f"the column column is {kind}, and cannot hold " in str(problem)
        else:
            # a full-width digit is a digit to Spark's decimals
            assert (text, [str(row.value) for row in rows]) == ("１", ["1.00"])
