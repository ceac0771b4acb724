"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Hashed consumer ids, with canaries: a salt, a name, a phone number and two ids that must not be
found in anything that the warehouse keeps, logs or shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from second_build import (
    CANARIES,
    KEPT,
    ODS,
    REFUSED,
    SCHEMA,
    SEND,
    SETTINGS,
    SecondBuild,
    hashed,
)
from torture import LONG
from workspace import REPOSITORY, Workspace

from customer_value.areas.customer_service_promo.pages import promotion, rfm
from customer_value.commands.site import LIBRARY, whole_site
from customer_value.site.read_rows import read_rows
from customer_value.site.write import write_site
from customer_value.warehouse.connection import by_session

ADS = sorted(path.stem for path in REPOSITORY.glob("models/ads/customer_service_promo/*.sql"))


def test_ids_are_hashed_and_the_rest_of_a_row_stays(
    second_build: SecondBuild, spark: SparkSession
) -> None:
    plain, private = (
        {
            row.send_id: row.asDict()
            for row in spark.table(f"{schema}_ads_candidate.ads_customer_service_promo_send_detail")
            .drop("etl_load_time")
            .collect()
        }
        for schema in ("sample", SCHEMA)
    )

    assert plain.keys() == private.keys()
    for send_id, row in plain.items():
        consumer_id = row["consumer_id"]
        # of who asked to be erased there is none
        kept = consumer_id and second_build.kept(consumer_id)
        assert private[send_id] == {**row, "consumer_id": kept}


def test_a_rejected_row_keeps_everything_but_the_id(
    second_build: SecondBuild, spark: SparkSession
) -> None:
    rejects = [
        spark.sql(
            "select source_key, reject_reason, raw_record"
            f" from {schema}.dwd_customer_service_promo_reject where source_table = '{SEND}'"
        ).collect()
        for schema in ("sample_dwd", f"{SCHEMA}_dwd")
    ]

    def without_id(rows: list) -> list[str]:
        records = [json.loads(row.raw_record) | {"consumer_id": None} for row in rows]
        return sorted(f"{row[:2]} {record}" for row, record in zip(rows, records, strict=True))

    assert without_id(rejects[0]) == without_id(rejects[1])
    ids = {json.loads(row.raw_record)["consumer_id"] for row in rejects[1]}
    assert hashed(REFUSED) in ids


def tables_of(spark: SparkSession) -> Iterator[str]:
    """Every table and view of the build, staging included."""
    for schema in (row[0] for row in spark.sql(f"show schemas like '{SCHEMA}_*'").collect()):
        if schema == ODS:
            continue
        for row in spark.sql(f"show tables in {schema}").where("not isTemporary").collect():
            yield f"{schema}.{row.tableName}"


def test_no_canary_is_in_a_table(second_build: SecondBuild, spark: SparkSession) -> None:
    tables = list(tables_of(spark))
    for table in tables:
        rows = spark.table(table).selectExpr("to_json(struct(*)) as text")
        found = rows.where(" or ".join(f"contains(text, '{canary}')" for canary in CANARIES))
        assert found.take(1) == [], table
    assert len(tables) > len(ADS)
    assert any("dws_customer_profile" in table for table in tables) == LONG


def test_no_stored_hash_lets_an_id_be_found_by_trying(
    second_build: SecondBuild, spark: SparkSession
) -> None:
    staged = "stg_customer_service_promo_send"
    private = spark.table(f"{SCHEMA}_staging.{staged}")
    # a row without a consumer hides nothing
    stored = {row.row_hash for row in private.where("raw.consumer_id is not null").collect()}
    # the same rows without a salt: what anyone can compute who tries ids
    tried = {row.row_hash for row in spark.table(f"sample_staging.{staged}").collect()}

    assert not stored & tried
    # a row without a key stands for itself, but not by a hash of the whole row
    keyless = private.where("send_id is null").collect()
    assert keyless
    assert all(row.key_hash not in stored for row in keyless)


def test_no_canary_is_in_a_page(
    second_build: SecondBuild, spark: SparkSession, tmp_path: Path
) -> None:
    spark.sql(f"create schema if not exists {SCHEMA}_ads")
    for table in ADS:
        spark.sql(
            f"create or replace view {SCHEMA}_ads.{table} as"
            f" select * from {SCHEMA}_ads_candidate.{table}"
        )
    spark.sql(
        f"create or replace view {SCHEMA}_ads.release_manifest as"
        " select * from sample_ads.release_manifest"
    )
    pages = (promotion.PAGE, rfm.PAGE)
    kinds = [kind for page in pages for kind in page.reads]
    rows = read_rows(by_session(spark), SCHEMA, kinds, 5_000)
    write_site(replace(whole_site(), pages=pages), rows, REPOSITORY / LIBRARY, tmp_path / "site")

    written = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.js"))
    assert hashed(KEPT) in written
    assert not [canary for canary in CANARIES if canary in written]


def test_no_canary_is_in_a_file_of_dbt_or_spark(
    second_build: SecondBuild, workspace: Workspace
) -> None:
    folders = (
        workspace.target_path(SCHEMA),
        workspace.folder / "logs",
        workspace.folder / ".spark" / "logs",
        workspace.folder / ".spark" / "metastore",
    )
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert {"manifest.json", "static_index.html", "dbt.log", "partial_parse.msgpack"} <= {
        path.name for path in files
    }
    # Spark's metastore keeps no rows; its views name the salt's variable, never the salt
    for path in files:
        content = path.read_bytes()
        found = [c for c in CANARIES if c.encode() in content or c.encode("utf-16-be") in content]
        assert not found, (path, found)


def test_without_a_salt_nothing_is_hashed_and_the_reason_is_said(
    second_build: SecondBuild, workspace: Workspace, spark: SparkSession
) -> None:
    node = "model.customer_value.stg_customer_service_promo_send"
    manifest = json.loads((workspace.target_path(SCHEMA) / "manifest.json").read_text("utf-8"))
    query = manifest["nodes"][node]["compiled_code"]
    assert "${env:DBT_ENV_SECRET_CONSUMER_SALT}" in query
    unset = query.replace("DBT_ENV_SECRET_CONSUMER_SALT", "DBT_ENV_SECRET_THAT_NOBODY_SET")

    with pytest.raises(PySparkException, match="Spark has no usable salt: set DBT_ENV_SECRET"):
        spark.sql(unset).collect()


def test_a_choice_that_is_neither_yes_nor_no_is_refused(workspace: Workspace) -> None:
    outcome = workspace.dbt(
        *("compile", "--select", "stg_customer_service_promo_send"),
        schema=SCHEMA,
        settings={**SETTINGS, "hash_consumer_ids": "yes, please"},
        artifacts="refused",
    )

    assert not outcome.success
    assert "hash_consumer_ids is 'yes, please'; give true or false" in (
        outcome.error + "".join(outcome.messages.values())
    )
