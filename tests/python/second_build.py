"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample built a second time, with everything changed that must not matter: the order of the raw
rows, threads, tasks, partitions, ANSI mode, the scoring engine, and hashed consumer ids. Among the
rows are canaries: a salt, a name, a phone number and two ids that must be found nowhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from dbt.adapters.spark.connections import SparkCredentials
from pyspark.sql import SparkSession
from torture import LONG
from workspace import CONSUMER_SALT, CUSTOMER_IDS, REPOSITORY, Workspace

SCHEMA = "second"
ODS = f"{SCHEMA}_ods"
# of the session for the time of this build: several tasks per step, several files per table
CHANGED = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.shuffle.partitions": "3",
    "spark.sql.files.minPartitionNum": "2",
    "spark.sql.leafNodeDefaultParallelism": "2",
}
SEND = "ods_customer_service_promo_send"
# found nowhere: an accepted id, the id of a rejected row, and columns that no table takes over
KEPT, REFUSED, NAME, PHONE = "canary-kept", "canary-refused", "Kanari Vogel", "555-0142-canary"
CANARIES = (KEPT, REFUSED, NAME, PHONE, CONSUMER_SALT)
SETTINGS = {
    "customer_service_promo_ods": "source",
    "shared_ods": "source",
    "customer_profile_ods": "source",
    # the sample's own; tables that are loaded have days otherwise
    "customer_profile_partition_grain": "month",
    "online_retail_ods": "source",
    # the sample's own; without it, the snapshot would follow the rows that the sample has after it
    "online_retail_snapshot_date": "2011-12-10",
    "ods_schema": ODS,
    "hash_consumer_ids": True,
    "rfm_engine": "sql",
}
# the clusters need Python, and have such a test of their own; the customer profile takes as long as
# all the others, and other runs than make torture build it with another Spark version only
LEFT_OUT = (
    "path:models/*/online_retail/clustering",
    *(() if LONG else ("path:models/*/customer_profile",)),
)


@dataclass(frozen=True)
class SecondBuild:
    """Of the second build: the ANSI mode, and the canary that each id became."""

    ansi: str
    renamed: Mapping[str, str]

    def kept(self, customer_id: str) -> str:
        """What it has instead of an id of the sample."""
        return hashed(self.renamed.get(customer_id, customer_id))


def hashed(consumer_id: str) -> str:
    """What the warehouse keeps instead of an id."""
    return hashlib.sha256(f"{CONSUMER_SALT}:{consumer_id}".encode()).hexdigest()


def build_a_second_time(workspace: Workspace, spark: SparkSession) -> SecondBuild:
    """Build from the sample's ODS, which is there already; and dbt's lineage site of it."""
    renamed = _write_ods(spark)
    with _changed(spark):
        built = workspace.dbt(
            *("build", "--threads", "1"),
            *("--resource-type", "seed", "--resource-type", "model"),
            *("--exclude", "ods_*", *LEFT_OUT),
            schema=SCHEMA,
            settings=SETTINGS,
            keeps_artifacts=True,
        )
        ansi = spark.conf.get("spark.sql.ansi.enabled")
    assert built.success, built
    documented = workspace.dbt(
        *("docs", "generate", "--static", "--empty-catalog", "--exclude", *LEFT_OUT),
        schema=SCHEMA,
        settings=SETTINGS,
        keeps_artifacts=True,
    )
    assert documented.success, documented

    return SecondBuild(str(ansi), renamed)


@contextmanager
def _changed(spark: SparkSession) -> Iterator[None]:
    """Put `CHANGED` into every connection, after dbt-spark, which switches ANSI off whatever the
    profile says; afterwards the session is as it was.
    """
    prepare = SparkCredentials.__post_init__

    def prepare_changed(credentials: SparkCredentials) -> None:
        prepare(credentials)
        credentials.server_side_parameters.update(CHANGED)

    before = {key: spark.conf.get(key) for key in CHANGED}
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(SparkCredentials, "__post_init__", prepare_changed)
            yield
    finally:
        for key, value in before.items():
            spark.conf.set(key, value)


def _write_ods(spark: SparkSession) -> dict[str, str]:
    """The sample's raw rows in another order, with the canaries; by each replaced id its canary,
    which is that customer in all tables.
    """
    kept = spark.sql("select min(consumer_id) from sample_dwd.dwd_customer_service_promo_send")
    refused = spark.sql(
        "select min(get_json_object(raw_record, '$.consumer_id'))"
        " from sample_dwd.dwd_customer_service_promo_reject where reject_reason != 'duplicate_key'"
    )
    renamed = {kept.head()[0]: KEPT, refused.head()[0]: REFUSED}
    cases = " ".join(f"when '{original}' then '{canary}'" for original, canary in renamed.items())
    spark.sql(f"create schema {ODS}")
    for path in sorted(REPOSITORY.glob("seeds/*/ods_*.csv")):
        columns = spark.table(f"sample_ods.{path.stem}").columns
        shown = [
            f"case {column} {cases} else {column} end as {column}"
            if column in CUSTOMER_IDS
            else column
            for column in columns
        ]
        if path.stem == SEND:
            shown += [f"'{NAME}' as consumer_name", f"'{PHONE}' as phone"]
        spark.sql(
            f"create table {ODS}.{path.stem} using parquet as select {', '.join(shown)}"
            f" from sample_ods.{path.stem} order by xxhash64({', '.join(columns)})"
        )

    return renamed
