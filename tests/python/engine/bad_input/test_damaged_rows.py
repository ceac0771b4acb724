"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows with five per cent damage, half a million by `make torture`: every single one is where it
should be, and none is there twice.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from damage_kinds import DAMAGES
from damaged_rows import BLOCK, MARKS, ROWS, write_damaged
from planted_cells import REJECTS, plant
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from raw_tables import RAW_TABLES
from workspace import MANY_ROWS, Workspace

SCHEMA, ODS, SEED = "damaged", "damaged_ods", 20240630


@pytest.fixture(scope="module")
def built(
    workspace: Workspace,
    spark: SparkSession,
    many_rows: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The rows planted and built; the folder with what must become of them."""
    folder = tmp_path_factory.mktemp("damaged")
    plant(spark, ODS, [])
    for table in ROWS:
        damaged = write_damaged(folder, table, SEED)
        assert damaged == ROWS[table] // BLOCK
        spark.sql(f"drop table {ODS}.{table}")
        spark.sql(f"create table {ODS}.{table} using parquet location '{folder / table}.parquet'")
    outcome = workspace.dbt(
        *("run", "--select", "+dwd_customer_service_promo_use", f"+{REJECTS}"),
        schema=SCHEMA,
        settings={
            **{"customer_service_promo_ods": "source", "shared_ods": "source"},
            "ods_schema": ODS,
        },
        environment=MANY_ROWS,
    )
    assert outcome.success, outcome
    return folder


def found(spark: SparkSession, table: str) -> DataFrame:
    """Where each raw row is now: its mark, and why it was rejected, if it was."""
    mark = MARKS[table]
    nothing = F.lit(None).cast("string")
    kept = spark.table(f"{SCHEMA}_dwd.{RAW_TABLES[table].model}").select(
        F.col(mark).alias("mark"), nothing.alias("reason"), nothing.alias("column_name")
    )
    rejected = spark.table(f"{SCHEMA}_dwd.{REJECTS}").where(F.col("source_table") == table)
    return kept.unionByName(
        rejected.select(
            F.get_json_object("raw_record", f"$.{mark}").alias("mark"),
            F.col("reject_reason").alias("reason"),
            F.col("reject_column").alias("column_name"),
        )
    )


@pytest.mark.parametrize("table", ROWS)
def test_every_row_is_where_it_should_be(table: str, built: Path, spark: SparkSession) -> None:
    expected = spark.read.parquet(f"{built / table}_expected.parquet")
    places = found(spark, table)
    compared = (
        expected.select("*", F.lit(1).alias("planted"))
        .join(
            places.groupBy("mark").agg(
                *(F.max(name).alias(f"found_{name}") for name in ("reason", "column_name")),
                F.count("*").alias("times"),
            ),
            on="mark",
            how="full",
        )
        .groupBy("kind", "reason", "column_name", "found_reason", "found_column_name")
        .agg(F.sum("planted").alias("planted"), F.sum("times").alias("times"))
        .collect()
    )

    wrong = [
        row
        for row in compared
        if (row.reason, row.column_name) != (row.found_reason, row.found_column_name)
        or row.planted != row.times
    ]
    assert wrong == []
    assert sum(row.planted for row in compared) == ROWS[table]
    assert {row.kind for row in compared} == {None, *range(len(DAMAGES[table]))}


def test_there_are_at_least_forty_kinds_of_damage() -> None:
    assert sum(map(len, DAMAGES.values())) >= 40
