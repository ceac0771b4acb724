"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Four customers of the built sample ask to be erased; then it is built again, and their ids are
looked for everywhere. Run as a script, in a process of its own, as the warehouse changes: python
erasing.py FOLDER FORM, where the form `long` builds with hashed ids as well. Prints a JSON line.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from kept import SAMPLE, copy_of_sample
from left_over import files_with, tables_with
from pyspark.sql import SparkSession
from second_build import hashed
from workspace import CONSUMER_SALT, REPOSITORY, Workspace

from customer_value.commands.site import main as write_pages
from customer_value.warehouse.session import open_session

AREAS = ("customer_service_promo", "customer_profile", "shared")
# tests of ADS are what a publication asks for; all others of the sample have run
REBUILT = (
    *("build", "--select", *(f"path:models/*/{area}" for area in AREAS)),
    *(f"path:tests/singular/ads/{area}" for area in AREAS),
    # each test with the layer that it is written in, whatever else it reads
    *("--indirect-selection", "empty", "--exclude", "resource_type:unit_test"),
    *(f"resource_type:test,path:models/{layer}" for layer in ("staging", "dwd", "dws")),
)
# the list, and one table for people; the facts beside them still know who asked
PART = ("stg_customer_erasure", "dwd_customer_erasure", "ads_customer_service_performance")
HASHED = "hashed"
# the list itself, and what is as the owner of ODS has it
LIST = "dwd_customer_erasure"
# one who does everything, and others with a rejected fact, a rejected version, a derived session
CHOSEN = (
    """
    select consumer_id from sample_dwd.dwd_customer_service_promo_use as uses
    left semi join sample_dwd.dwd_customer_service_promo_reject as rejects
        on uses.consumer_id = get_json_object(rejects.raw_record, '$.consumer_id')
    left semi join sample_dwd.dwd_transaction_fact as sales on uses.consumer_id = sales.customer_id
    left semi join sample_dwd.dwd_service_fact as calls on uses.consumer_id = calls.customer_id
    """,
    """
    select get_json_object(raw_record, '$.customer_id') from sample_dwd.dwd_customer_profile_reject
    where source_table in ('ods_order', 'ods_service_contact', 'ods_review')
    """,
    """
    select get_json_object(raw_record, '$.customer_id') from sample_dwd.dwd_customer_profile_reject
    where source_table in ('ods_customer', 'ods_customer_relation')
    """,
    "select customer_id from sample_dwd.dwd_behavior_fact where is_derived_session",
)
TOTALS = {
    "sends": "count(*), sum(promo_amount) from {dwd}.dwd_customer_service_promo_send",
    "uses": "count(*), sum(pay_amount), count(case when is_valid_use then 1 end)"
    " from {dwd}.dwd_customer_service_promo_use",
    "orders": "count(*), sum(gross_amount) from {dwd}.dwd_order",
    "transactions": "count(*), sum(net_amount) from {dwd}.dwd_transaction_fact",
    "events": "count(*), count(distinct session_id) from {dwd}.dwd_behavior_fact",
    "contacts": "count(*), sum(nps_score) from {dwd}.dwd_service_fact",
    "rejects": "count(*), count(distinct source_table, reject_reason)"
    " from (select source_table, reject_reason from {dwd}.dwd_customer_service_promo_reject"
    " union all select source_table, reject_reason from {dwd}.dwd_customer_profile_reject)",
}
CONSUMERS = "count(distinct consumer_id) from sample_dwd.dwd_customer_service_promo_send"
PUBLISHED = (
    "release_schema from sample_ads.release_manifest"
    " where table_name = 'ads_customer_service_promo_send_detail'"
)


def one(spark: SparkSession, selected: str) -> list[str]:
    """The only row of a query, as texts."""
    return [str(value) for value in spark.sql(f"select {selected}").head() or ()]


def totals(spark: SparkSession) -> dict[str, list[str]]:
    """What an erasure leaves as it is."""
    return {name: one(spark, query.format(dwd="sample_dwd")) for name, query in TOTALS.items()}


def chosen(spark: SparkSession) -> list[str]:
    """The ids of customers whom nobody has erased yet."""
    erased = {row[0] for row in spark.sql(f"select customer_id from sample_dwd.{LIST}").collect()}
    found: list[str] = []
    for query in CHOSEN:
        ids = sorted({row[0] for row in spark.sql(query).collect() if row[0]} - erased - {*found})
        found.append(next(customer for customer in ids if customer.startswith("C0")))
    return found


def ask(spark: SparkSession, ids: Sequence[str]) -> None:
    """Add requests to the raw table."""
    rows = ", ".join(f"('{customer}', '2024-06-29 12:00:00')" for customer in ids)
    spark.sql(f"insert into sample_ods.ods_customer_erasure values {rows}")


