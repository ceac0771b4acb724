"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What people read: one release, tested, and nothing else. The tests build one ADS table of the sample
warehouse again and again; at the end it is as others expect it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pyspark.sql import Row, SparkSession
from workspace import ADS_TABLES, Outcome, Workspace, copy_project

SCHEMA = "sample"
TABLE = "ads_customer_service_performance"
OTHER = "ads_customer_service_promo_activity_effect"
# as `make build` does; the sample's own build has run the unit tests
BUILD = ("build", "--exclude-resource-type", "unit_test", "--select", TABLE)


def build(workspace: Workspace, *command: str, **options: Any) -> Outcome:
    """A dbt command on the sample that leaves the artifacts of the sample's own build alone."""
    return workspace.dbt(*command, schema=SCHEMA, artifacts="publish", **options)


@pytest.fixture(autouse=True, scope="module")
def whole_again(workspace: Workspace, sample: Outcome) -> Iterator[None]:
    """Build the table as the sample has it, whatever the tests did to it."""
    assert sample.success, sample
    yield
    rebuilt = build(workspace, *BUILD, settings={"publish_min_share": 0})
    assert rebuilt.success, rebuilt


def manifest(spark: SparkSession) -> dict[str, Row]:
    """The published tables by name."""
    return {row.table_name: row for row in spark.table(f"{SCHEMA}_ads.release_manifest").collect()}


def rows(spark: SparkSession, schema: str, table: str = TABLE) -> list[Row]:
    """A table's rows, sorted, without the load time."""
    return sorted(spark.table(f"{SCHEMA}_{schema}.{table}").drop("etl_load_time").collect())


def log(workspace: Workspace) -> str:
    """What dbt logged for the schema so far."""
    return (workspace.folder / "logs" / SCHEMA / "dbt.log").read_text("utf-8")


def release_schemas(spark: SparkSession) -> list[str]:
    """The release schemas that exist, oldest first."""
    found = spark.sql(f"show schemas like '{SCHEMA}_ads__r*'").collect()
    return sorted(row[0] for row in found)


def test_the_manifest_counts_what_people_read(spark: SparkSession) -> None:
    published = manifest(spark)

    assert sorted(published) == sorted(ADS_TABLES)
    for table, row in published.items():
        assert row.row_count == spark.table(f"{SCHEMA}_ads.{table}").count(), table
        assert row.row_count == spark.table(f"{row.release_schema}.{table}").count(), table
        assert row.ods_origin == "seeds"


def test_equal_content_has_an_equal_hash_and_a_new_release(
    workspace: Workspace, spark: SparkSession
) -> None:
    before = manifest(spark)
    assert build(workspace, *BUILD).success
    after = manifest(spark)

    assert after[TABLE].content_hash == before[TABLE].content_hash
    assert after[TABLE].release_schema > before[TABLE].release_schema
    assert after[OTHER].release_schema == before[OTHER].release_schema
    assert after[TABLE].previous_release_id == before[TABLE].release_id


def test_two_releases_stay_and_no_more(workspace: Workspace, spark: SparkSession) -> None:
    for _ in range(2):
        assert build(workspace, *BUILD).success
    kept = release_schemas(spark)
    published = manifest(spark)
    previous = f"{SCHEMA}_ads__{published[TABLE].previous_release_id}"

    assert published[TABLE].release_schema == kept[-1]
    assert previous in kept
    # the release before, and what its manifest and this one still show of older builds
    needed = {row.release_schema for row in published.values()} | {previous}
    needed |= {
        row[0]
        for row in spark.table(f"{previous}.release_manifest").select("release_schema").collect()
    }
    assert set(kept) == needed


def test_a_run_without_tests_stays_a_candidate(workspace: Workspace, spark: SparkSession) -> None:
    people_read = rows(spark, "ads")
    settings = {"as_of_date": "2024-06-23"}
    assert build(workspace, "run", "--select", TABLE, settings=settings).success

    assert rows(spark, "ads") == people_read
    assert rows(spark, "ads_candidate") != people_read
    assert "Not published: dbt run does not test what it builds" in log(workspace)


def test_a_build_that_leaves_tests_out_stays_a_candidate(
    workspace: Workspace, spark: SparkSession
) -> None:
    people_read = rows(spark, "ads")
    outcome = build(
        workspace,
        *(*BUILD, "--exclude", "test_type:generic"),
        settings={"as_of_date": "2024-06-23"},
    )

    assert outcome.success
    assert rows(spark, "ads") == people_read
    assert "did not run; select the tests too" in log(workspace)


def test_an_empty_build_stays_a_candidate(workspace: Workspace, spark: SparkSession) -> None:
    people_read = rows(spark, "ads")
    build(workspace, *BUILD, "--empty")

    assert rows(spark, "ads") == people_read != []


def test_a_failed_test_keeps_what_people_read(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people_read = rows(spark, "ads")
    project = copy_project(tmp_path_factory.mktemp("faulty") / "project")
    model = project / f"models/ads/customer_service_promo/{TABLE}.sql"
    text = model.read_text("utf-8")
    last = f"select * from {text.rsplit('select * from ', 1)[1].strip()}"
    doubled = f"{last}\n\nunion all\n\n{last}\n"
    model.write_text(text.replace(last, doubled), "utf-8")

    outcome = build(workspace, *(*BUILD, "--exclude", "resource_type:unit_test"), project=project)

    assert not outcome.success
    assert [name for name in outcome.named("fail") if name.startswith("unique")]
    assert rows(spark, "ads") == people_read
    assert len(rows(spark, "ads_candidate")) == 2 * len(people_read)
    assert f"{SCHEMA}_ads stays as it was" in log(workspace)


def test_a_table_with_too_few_rows_is_not_published(
    workspace: Workspace, spark: SparkSession
) -> None:
    before = manifest(spark)
    first = before[min(table for table, row in before.items() if row.row_count)]
    # more rows than before: no build of the same data reaches that
    outcome = build(workspace, *BUILD, settings={"publish_min_share": 1.5})

    assert not outcome.success
    assert f"Not published: {first.table_name} has {first.row_count} rows now" in outcome.error
    assert "publish_min_share: 0" in outcome.error
    assert manifest(spark) == before


def test_other_content_has_another_hash(workspace: Workspace, spark: SparkSession) -> None:
    before = manifest(spark)[TABLE]
    assert build(workspace, *BUILD, settings={"as_of_date": "2024-06-23"}).success
    after = manifest(spark)[TABLE]

    assert after.content_hash != before.content_hash
    assert str(after.as_of_date) == "2024-06-23"
