"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey through the loader and the warehouse, held against the same tables counted by DuckDB from the
original files: SQL of its own in `complete_journey/`, written from the definitions and not from the models.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace, copy_project

from customer_value.ods.__main__ import main as load

DATA = Path(os.environ.get("CUSTOMER_VALUE_DATA", REPOSITORY.parent / "shared" / "data"))
JOURNEY = DATA / "complete_journey"
QUERIES = Path(__file__).with_name("complete_journey")

# A campaign starts on this day, others run or have not begun, every level has events in every period, and one rate
# is above what its column holds. Of the year's last days none shows as much.
AS_OF = "2017-11-15"

MODELS = ("path:models,resource_type:model", "path:seeds/reference,resource_type:seed")
CHECKS = (
    "path:models/ads,resource_type:test",
    "path:tests/singular/ads",
    "rows_conserved_*",
    "period_levels_sum_to_overall",
    "assert_every_consumer_is_scored",
    "assert_rfm_python_equals_sql",
)

pytestmark = pytest.mark.skipif(
    not JOURNEY.is_dir(),
    reason=f"The Complete Journey is not in {DATA}: set CUSTOMER_VALUE_DATA to the folder above complete_journey/",
)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Compared:
    """A table that both sides compute: its name in the warehouse and its key."""

    table: str
    key: tuple[str, ...]


COMPARED = {
    "overview": Compared("journey_ads.ads_customer_service_promo_overview", ("stat_period", "user_level")),
    "activity_effect": Compared("journey_ads.ads_customer_service_promo_activity_effect", ("activity_id",)),
    "performance": Compared("journey_ads.ads_customer_service_performance", ("customer_service_id",)),
    "consumer_rfm": Compared("journey_dws.dws_customer_service_promo_consumer_rfm", ("consumer_id",)),
}


@dataclass(frozen=True)
class Fault:
    """One change of one query, and the table whose comparison must notice."""

    query: str
    old: str
    new: str
    table: str


FAULTS = {
    "an 8-day window": Fault("overview", "('7天', 7)", "('7天', 8)", "overview"),
    "a level boundary moved by one": Fault("consumer_rfm", "6, 8), ('潜力用户', 9", "6, 9), ('潜力用户', 10", "overview"),
    "a use counted on its send date": Fault("uses", "redeemed.redemption_date as", "sends.send_date as", "overview"),
    "ties scored by row order": Fault(
        "consumer_rfm", "rank() over (order by frequency)", "row_number() over (order by frequency)", "consumer_rfm"
    ),
    "money on every use of a day": Fault(
        "uses", "(redeemed.campaign_id, redeemed.coupon_upc) = paying_redemption.redemption", "true", "consumer_rfm"
    ),
    "a rate rounded down": Fault("rates", "* use_count + send_count", "* use_count", "activity_effect"),
    "activities that have not begun": Fault("activity_effect", " and send_date <= getvariable('as_of')", "", "activity_effect"),
    "a 31-day window": Fault("performance", "pay_date > getvariable('as_of') - 30", "pay_date > getvariable('as_of') - 31", "performance"),
}


