"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Hashed consumer ids, with canaries: a salt, a name, a phone number and two ids that must not be
found in anything that the warehouse keeps, logs or shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from workspace import CONSUMER_SALT, REPOSITORY, Outcome, Workspace

from customer_value.reading import by_session
from customer_value.site.__main__ import LIBRARY
from customer_value.site.ads import read_tables
from customer_value.site.pages import promotion, rfm
from customer_value.site.write import write_site

SCHEMA = "private"
ODS = "private_ods"
SEND = "ods_customer_service_promo_send"
# found nowhere: an accepted id, the id of a rejected row, and columns that no table takes over
KEPT, REFUSED, NAME, PHONE = "canary-kept", "canary-refused", "Kanari Vogel", "555-0142-canary"
CANARIES = (KEPT, REFUSED, NAME, PHONE, CONSUMER_SALT)
SETTINGS = {
    "customer_service_promo_ods": "source",
    "ods_schema": ODS,
    "hash_consumer_ids": True,
}
ADS = sorted(path.stem for path in REPOSITORY.glob("models/ads/customer_service_promo/*.sql"))


def hashed(consumer_id: str) -> str:
    """What the warehouse keeps instead of an id."""
    return hashlib.sha256(f"{CONSUMER_SALT}:{consumer_id}".encode()).hexdigest()


@pytest.fixture(scope="module")
def renamed(spark: SparkSession, sample: Outcome) -> dict[str, str]:
    """The sample's ODS with the canaries in it: the ids that were replaced, by their canary."""
    assert sample.success, sample
    spark.sql(f"create schema if not exists {ODS}")
    for path in REPOSITORY.glob("seeds/customer_service_promo/*.csv"):
        spark.sql(f"create table {ODS}.{path.stem} as select * from sample_ods.{path.stem}")
    kept = spark.sql("select min(consumer_id) from sample_dwd.dwd_customer_service_promo_send")
    refused = spark.sql(
        "select min(get_json_object(raw_record, '$.consumer_id'))"
        " from sample_dwd.dwd_customer_service_promo_reject where reject_reason != 'duplicate_key'"
    )
    originals = {KEPT: kept.head()[0], REFUSED: refused.head()[0]}
    cases = " ".join(f"when '{original}' then '{new}'" for new, original in originals.items())
    spark.sql(f"create table {ODS}.with_canaries as select * from {ODS}.{SEND}")
    spark.sql(f"drop table {ODS}.{SEND}")
    spark.sql(
        f"create table {ODS}.{SEND} as"
        f" select * except (consumer_id), case consumer_id {cases} else consumer_id end"
        f" as consumer_id, '{NAME}' as consumer_name, '{PHONE}' as phone from {ODS}.with_canaries"
    )
    return originals


@pytest.fixture(scope="module")
def private(workspace: Workspace, renamed: dict[str, str]) -> Outcome:
    """The area built with hashed ids, and dbt's lineage site of it."""
    built = workspace.dbt(
        *("build", "--resource-type", "seed", "--resource-type", "model"),
        *("--select", *(f"+{table}" for table in ADS)),
        schema=SCHEMA,
        settings=SETTINGS,
    )
    assert built.success, built
    documented = workspace.dbt(
        *("docs", "generate", "--static", "--empty-catalog"), schema=SCHEMA, settings=SETTINGS
    )
    assert documented.success, documented
    return built


def test_ids_are_hashed_and_every_other_number_stays(
    private: Outcome, renamed: dict[str, str], spark: SparkSession
) -> None:
    back = {new: original for new, original in renamed.items()}
    ids = spark.sql(
        "select distinct consumer_id from sample_dwd.dwd_customer_service_promo_send"
    ).collect()
    taken = {row[0]: row[0] for row in ids} | {original: new for new, original in back.items()}
    columns = "send_id, activity_id, product_name, user_level, cs_name, send_time, use_status"
    detail = "ads_customer_service_promo_send_detail"
    plain, private_rows = (
        {
            row.send_id: row
            for row in spark.sql(f"select {columns}, consumer_id from {schema}.{detail}").collect()
        }
        for schema in ("sample_ads_candidate", f"{SCHEMA}_ads_candidate")
    )

    assert plain.keys() == private_rows.keys()
    for send_id, row in plain.items():
        expected = {**row.asDict(), "consumer_id": hashed(taken[row.consumer_id])}
        assert private_rows[send_id].asDict() == expected
    for table in (name for name in ADS if name != detail and "row_count" not in name):
        same = [
            sorted(map(str, spark.table(f"{schema}.{table}").drop("etl_load_time").collect()))
            for schema in ("sample_ads_candidate", f"{SCHEMA}_ads_candidate")
        ]
        assert same[0] == same[1], table


def test_a_rejected_row_keeps_everything_but_the_id(private: Outcome, spark: SparkSession) -> None:
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
    """Every table and view of the build behind staging."""
    for schema in (row[0] for row in spark.sql(f"show schemas like '{SCHEMA}_*'").collect()):
        if schema in (ODS, f"{SCHEMA}_staging"):
            continue
        for row in spark.sql(f"show tables in {schema}").collect():
            yield f"{schema}.{row.tableName}"


def test_no_canary_is_in_a_table(private: Outcome, spark: SparkSession) -> None:
    searched = 0
    for table in tables_of(spark):
        searched += 1
        rows = spark.table(table).selectExpr("to_json(struct(*)) as text")
        found = rows.where(" or ".join(f"contains(text, '{canary}')" for canary in CANARIES))
        assert found.take(1) == [], table
    assert searched > len(ADS)


def test_no_canary_is_in_a_page(private: Outcome, spark: SparkSession, tmp_path: Path) -> None:
    spark.sql(f"create schema if not exists {SCHEMA}_ads")
    for table in ADS:
        spark.sql(
            f"create or replace view {SCHEMA}_ads.{table} as"
            f" select * from {SCHEMA}_ads_candidate.{table}"
        )
    pages = (promotion.PAGE, rfm.PAGE)
    tables = read_tables(by_session(spark), SCHEMA, [kind for page in pages for kind in page.reads])
    write_site(pages, tables, REPOSITORY / LIBRARY, tmp_path / "site")

    written = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.js"))
    assert hashed(KEPT) in written
    assert not [canary for canary in CANARIES if canary in written]


def test_no_canary_is_in_a_file_of_dbt_or_spark(private: Outcome, workspace: Workspace) -> None:
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
    private: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    node = "model.customer_value.dwd_customer_service_promo_send"
    manifest = json.loads((workspace.target_path(SCHEMA) / "manifest.json").read_text("utf-8"))
    query = manifest["nodes"][node]["compiled_code"]
    assert "${env:DBT_ENV_SECRET_CONSUMER_SALT}" in query
    unset = query.replace("DBT_ENV_SECRET_CONSUMER_SALT", "DBT_ENV_SECRET_THAT_NOBODY_SET")

    with pytest.raises(PySparkException, match="Spark has no usable salt: set DBT_ENV_SECRET"):
        spark.sql(unset).collect()


def test_a_choice_that_is_neither_yes_nor_no_is_refused(workspace: Workspace) -> None:
    outcome = workspace.dbt(
        *("compile", "--select", "dwd_customer_service_promo_send"),
        schema=SCHEMA,
        settings={**SETTINGS, "hash_consumer_ids": "yes, please"},
        artifacts="refused",
    )

    assert not outcome.success
    assert "hash_consumer_ids is 'yes, please'; give true or false" in (
        outcome.error + "".join(outcome.messages.values())
    )
