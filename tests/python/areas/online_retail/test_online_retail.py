"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

UCI Online Retail through the loader and the warehouse, held against the same tables counted from
the original file by the queries in `yardstick/` and by `online_retail_yardstick.py`, both of
them written from the definitions and not from the models.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import duckdb
import numpy as np
import pytest
from comparing import Compared, Fault, built_rows, counted_rows, differences
from kmeans import best_clusters, cost, means, nearest, ordered, standardised
from online_retail_faults import FAULTS
from online_retail_yardstick import count_from_file, counted_with, take
from pyspark.sql import SparkSession
from real_data import DATA, load
from workspace import MANY_ROWS, REPOSITORY, Outcome, Workspace

from customer_value.areas.online_retail.findings import read_tables
from customer_value.areas.online_retail.findings.markdown_page import page
from customer_value.warehouse.connection import by_session

FILE = DATA / "online_retail.parquet"

pytestmark = pytest.mark.skipif(
    not FILE.is_file(), reason=f"Online Retail is not in {DATA}; set CUSTOMER_VALUE_DATA"
)


def ads(name: str, key: str, rows: int) -> Compared:
    return Compared(f"real_ads_candidate.ads_online_retail_{name}", tuple(key.split()), rows)


COMPARED = {
    "line_class": ads("line_class", "line_class", 10),
    "monthly_trend": ads("monthly_trend", "basis invoice_month", 26),
    "monthly_orders": ads("monthly_orders", "basis invoice_month", 26),
    "super_orders": ads("super_orders", "invoice_month invoice_no stock_code", 65),
    "price_preference": ads("price_preference", "basis price_from", 20),
    "customer_stages": ads("customer_stages", "basis invoice_month stage", 130),
    "repurchase_rates": ads("repurchase_rates", "basis invoice_month", 26),
    "customer_rfm": ads("customer_rfm", "customer_id", 4_339),
    "level_profile": ads("level_profile", "user_level", 4),
}
# the metrics that are clustered, and whether by their logarithm
VARIANTS = {
    "standardised": ("gross", False),
    "log_scale": ("gross", True),
    "standardised_net": ("net", False),
}
CLUSTERS = 3
NEAR = 1e-5


