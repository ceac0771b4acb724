"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Columns of the ADS tables whose origins were read off the models' SQL by a person, against what the
lineage page says of the sample's own build.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.lineage.graph import Graph, read_manifest
from customer_value.lineage.lists import written_anew
from customer_value.lineage.rows import TracedColumn
from customer_value.lineage.trace import read_lineage

SEND, USE = "ods_customer_service_promo_send", "ods_customer_service_promo_use"
ACTIVITY = "ods_customer_service_promo_activity"
LINE = "ods_online_retail_line"
EVERY_LINE_COLUMN = {
    *(f"{LINE}.invoiceno", f"{LINE}.stockcode", f"{LINE}.description", f"{LINE}.quantity"),
    *(f"{LINE}.invoicedate", f"{LINE}.unitprice", f"{LINE}.customerid", f"{LINE}.country"),
}
PROMO, RETAIL = "ads_customer_service_promo_", "ads_online_retail_"
# (table, column): raw columns that its values are made of
RAW = {
    ("ads_customer_service_performance", "cs_name"): {"ods_customer_service.cs_name"},
    ("ads_customer_service_performance", "avg_promo_amount"): {f"{SEND}.promo_amount"},
    (PROMO + "activity_effect", "activity_name"): {f"{ACTIVITY}.activity_name"},
    # not stored: derived from the activity's dates
    (PROMO + "activity_effect", "activity_status"): {
        *(f"{ACTIVITY}.start_time", f"{ACTIVITY}.end_time")
    },
    (PROMO + "overview", "total_send_count"): {f"{SEND}.send_id"},
    (PROMO + "overview", "total_use_count"): {f"{USE}.use_id"},
    (PROMO + "overview", "use_rate"): {f"{SEND}.send_id", f"{USE}.use_id"},
    (PROMO + "send_detail", "product_name"): {"ods_product.product_name"},
    # of those who asked to be erased there is none
    (PROMO + "send_detail", "consumer_id"): {
        *(f"{SEND}.consumer_id", "ods_customer_erasure.customer_id")
    },
    (PROMO + "send_detail", "send_time"): {f"{SEND}.send_time"},
    (PROMO + "send_detail", "use_time"): {f"{USE}.pay_time"},
    (PROMO + "send_detail", "use_status"): {f"{USE}.use_id"},
    (RETAIL + "monthly_trend", "amount"): {f"{LINE}.quantity", f"{LINE}.unitprice"},
    (RETAIL + "monthly_trend", "invoice_month"): {f"{LINE}.invoicedate"},
    (RETAIL + "monthly_orders", "units"): {f"{LINE}.quantity"},
    (RETAIL + "line_class", "invoice_count"): {f"{LINE}.invoiceno"},
    (RETAIL + "line_class", "customer_count"): {f"{LINE}.customerid"},
    (RETAIL + "price_preference", "customer_count"): {f"{LINE}.customerid"},
    (RETAIL + "price_preference", "cumulative_units_share"): {f"{LINE}.quantity"},
    (RETAIL + "super_orders", "description"): {f"{LINE}.description"},
    (RETAIL + "super_orders", "undone_by_invoice_no"): {f"{LINE}.invoiceno"},
    (RETAIL + "super_orders", "month_amount_share"): {f"{LINE}.quantity", f"{LINE}.unitprice"},
    (RETAIL + "cluster_profile", "mean_monetary"): {f"{LINE}.quantity", f"{LINE}.unitprice"},
    # through Python models, by what they declare; sends are counted as rows of their days
    (PROMO + "send_detail", "user_level"): {
        *(f"{USE}.pay_time", f"{SEND}.send_time", f"{USE}.pay_amount")
    },
    # only purchases count, and whether a line is one depends on all of it
    (RETAIL + "customer_rfm", "r_score"): EVERY_LINE_COLUMN,
    (RETAIL + "elbow", "cost"): EVERY_LINE_COLUMN,
}
# (table, column): what is said where there is no raw column
ENDS = {
    ("ads_customer_service_performance", "send_count"): ("counts_rows", ()),
    ("ads_customer_service_performance", "etl_load_time"): ("no_source", ()),
    (PROMO + "overview", "user_level"): ("no_source", ()),
    (RETAIL + "line_class", "line_count"): ("counts_rows", ()),
    # the Python model sets it
    (RETAIL + "elbow", "k"): ("no_source", ()),
}

