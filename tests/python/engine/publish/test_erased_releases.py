"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A publication that knows of a new request to be erased leaves no release from before it, and none is
published beside tables that do not know of it. Each test goes on where the one before stopped.
"""

from __future__ import annotations

import pytest
from pyspark.sql import SparkSession
from small_release import SmallRelease
from workspace import Outcome, Workspace

SCHEMA = "forgetting"
LIST = "dwd_customer_erasure"
SMALL, SECOND, OTHER = "ads_small", "ads_second", "ads_other"
SECOND_YML = """
models:
  - name: ads_second
    columns:
      - {name: send_id, data_type: string}
      - {name: etl_load_time, data_type: timestamp}
"""


class Forgetting:
    """The small project with a list of erasures, and two tables that an erasure can change."""

    def __init__(self, release: SmallRelease, spark: SparkSession) -> None:
        self.release, self.spark = release, spark
        self.write("ads/customer_service_promo/ads_second.yml", SECOND_YML)
        self.write(
            "ads/customer_service_promo/ads_second.sql",
            "select send_id, {{ etl_load_time() }} as etl_load_time from {{ ref('dwd_small') }}",
        )

    def write(self, name: str, text: str) -> None:
        """A file among the models."""
        file = self.release.folder / "models" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def build(self, send_id: str, requests: int, *selection: str) -> Outcome:
        """Build with so many requests to be erased."""
        days = ", ".join(
            f"('c{day}', timestamp '2024-06-0{day}')" for day in range(1, requests + 1)
        )
        self.write(
            f"dwd/shared/{LIST}.sql",
            f"select * from values {days} as requests (customer_id, request_time)",
        )
        value = f"(select {send_id} from {{{{ ref('{LIST}') }}}} limit 1)"
        return self.release.build(value, *selection)

    def releases(self) -> dict[str, list[str]]:
        """The release schemas with their tables, oldest first."""
        found = self.spark.sql(f"show schemas like '{SCHEMA}_ads__r*'").collect()
        return {
            schema: sorted(
                row.tableName for row in self.spark.sql(f"show tables in {schema}").collect()
            )
            for schema in sorted(row[0] for row in found)
        }

    def known(self) -> dict[str, str | None]:
        """Which list each published table knows."""
        manifest = self.spark.table(f"{SCHEMA}_ads.release_manifest").collect()
        return {row.table_name: row.erasures for row in manifest}

    def shown(self, table: str = SMALL) -> list[str]:
        """The ids that people read."""
        return [row.send_id for row in self.spark.table(f"{SCHEMA}_ads.{table}").collect()]


@pytest.fixture(scope="module")
def forgetting(
    tmp_path_factory: pytest.TempPathFactory, workspace: Workspace, spark: SparkSession
) -> Forgetting:
    folder = tmp_path_factory.mktemp("forgetting") / "project"
    return Forgetting(SmallRelease(folder, workspace, SCHEMA), spark)


def test_the_manifest_says_which_list_a_table_knows(forgetting: Forgetting) -> None:
    assert forgetting.build("'s1'", 1).success

    known = forgetting.known()
    assert known[SMALL] == known[SECOND] is not None
    assert known[OTHER] is None


def test_with_the_same_list_the_release_before_stays(forgetting: Forgetting) -> None:
    assert forgetting.build("'s2'", 1).success

    assert len(forgetting.releases()) == 2
    assert forgetting.shown() == ["s2"]


def test_with_another_list_no_older_release_stays(forgetting: Forgetting) -> None:
    assert forgetting.build("'s3'", 2).success

    assert len(forgetting.releases()) == 1
    assert forgetting.shown() == forgetting.shown(SECOND) == ["s3"]


def test_a_run_that_leaves_tables_with_customers_out_is_not_published(
    forgetting: Forgetting,
) -> None:
    before = forgetting.known()

    refused = forgetting.build("'s4'", 3, "--select", f"+{SMALL}")

    assert not refused.success
    assert (
        "Not published: the list of customers who asked to be erased has changed since ads_second"
        " was built; build it in the same run" in refused.error
    )
    assert forgetting.known() == before
    assert forgetting.shown() == ["s3"]


def test_a_table_without_customers_is_published_alone(forgetting: Forgetting) -> None:
    assert forgetting.build("'s4'", 3, "--select", OTHER).success

    assert forgetting.shown() == ["s3"]
    assert len(forgetting.releases()) >= 2


def test_of_a_release_that_is_still_shown_only_that_stays(forgetting: Forgetting) -> None:
    assert forgetting.build("'s5'", 3, "--exclude", OTHER).success

    *older, newest = forgetting.releases().values()
    assert older == [[OTHER, "release_manifest"]]
    assert newest == [SECOND, SMALL, "release_manifest"]
    assert forgetting.shown() == forgetting.shown(SECOND) == ["s5"]
    assert forgetting.spark.table(f"{SCHEMA}_ads.{OTHER}").count() == 1


def test_a_build_that_failed_is_forgotten_too(forgetting: Forgetting) -> None:
    # its test fails, so that it stays a candidate
    assert not forgetting.build("cast(null as string)", 3, "--exclude", OTHER).success
    assert len(forgetting.releases()) == 3

    assert forgetting.build("'s6'", 4).success

    *older, newest = forgetting.releases().values()
    # in which there is nobody
    assert older == [[OTHER, "release_manifest"]]
    assert {SMALL, SECOND, OTHER} < {*newest}
    assert forgetting.shown() == ["s6"]


def test_tables_from_before_manifests_said_so_are_forgotten(forgetting: Forgetting) -> None:
    spark = forgetting.spark
    *_, release = forgetting.releases()
    manifest, older = f"{release}.release_manifest", f"{release}.older"
    spark.sql(f"create table {older} using parquet as select * except (erasures) from {manifest}")
    spark.sql(f"drop table {manifest}")
    spark.sql(f"alter table {older} rename to {manifest}")
    spark.sql(f"alter view {SCHEMA}_ads.release_manifest as select * from {manifest}")

    assert forgetting.build("'s7'", 4).success

    assert release not in forgetting.releases()
    assert forgetting.shown() == ["s7"]