@pytest.fixture(scope="module")
def real(
    workspace: Workspace,
    spark: SparkSession,
    many_rows: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Outcome:
    """The file loaded into `real_ods` and the area built and tested in `real_…`."""
    folder = tmp_path_factory.mktemp("online_retail")
    load(workspace, folder, "online-retail", str(FILE), "--schema", "real_ods")
    return workspace.dbt(
        *("build", "--indirect-selection", "buildable"),
        *("--select", "path:models/*/online_retail", "path:seeds/reference"),
        # a unit test brings its own rows, and the build of the sample has run it
        *("--exclude", "resource_type:unit_test"),
        schema="real",
        settings={"online_retail_ods": "source", "ods_schema": "real_ods"},
        environment=MANY_ROWS,
    )


@pytest.fixture(scope="module")
def counted(workspace: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    """The yardstick; a macro `built` reads a table of the warehouse by its schema and name."""
    with count_from_file(FILE) as connection:
        warehouse = workspace.folder / ".spark" / "warehouse"
        connection.execute(
            "create macro built(schema_name, table_name) as table select * from read_parquet("
            # a star for the name of the release, where there is one
            f"'{warehouse}/real_' || schema_name || '*.db/' || table_name || '/*.parquet')"
        )
        # Spark stores the instant at which a clock in Shanghai shows what the file's clock showed
        connection.execute(
            "create macro wall_clock(instant) as make_timestamp(epoch_us(instant) + 28800000000)"
        )
        yield connection


def test_build_is_green_and_warns_of_nothing(real: Outcome) -> None:
    assert real.error == ""
    stopped = real.named("error", "fail", "runtime error", "warn")
    assert {name: real.messages[name] for name in stopped} == {}
    assert real.named("skipped") == []


def test_published_figures(real: Outcome, spark: SparkSession) -> None:
    figures = spark.table("real_dwd.dwd_online_retail_line").selectExpr(
        "count(line_class)",
        "count_if(is_analysis_row)",
        "count(distinct case when is_analysis_row then invoice_no end)",
        "count(distinct case when is_analysis_row then customer_id end)",
        "sum(case when is_analysis_row then amount end)",
    )
    assert [tuple(row) for row in figures.collect()] == [
        (541_909, 392_732, 18_536, 4_339, Decimal("8887208.894"))
    ]


def test_largest_lines_of_the_document(real: Outcome, spark: SparkSession) -> None:
    """The two months with the most per customer, and their five largest lines."""
    months = [
        row.invoice_month
        for row in spark.table("real_ads_candidate.ads_online_retail_monthly_trend")
        .where("basis = 'gross'")
        .orderBy("amount_per_customer", ascending=False)
        .head(2)
    ]
    assert months == ["2011-12", "2011-01"]
    lines = spark.table("real_ads_candidate.ads_online_retail_super_orders").where(
        "invoice_month in ('2011-12', '2011-01')"
    )
    found = [
        (
            *(row.invoice_no, row.customer_id, row.quantity, row.invoice_month, float(row.amount)),
            *(row.undone_by_invoice_no, row.undone_after_minutes),
        )
        for row in lines.orderBy("quantity", ascending=False).head(5)
    ]
    # the order of January was cancelled on 18 April, and placed anew a few minutes later
    assert sorted(found, key=lambda line: line[2], reverse=True) == [
        ("581483", "16446", 80_995, "2011-12", 168_469.6, "C581484", 12),
        ("541431", "12346", 74_215, "2011-01", 77_183.6, "C541433", 16),
        ("540815", "15749", 3_114, "2011-01", 6_539.4, "C550456", 139_693),
        ("540815", "15749", 2_000, "2011-01", 3_700.0, "C550456", 139_693),
        ("540815", "15749", 1_930, "2011-01", 4_921.5, "C550456", 139_693),
    ]


@pytest.mark.parametrize("name", COMPARED)
def test_warehouse_equals_the_file(
    real: Outcome, spark: SparkSession, counted: duckdb.DuckDBPyConnection, name: str
) -> None:
    assert_equal(spark, counted, name, COMPARED[name])


def assert_equal(
    spark: SparkSession, connection: duckdb.DuckDBPyConnection, name: str, compared: Compared
) -> None:
    theirs = counted_rows(connection, name)
    ours = built_rows(spark, compared.table, list(theirs[0]))
    found = differences(compared.key, ours, theirs)
    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:30])
    assert (len(ours), len(theirs)) == (compared.rows, compared.rows)


ROWS = {
    "the file's own cells": (
        "invoice_no, stock_code, description, quantity, wall_clock(invoice_date), unit_price, "
        "customer_id, country from built('dwd', 'dwd_online_retail_line')",
        "InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice::decimal(12, 3), "
        "CustomerID::varchar, Country from online_retail",
    ),
    "what each line is": (
        "invoice_no, stock_code, description, quantity, wall_clock(invoice_date), unit_price, "
        "invoice_month, amount, line_class, is_analysis_row "
        "from built('dwd', 'dwd_online_retail_line')",
        "invoice_no, stock_code, description, quantity, invoice_date, unit_price, "
        "invoice_month, amount, line_class, is_analysis_row from lines",
    ),
    "what counts, and what undid it": (
        "basis, invoice_no, stock_code, quantity, unit_price, customer_id, amount, "
        "is_purchase, undone_by_invoice_no, undone_after_minutes "
        "from built('dwd', 'dwd_online_retail_order_line')",
        "basis, invoice_no, stock_code, quantity, unit_price, customer_id, amount, "
        "is_purchase, undone_by_invoice_no, undone_after_minutes from counted_lines",
    ),
    "each customer's R, F and M": (
        "basis, customer_id, recency_days, frequency, monetary "
        "from built('dws', 'dws_online_retail_customer_metrics')",
        "basis, customer_id, recency_days, frequency, monetary from customer_metrics",
    ),
    "each customer's stages": (
        "basis, customer_id, invoice_month, stage "
        "from built('dws', 'dws_online_retail_customer_stage')",
        "basis, customer_id, invoice_month, stage from customer_stage",
    ),
}


