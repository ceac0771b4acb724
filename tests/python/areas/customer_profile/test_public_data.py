"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Olist, the logs of events and the log of incidents through the loader and the warehouse, held
against the original files, where these are at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from comparing import Fault
from public_data import PublicData, said
from pyspark.sql import SparkSession
from real_data import DATA
from workspace import Outcome, Workspace

DWS = "dws_customer_profile"
OLIST = PublicData(
    "olist",
    "olist",
    DATA / "olist_subset",
    date(2018, 10, 17),
    (
        *(f"{DWS}_order_rfm", f"{DWS}_lifecycle", f"{DWS}_penetration"),
        *(f"{DWS}_price_sensitivity", "dwd_region"),
    ),
    ("customers", "monthly", "order_rfm", "lifecycle", "penetration"),
    {
        # of persons who placed two orders at once, one record
        "ods_customer": (8_135, 11),
        "ods_region": (32, 0),
        "ods_order": (8_135, 0),
        "ods_order_item": (8_365, 0),
        # of orders without items
        "ods_review": (8_225, 778),
    },
)
REES46 = PublicData(
    "events",
    "rees46",
    DATA / "rees46_events_sample.parquet",
    date(2019, 10, 1),
    (f"{DWS}_activity", "dwd_transaction_fact"),
    ("customers", "monthly", "events_by_day", "sessions", "login_proxy"),
    {
        "ods_order": (200, 0),
        "ods_order_item": (214, 0),
        # exact copies
        "ods_behavior_event": (17_435, 5),
    },
)
TAOBAO = PublicData(
    "events",
    "taobao",
    DATA / "taobao_user_behavior.parquet",
    date(2017, 12, 3),
    (f"{DWS}_activity",),
    ("customers", "events_by_day", "sessions", "login_proxy"),
    {"ods_behavior_event": (84_475, 0)},
)
INCIDENTS = PublicData(
    "service-incidents",
    "service_incidents",
    DATA / "service_incidents" / "incidents_last_state.parquet",
    # hardly anything was opened later, and on the first day of the window much was
    date(2016, 9, 30),
    (f"{DWS}_service_health",),
    ("customers", "timeliness"),
    {"ods_service_contact": (24_918, 0)},
)
ALL = (OLIST, REES46, TAOBAO, INCIDENTS)
COMPARED = [(data, query) for data in ALL for query in data.compared]

# each is a plausible misreading that the comparison must notice
FAULTS = (
    (
        OLIST,
        Fault(
            "a customer for every order",
            "olist",
            "customer_unique_id as customer_id",
            "customer_id as customer_id",
            "order_rfm",
        ),
    ),
    (OLIST, Fault("canceled orders", "olist", "'canceled', ", "", "monthly")),
    (
        OLIST,
        Fault(
            "orders counted when they were placed",
            "olist",
            "coalesce(order_approved_at, if",
            "coalesce(order_purchase_timestamp, if",
            "monthly",
        ),
    ),
    (
        OLIST,
        Fault("a window of 364 days", "order_rfm", "as_of') - 365", "as_of') - 364", "order_rfm"),
    ),
    (
        REES46,
        Fault(
            "copies that count",
            "rees46",
            "select distinct\n    event",
            "select event",
            "events_by_day",
        ),
    ),
    (
        REES46,
        Fault(
            "lines as orders",
            "rees46",
            "user_session as order_id",
            "event_time as order_id",
            "monthly",
        ),
    ),
    (
        TAOBAO,
        Fault(
            "days in Greenwich", "taobao", "interval 8 hours", "interval 0 hours", "events_by_day"
        ),
    ),
    (
        TAOBAO,
        Fault("shorter pauses", "taobao", "interval 30 minutes", "interval 29 minutes", "sessions"),
    ),
    (
        INCIDENTS,
        Fault(
            "closed is not solved",
            "service_incidents",
            "coalesce(resolved_at, closed_at)",
            "resolved_at",
            "timeliness",
        ),
    ),
    (
        INCIDENTS,
        Fault("a window of 179 days", "timeliness", "as_of') - 179", "as_of') - 178", "timeliness"),
    ),
)


@pytest.fixture(scope="module")
def builds(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Outcome]]:
    """What became of the builds of this file's data sets, by name; each is built when it is asked
    for the first time.
    """
    yield {}


@pytest.fixture
def built(
    request: pytest.FixtureRequest,
    builds: dict[str, Outcome],
    workspace: Workspace,
    spark: SparkSession,
    tmp_path_factory: pytest.TempPathFactory,
) -> Outcome:
    """The build of the test's data set."""
    data: PublicData = request.getfixturevalue("data")
    if not data.source.exists():
        pytest.skip(f"{data.source.name} is not in {DATA}; set CUSTOMER_VALUE_DATA")
    if data.name not in builds:
        builds[data.name] = data.load_and_build(workspace, tmp_path_factory.mktemp(data.name))

    return builds[data.name]


def named(data: PublicData) -> str:
    return data.name


@pytest.mark.parametrize("data", ALL, ids=named)
def test_the_build_is_green(data: PublicData, built: Outcome) -> None:
    assert built.error == ""
    assert built.named("error", "fail", "skipped", "runtime error") == []


