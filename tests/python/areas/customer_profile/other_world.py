"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Another customer profile than the committed one: other customers on another day, without the raw
tables that a company may lack, built up to the DWS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from incremental_files import Row, rows_of
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.areas import AREAS
from customer_value.sample.plan import SamplePlan

SCHEMA = "other"
PLAN = SamplePlan(sends=300, customers=240, as_of=date(2025, 3, 31), seed=360)
# the folders of the indexes; other summaries would take as long again
GROUPS = ("activity", "orders", "penetration", "service")
# no index reads them
ABSENT = ("ods_customer_declared_attribute", "ods_marketing_assignment", "ods_recommendation_log")
# the first night of test_profile_nights looks back 30 days, two days before as_of
NIGHTS = tuple(PLAN.as_of - timedelta(days=ago) for ago in (2, 1, 0))
FIRST_DATE = NIGHTS[0] - timedelta(days=30)
DWS = REPOSITORY / "models/dws/customer_profile"
INDEXES = tuple(
    sorted(
        {path.stem for name in GROUPS for path in (DWS / name).rglob("*.sql")}
        | {f"dws_customer_profile_{name}" for name in ("population", "features", "warning")}
    )
)
# what is counted again from the facts besides them
COUNTED = ("journey", "journey_standing", "timeline")
BUILT = (
    *(f"+{table}" for table in INDEXES),
    *(f"+ads_customer_profile_{table}" for table in COUNTED),
    *("+dwd_customer_profile_reject", "+dwd_lifecycle_stage"),
)
WITH_SEEDS = ("--resource-type", "seed")


@dataclass(frozen=True)
class OtherWorld:
    """What dbt said while it built, and the raw rows that it built from."""

    said: str
    raw: Mapping[str, list[Row]]


def raw_tables() -> dict[str, list[Row]]:
    """The raw rows of the customer profile and of what it reads besides, by table."""
    samples = [area.sample for area in AREAS if area.name != "online_retail"]
    tables = {
        name: table.to_pylist()
        for sample in samples
        for number in range(sample.parts_of(PLAN))
        for name, table in sample.make_part(PLAN, number).tables.items()
    }
    return {name: rows for name, rows in tables.items() if name not in ABSENT}


def build_other_world(workspace: Workspace, spark: SparkSession) -> OtherWorld:
    """Build it from all rows at once: schemas `other_…`."""
    raw = raw_tables()
    spark.sql(f"create schema {SCHEMA}_ods")
    for table, rows in raw.items():
        rows_of(spark, rows, list(rows[0])).write.saveAsTable(f"{SCHEMA}_ods.{table}")
    look_back = (PLAN.as_of - FIRST_DATE).days
    outcome = build_models(
        *(workspace, SCHEMA, PLAN.as_of, *WITH_SEEDS),
        customer_profile_look_back_days=look_back,
    )
    assert outcome.success, (outcome.error, outcome.messages)

    log = (workspace.folder / "logs" / SCHEMA / "dbt.log").read_text("utf-8")
    return OtherWorld(log.rsplit("Running with dbt=", 1)[-1], raw)


def build_models(
    workspace: Workspace,
    schema: str,
    as_of: date,
    *arguments: str,
    **settings: Any,
) -> Outcome:
    """Build the models up to the indexes, without their tests, from the raw tables of a schema."""
    return workspace.dbt(
        *("build", "--resource-type", "model", "--select", *BUILT, *arguments),
        schema=schema,
        settings={
            "customer_profile_ods": "source",
            "customer_service_promo_ods": "source",
            "shared_ods": "source",
            "customer_profile_partition_grain": "month",
            "ods_schema": f"{schema}_ods",
            **settings,
        },
        environment={"AS_OF_DATE": str(as_of), "SPARK_SHUFFLE_PARTITIONS": "2"},
    )