@pytest.mark.parametrize("built, own", ROWS.values(), ids=ROWS)
def test_rows_are_the_same(
    real: Outcome, counted: duckdb.DuckDBPyConnection, built: str, own: str
) -> None:
    only_built = counted.execute(f"select {built} except all select {own}").fetchall()
    only_own = counted.execute(f"select {own} except all select {built}").fetchall()
    assert (only_built[:10], only_own[:10]) == ([], [])


@pytest.mark.parametrize("variant", VARIANTS)
def test_clusters_are_those_of_the_lowest_cost(
    real: Outcome, counted: duckdb.DuckDBPyConnection, variant: str
) -> None:
    basis, on_log_scale = VARIANTS[variant]
    customers = counted.execute(
        "select own.recency_days, own.frequency, own.monetary, clustered.cluster_no - 1 "
        "from customer_metrics as own "
        "left join built('ads', 'ads_online_retail_customer_cluster') as clustered "
        "on clustered.variant = ? and clustered.customer_id = own.customer_id "
        "where own.basis = ? order by own.customer_id",
        [variant, basis],
    ).fetchall()
    metrics = np.array([customer[:3] for customer in customers], dtype=float)
    built = np.array([customer[3] for customer in customers])
    points = standardised(np.log1p(metrics) if on_log_scale else metrics)
    own = ordered(best_clusters(points, CLUSTERS), metrics[:, 2])

    assert built.tolist() == nearest(points, means(points, built, CLUSTERS)).tolist()
    assert built.tolist() == ordered(built, metrics[:, 2]).tolist()
    assert cost(points, built) <= cost(points, own) * (1 + NEAR)
    # k-means has other ends within that distance, which differ in a few customers
    differing = int((built != own).sum())
    assert differing <= (0 if variant == "standardised" else len(own) // 100)
    (chosen,) = counted.execute(
        "select cost from built('ads', 'ads_online_retail_elbow') where variant = ? and k = ?",
        [variant, CLUSTERS],
    ).fetchone()
    assert float(chosen) == pytest.approx(cost(points, built), rel=1e-8)


def test_cluster_profile_equals_the_file(
    real: Outcome, spark: SparkSession, counted: duckdb.DuckDBPyConnection
) -> None:
    take(counted, "cluster_profile")
    assert_equal(spark, counted, "cluster_profile", ads("cluster_profile", "variant cluster_no", 9))


def test_elbow_chooses_the_number_of_the_document(real: Outcome, spark: SparkSession) -> None:
    rows = (
        spark.table("real_ads_candidate.ads_online_retail_elbow").orderBy("variant", "k").collect()
    )
    assert {(row.variant, row.k) for row in rows if row.is_chosen} == {
        (variant, CLUSTERS) for variant in VARIANTS
    }
    for variant in VARIANTS:
        costs = [float(row.cost) for row in rows if row.variant == variant]
        assert costs == sorted(costs, reverse=True)
        assert len(costs) == 10
    standard = [float(row.cost) for row in rows if row.variant == "standardised"]
    # three features, each with the sum of squares that a deviation of 1 makes
    assert standard[0] == pytest.approx(3 * (4_339 - 1))
    bends = {k: standard[k - 2] - 2 * standard[k - 1] + standard[k] for k in range(2, 10)}
    assert max(bends, key=bends.__getitem__) == CLUSTERS


def test_few_customers_bring_a_quarter_of_the_amount(real: Outcome, spark: SparkSession) -> None:
    top = (
        spark.table("real_ads_candidate.ads_online_retail_cluster_profile")
        .where("variant = 'standardised' and cluster_name = '高价值客户'")
        .collect()
    )
    assert [row.customer_count for row in top] == [26]
    assert top[0].customer_share < 1
    assert top[0].amount_share > 25


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_comparison_notices(
    real: Outcome, spark: SparkSession, counted: duckdb.DuckDBPyConnection, fault: Fault
) -> None:
    compared = COMPARED[fault.noticed_in]
    with counted_with(counted, fault):
        theirs = counted_rows(counted, fault.noticed_in)
    ours = built_rows(spark, compared.table, list(theirs[0]))

    assert differences(compared.key, ours, theirs)


def test_committed_findings_are_what_the_command_writes_now(
    real: Outcome, spark: SparkSession
) -> None:
    committed = REPOSITORY / "docs" / "online_retail_findings.md"
    assert page(read_tables(by_session(spark), "real")) == committed.read_text("utf-8")