Columns = Mapping[tuple[str, str], TracedColumn]


@pytest.fixture(scope="module")
def traced(sample: Outcome, workspace: Workspace) -> Columns:
    """The columns of the sample's build as the page has them."""
    columns, _ = read_lineage(workspace.target_path("sample"))
    return {(row.table, row.column): row for row in columns}


def test_columns_come_from_the_raw_columns_that_a_person_found(traced: Columns) -> None:
    found = {key: set(traced[key].ods_columns) for key in RAW}
    # beside columns there may be rows that are counted
    assert {key: {each for each in found[key] if not each.endswith(".*")} for key in RAW} == RAW
    assert {traced[key].state for key in RAW} == {"traced"}


def test_where_a_path_ends_is_said(traced: Columns) -> None:
    said = {key: (traced[key].state, traced[key].python_models) for key in ENDS}
    assert said == ENDS
    counted = traced["ads_online_retail_line_class", "line_count"]
    assert counted.dwd_columns == ("dwd_online_retail_line.*",)


def test_every_ads_column_is_there_and_every_model_could_be_read(
    sample: Outcome, workspace: Workspace
) -> None:
    columns, steps = read_lineage(workspace.target_path("sample"))
    assert len({row.table for row in columns}) > 20 and all(row.data_type for row in columns)
    assert [step for step in steps if step.kind == "unread"] == []


@pytest.fixture(scope="module")
def graph(sample: Outcome, workspace: Workspace) -> Graph:
    """The steps of the sample's build."""
    manifest = read_manifest(workspace.target_path("sample"))
    assert manifest is not None
    return Graph(manifest)


@pytest.mark.parametrize("path", sorted((REPOSITORY / "docs/lineage").glob("*.txt")), ids=str)
def test_committed_lists_are_what_make_lineage_lists_writes_now(graph: Graph, path: Path) -> None:
    committed = path.read_text("utf-8")
    assert written_anew(graph, committed) == committed


def test_the_activity_index_is_traced_as_the_document_draws_it(graph: Graph) -> None:
    inputs = "dws_customer_profile_activity_input"
    below = graph.below("ads_customer_profile_card", "activity_index")
    read = {
        (step.column, f"{step.source_table}.{step.source_column}"): step
        for step in below
        if step.table == inputs
    }
    assert {source for _, source in read} == {
        *("dwd_behavior_fact.event_type", "dwd_behavior_fact.event_date"),
        *("dwd_behavior_fact.page_duration", "dwd_service_fact.*"),
    }
    logins = read["login_days", "dwd_behavior_fact.event_date"]
    assert any(condition.endswith("= 'login'") for condition in logins.filters)
    assert "NOT is_bot" in logins.filters
    seconds = read["page_seconds", "dwd_behavior_fact.page_duration"]
    assert any(condition.endswith("= 'page_view'") for condition in seconds.filters)
    assert seconds.expression is not None
    assert {part.partition("(")[0] for part in seconds.expression.split("; ")} == {"COUNT", "SUM"}
    contacts = read["contact_count", "dwd_service_fact.*"]
    assert contacts.expression == "COUNT(*)"
    assert "COALESCE(contact_source <> 'auto_message', TRUE)" in contacts.filters


def test_a_value_segment_comes_from_what_a_customer_paid_and_got_back(traced: Columns) -> None:
    segment = traced["ads_customer_profile_card", "ltv_segment"]
    assert segment.state == "traced"
    raw = {source for source in segment.ods_columns if not source.endswith(".*")}
    assert raw == {"ods_order_item.amount", "ods_refund.refund_amount"}