@pytest.mark.parametrize("data", ALL, ids=named)
def test_every_row_is_kept_or_rejected(
    data: PublicData, built: Outcome, spark: SparkSession
) -> None:
    assert data.row_counts(spark) == data.rows


@pytest.mark.parametrize(("data", "query"), COMPARED)
def test_warehouse_equals_the_files(
    data: PublicData, query: str, built: Outcome, spark: SparkSession
) -> None:
    found = data.differences(spark, data.count(), query)

    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])


@pytest.mark.parametrize(("data", "fault"), FAULTS, ids=lambda value: value.name)
def test_comparison_notices(
    data: PublicData, fault: Fault, built: Outcome, spark: SparkSession
) -> None:
    assert data.differences(spark, data.count(fault), fault.noticed_in)


@pytest.mark.parametrize(
    ("data", "off"),
    [
        (OLIST, ("ods_behavior_event", "ods_service_contact", "ods_refund")),
        (REES46, ("ods_customer", "ods_service_contact", "ods_refund")),
        (TAOBAO, ("ods_customer", "ods_order", "ods_order_item")),
        (INCIDENTS, ("ods_customer", "ods_order", "ods_behavior_event")),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_build_says_what_is_off(
    data: PublicData, off: tuple[str, ...], built: Outcome, workspace: Workspace
) -> None:
    (empty,) = (
        line for line in said(workspace, data.schema).splitlines() if "without a row in" in line
    )
    raw, _, models = empty.partition("; so ")

    assert set(off) <= set(raw.split(f"{data.raw}: ")[1].split(", "))
    assert models.endswith("and all that is made of them alone have no rows either")
    assert not set(data.rows) & set(raw.split(f"{data.raw}: ")[1].split(", "))


@pytest.mark.parametrize("data", [REES46, TAOBAO], ids=named)
def test_a_log_of_events_has_no_activity_index(
    data: PublicData, built: Outcome, spark: SparkSession
) -> None:
    activity = spark.table(f"{data.schema}_dws.dws_customer_profile_activity")
    found = activity.select("activity_index", "missing_input").distinct().collect()

    assert [tuple(row) for row in found] == [(None, "login_days, page_seconds, contact_count")]


@pytest.mark.parametrize("data", [INCIDENTS], ids=named)
def test_incidents_have_timeliness_and_no_health(
    data: PublicData, built: Outcome, spark: SparkSession
) -> None:
    health = spark.table(f"{data.schema}_dws.dws_customer_profile_service_health")
    (row,) = health.selectExpr(
        "count(service_health)", "count(timeliness)", "sum(complaint_count)", "sum(answer_count)"
    ).collect()

    assert row[0] == row[2] == row[3] == 0
    assert row[1] > 0


@pytest.mark.parametrize("data", [OLIST], ids=named)
def test_olist_has_regions_payments_and_no_price_sensitivity(
    data: PublicData, built: Outcome, spark: SparkSession
) -> None:
    orders = spark.table(f"{data.schema}_dwd.dwd_order")
    regions = spark.table(f"{data.schema}_dwd.dwd_region")
    placed = orders.join(regions, "region_id", "left").groupBy("greater_region_name").count()
    counted = data.count().execute(
        """
        select region, count(*) from read_parquet(
            getvariable('source') || '/olist_customers_dataset.parquet'
        ) join (
            values ('SP', 'Sudeste'), ('RJ', 'Sudeste'), ('MG', 'Sudeste'), ('ES', 'Sudeste'),
            ('RS', 'Sul'), ('PR', 'Sul'), ('SC', 'Sul'), ('GO', 'Centro-Oeste'),
            ('DF', 'Centro-Oeste'), ('MT', 'Centro-Oeste'), ('MS', 'Centro-Oeste'),
            ('PA', 'Norte'), ('RO', 'Norte'), ('TO', 'Norte'), ('AC', 'Norte'), ('AP', 'Norte'),
            ('RR', 'Norte'), ('AM', 'Norte')
        ) as states (state, region) on customer_state = state group by region
        """
    )
    expected = dict(counted.fetchall())
    expected["Nordeste"] = 8_135 - sum(expected.values())
    paid = orders.groupBy("payment_method").count().collect()
    prices = spark.table(f"{data.schema}_dws.dws_customer_profile_price_sensitivity")

    assert {row.greater_region_name: row["count"] for row in placed.collect()} == expected
    assert {row.payment_method for row in paid} == {
        *("boleto", "credit_card", "debit_card", "voucher", None)
    }
    assert prices.where("price_sensitivity is not null").count() == 0


def test_the_yardstick_has_the_published_figures() -> None:
    if not OLIST.source.exists():
        pytest.skip(f"{OLIST.source.name} is not in {DATA}; set CUSTOMER_VALUE_DATA")
    figures = OLIST.count().execute(
        """
        select
            (select count(*) from customers),
            (select count(*) from all_orders),
            (select sum(price::decimal(18, 2)) from read_parquet(
                getvariable('source') || '/olist_order_items_dataset.parquet'
            ))
        """
    )
    assert figures.fetchall() == [(8_016, 8_135, Decimal("1093264.35"))]