@pytest.fixture(scope="module")
def journey(workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The data set loaded into `journey_ods` and built into `journey_…`."""
    project = copy_project(tmp_path_factory.mktemp("journey") / "project")
    before = os.getcwd()
    try:
        # fmt: off
        code = load([
            "complete-journey", str(JOURNEY), "--schema", "journey_ods",
            "--project-dir", str(project), "--profiles-dir", str(workspace.profiles),
        ])
        # fmt: on
    finally:
        os.chdir(before)
    assert code == 0
    return workspace.dbt(
        *("build", "--indirect-selection", "empty", "--select", *MODELS, *CHECKS),
        schema="journey",
        settings={"customer_service_promo_ods": "source", "ods_schema": "journey_ods", "as_of_date": AS_OF},
    )


def count_from_files(fault: Fault | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB that has run every query on the original files, one of them changed where a fault is given."""
    connection = duckdb.connect()
    for path in JOURNEY.glob("*.parquet"):
        connection.read_parquet(str(path)).create_view(path.stem)
    connection.execute(f"set variable as_of = date '{AS_OF}'")
    for query in ("sends", "uses", "rates", *sorted(COMPARED)):
        text = (QUERIES / f"{query}.sql").read_text("utf-8")
        if fault is not None and fault.query == query:
            assert fault.old in text, f"{query}.sql no longer holds the text that the fault replaces"
            text = text.replace(fault.old, fault.new, 1)
        connection.execute(text)
    return connection


def counted_rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    """A table of the yardstick."""
    cursor = connection.execute(f"select * from {name}")
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def built_rows(spark: SparkSession, name: str, columns: Sequence[str]) -> list[Row]:
    """A table of the warehouse, with the yardstick's columns."""
    return [row.asDict() for row in spark.table(COMPARED[name].table).select(*columns).collect()]


def differences(key: Sequence[str], built: Sequence[Row], counted: Sequence[Row]) -> list[str]:
    """One sentence per cell or row in which the two sides differ, also in a number's type or scale."""
    sides = [{tuple(row[column] for column in key): row for row in rows} for rows in (built, counted)]
    found = [
        f"{side}: {len(rows)} rows, but {len(keyed)} keys"
        for side, rows, keyed in zip(("warehouse", "files"), (built, counted), sides, strict=True)
        if len(rows) != len(keyed)
    ]
    for row_key in sorted(sides[0].keys() | sides[1].keys()):
        ours, theirs = (side.get(row_key) for side in sides)
        label = " / ".join(row_key)
        if ours is None or theirs is None:
            found.append(f"{label}: only in the {'files' if ours is None else 'warehouse'}")
            continue
        found += [
            f"{label}: {column} is {ours[column]!r} in the warehouse, {theirs[column]!r} from the files"
            for column in theirs
            if repr(ours[column]) != repr(theirs[column])
        ]
    return found


def test_build_is_green_and_the_capped_rate_is_named(journey: Outcome) -> None:
    assert journey.error == ""
    assert journey.named("error", "fail", "skipped", "runtime error") == []
    assert journey.named("warn") == ["warn_use_rate_above_what_the_column_holds"]
    assert sum(name.startswith("rows_conserved_") for name in journey.statuses) == 7


def test_every_row_of_the_files_is_a_fact(journey: Outcome, spark: SparkSession) -> None:
    facts = {
        name: spark.table(f"journey_dwd.dwd_customer_service_promo_{name}").count()
        for name in ("activity", "activity_item", "send", "use", "reject")
    }
    assert facts == {"activity": 27, "activity_item": 104_011, "send": 6_589, "use": 2_102, "reject": 0}


def test_yardstick_has_the_published_figures() -> None:
    figures = count_from_files().execute(
        """
        select
            (select count(*) from sends),
            (select count(distinct household_id) from sends),
            (select count(*) from uses),
            (select count(distinct household_id) from uses),
            (select count(distinct (campaign_id, household_id)) from uses)
        """
    )
    assert figures.fetchall() == [(6_589, 1_559, 2_102, 410, 792)]


@pytest.mark.parametrize("name", COMPARED)
def test_warehouse_equals_the_files(journey: Outcome, spark: SparkSession, name: str) -> None:
    counted = counted_rows(count_from_files(), name)
    built = built_rows(spark, name, list(counted[0]))
    if name == "overview":
        print(f"\nThe Complete Journey on {AS_OF}", *(tuple(map(str, row.values())) for row in built), sep="\n")

    found = differences(COMPARED[name].key, built, counted)

    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])
    assert len(built) == {"overview": 15, "activity_effect": 27, "performance": 3, "consumer_rfm": 1_544}[name]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_comparison_notices(journey: Outcome, spark: SparkSession, fault: Fault) -> None:
    counted = counted_rows(count_from_files(fault), fault.table)
    built = built_rows(spark, fault.table, list(counted[0]))

    assert differences(COMPARED[fault.table].key, built, counted)