def pages(workspace: Workspace, *options: str) -> int:
    """Write the site of what is published."""
    place = ("--output", str(workspace.folder / "site"), "--schema", SAMPLE, "--target", "few_rows")
    project = ("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles))
    artifacts = ("--target-path", str(workspace.target_path(SAMPLE)))
    code = write_pages([*place, *project, *artifacts, *options])
    os.chdir(REPOSITORY)
    return code


def releases(spark: SparkSession) -> dict[str, list[str]]:
    """The release schemas with their tables."""
    schemas = [row[0] for row in spark.sql("show schemas like 'sample_ads__r*'").collect()]
    return {
        schema: sorted(row.tableName for row in spark.sql(f"show tables in {schema}").collect())
        for schema in sorted(schemas)
    }


def schemas(spark: SparkSession, start: str) -> Iterator[str]:
    """The schemas of a build, without those that are as ODS is."""
    for (schema,) in spark.sql(f"show schemas like '{start}_*'").collect():
        if schema != f"{start}_ods" and not schema.startswith(f"{start}_staging"):
            yield schema


def hashed_build(workspace: Workspace, spark: SparkSession, ids: Sequence[str]) -> dict[str, Any]:
    """The facts built again with hashed ids, and the tables in which who asked is found then."""
    hidden = workspace.dbt(
        *("build", "--resource-type", "model", "--resource-type", "seed", "--select"),
        *(f"path:models/{layer}/{area}" for layer in ("staging", "dwd") for area in AREAS),
        "path:seeds/reference",
        schema=HASHED,
        settings={
            **{f"{area}_ods": "source" for area in AREAS},
            **{"ods_schema": "sample_ods", "customer_profile_partition_grain": "month"},
            "hash_consumer_ids": True,
        },
    )
    both = [*ids, *map(hashed, ids)]

    return {
        "hashed_built": [hidden.success, hidden.error, hidden.named("error")],
        "hashed": sorted(tables_with(spark, schemas(spark, HASHED), both)),
    }


def delete_from_ods(spark: SparkSession, ids: Sequence[str]) -> None:
    """What the owner of the raw tables does."""
    named = " or ".join(f"contains(to_json(struct(*)), '{customer}')" for customer in ids)
    for (table,) in spark.sql("show tables in sample_ods").select("tableName").collect():
        if spark.sql(f"select 1 from sample_ods.{table} where {named} limit 1").isEmpty():
            continue
        spark.sql(
            f"create table sample_ods.kept using parquet as"
            f" select * from sample_ods.{table} where not ({named})"
        )
        spark.sql(f"insert overwrite table sample_ods.{table} select * from sample_ods.kept")
        spark.sql("drop table sample_ods.kept")


def main(folder: Path, form: str) -> None:
    """Build, erase, build, look."""
    os.environ["DBT_ENV_SECRET_CONSUMER_SALT"] = CONSUMER_SALT
    workspace = copy_of_sample(folder)
    spark = open_session(REPOSITORY, workspace.profiles, "few_rows")
    os.chdir(REPOSITORY)
    ids = chosen(spark)
    found: dict[str, Any] = {"ids": ids, "pages_before": pages(workspace)}
    found["published_before"] = one(spark, PUBLISHED)
    found["before"] = {**totals(spark), "consumers": one(spark, CONSUMERS)}
    found["named_before"] = sorted(tables_with(spark, schemas(spark, SAMPLE), ids))

    ask(spark, ids)
    partial = workspace.dbt(
        *("build", "--select", *PART, "--indirect-selection", "buildable"),
        *("--exclude", "resource_type:unit_test", "assert_erased_*"),
        schema=SAMPLE,
    )
    found["partial"] = partial.error
    built = workspace.dbt(*REBUILT, schema=SAMPLE, keeps_artifacts=True)
    found["built"] = [built.success, built.error, built.named("error", "fail")]
    found["published"] = one(spark, PUBLISHED)
    found["releases"] = releases(spark)
    found["pages_after"] = pages(workspace)
    found["after"] = {**totals(spark), "consumers": one(spark, CONSUMERS)}
    found["named_after"] = sorted(tables_with(spark, schemas(spark, SAMPLE), ids))
    kept = ("sample_ods.db", "sample_staging.db", "sample_staging_by_day.db", LIST)
    found["files"] = sorted(files_with(workspace.folder, kept, ids))

    if form == "long":
        found |= hashed_build(workspace, spark, ids)

    delete_from_ods(spark, ids)
    staged = workspace.dbt("run", "--select", "path:models/staging", schema=SAMPLE)
    found["staged"] = [staged.success, staged.error]
    everywhere = [row[0] for row in spark.sql("show schemas like 'sample_*'").collect()]
    found["named_at_last"] = sorted(tables_with(spark, everywhere, ids))
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
