"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Files of Online Retail as people have them: of other years, with small letters in their codes, with
nothing to analyse. What counts is right, or one sentence says why nothing does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from online_retail_files import COLUMNS, TABLE, Line, line
from pyspark.sql import SparkSession
from torture import only_in_torture
from workspace import Outcome, Workspace

SCHEMA, ODS = "inputs", "inputs_ods"
GUARD, ACCEPTED = "assert_something_is_left_to_analyse", "mostly_accepted"
CUSTOMERS = f"{SCHEMA}_dws.dws_online_retail_customer_metrics"

Build = Callable[..., Outcome]


@pytest.fixture
def build(workspace: Workspace, spark: SparkSession) -> Build:
    """Puts lines into the raw table, and builds and tests all up to the customers' metrics."""

    def build(lines: Sequence[Line], **settings: str) -> Outcome:
        spark.sql(f"create schema if not exists {ODS}")
        texts = ", ".join(f"{column} string" for column in COLUMNS)
        spark.createDataFrame(list(lines), texts).write.mode("overwrite").saveAsTable(
            f"{ODS}.{TABLE}"
        )
        (workspace.folder / "logs" / SCHEMA / "dbt.log").unlink(missing_ok=True)
        return workspace.dbt(
            *("build", "--indirect-selection", "buildable"),
            *("--select", "+dws_online_retail_customer_metrics"),
            *("--exclude", "resource_type:unit_test"),
            schema=SCHEMA,
            settings={"online_retail_ods": "source", "ods_schema": ODS, **settings},
        )

    return build


def said(workspace: Workspace) -> str:
    """What the last build logged."""
    return (workspace.folder / "logs" / SCHEMA / "dbt.log").read_text("utf-8")


def spoke(outcome: Outcome) -> list[str]:
    """The sentence of the only node that failed, without Spark's frame around it."""
    stopped = outcome.named("fail", "error")
    assert all(name not in outcome.messages[one] for one in stopped for name in skipped(outcome))

    return [f"{name}: {outcome.messages[name]}" for name in stopped]


def skipped(outcome: Outcome) -> list[str]:
    """The nodes that the failure kept from being built."""
    return outcome.named("skipped")


NEW = [
    line(InvoiceNo="600001", InvoiceDate="2023-03-01 10:00:00", CustomerID="1"),
    line(InvoiceNo="600002", InvoiceDate="2024-02-28 23:59:59", CustomerID="2"),
]


def test_snapshot_follows_the_file_where_nobody_set_it(
    build: Build, workspace: Workspace, spark: SparkSession
) -> None:
    assert build(NEW).success

    ages = {row.customer_id: row.recency_days for row in spark.table(CUSTOMERS).collect()}
    assert ages == {"1": 364, "2": 0}
    assert (
        "the snapshot follows the loaded file: its last line is of 2024-02-28, and recency counts"
        " back from 2024-02-29 00:00"
    ) in said(workspace)


@only_in_torture("a build of its own")
def test_snapshot_that_was_set_stays_and_is_not_announced(
    build: Build, workspace: Workspace, spark: SparkSession
) -> None:
    assert build(NEW, online_retail_snapshot_date="2024-01-01").success

    ages = {row.customer_id: row.recency_days for row in spark.table(CUSTOMERS).collect()}
    assert ages == {"1": 305}
    assert "follows the loaded file" not in said(workspace)


def test_all_lines_after_the_snapshot_are_one_sentence(build: Build) -> None:
    outcome = build(NEW, online_retail_snapshot_date="2011-12-10")

    (sentence,) = spoke(outcome)
    assert sentence.startswith(GUARD)
    assert (
        "nothing is left to analyse: all lines of ods_online_retail_line that can be read lie at or"
        " after the snapshot date 2011-12-10, the last on 2024-02-28; set"
        " online_retail_snapshot_date to 2024-02-29"
    ) in sentence
    assert "dws_online_retail_customer_metrics" in skipped(outcome)


def test_a_file_without_a_buyer_is_one_sentence(build: Build) -> None:
    outcome = build([line(CustomerID=None), line(InvoiceNo="C1", Quantity="-6")])

    (sentence,) = spoke(outcome)
    assert sentence.startswith(GUARD)
    assert "none of the 2 lines of ods_online_retail_line is a purchase by a known" in sentence
    assert "(1 cancellation, 1 no_customer)" in sentence


def test_a_file_without_a_readable_price_is_one_sentence(
    build: Build, workspace: Workspace
) -> None:
    outcome = build([line(UnitPrice="2,55"), line(UnitPrice="1,25"), line(UnitPrice=None)])

    (sentence,) = spoke(outcome)
    assert sentence.startswith(ACCEPTED)
    assert (
        f"of the 3 rows of ODS table {TABLE} only 0 were accepted: 2 have unparseable_value in"
        ' unit_price, for example "1,25"'
    ) in sentence
    assert (
        f"{TABLE}: 3 of 3 rows refused (100.00 %), most often (2) unparseable_value in unit_price,"
        f' for example "1,25"; see {SCHEMA}_dwd.dwd_online_retail_line'
    ) in said(workspace)


def test_letters_of_codes_count_small_or_capital(build: Build, spark: SparkSession) -> None:
    bought = {"InvoiceNo": "536365", "Quantity": "6", "UnitPrice": "2.00"}
    outcome = build(
        [
            line(**bought, StockCode="85123A"),
            line(**bought, StockCode="post"),
            # undoes the first line as a whole
            line(**bought | {"InvoiceNo": "c536379", "Quantity": "-6"}, StockCode="85123a"),
            line(**bought | {"InvoiceNo": "c536380", "Quantity": "-1"}, StockCode="POST"),
            line(**bought | {"InvoiceNo": "a563185"}, StockCode="B"),
        ]
    )

    assert outcome.success, (outcome.error, outcome.messages)
    lines = spark.table(f"{SCHEMA}_dwd.dwd_online_retail_line").collect()
    assert sorted((row.invoice_no, row.stock_code, row.line_class) for row in lines) == [
        ("536365", "85123A", "sale"),
        ("536365", "post", "non_product"),
        ("a563185", "B", "adjustment"),
        ("c536379", "85123a", "cancellation"),
        ("c536380", "POST", "cancellation"),
    ]
    amounts = {row.basis: row.monetary for row in spark.table(CUSTOMERS).collect()}
    assert amounts == {"gross": Decimal("24.000"), "net": Decimal("10.000")}
    undone = spark.table(f"{SCHEMA}_dwd.dwd_online_retail_undone_line").collect()
    assert [row.undone_by_invoice_no for row in undone] == ["c536379"]
