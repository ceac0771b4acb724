"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The committed sample through every model and test, held against the documents and the manifest of
planted defects.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict

import pytest
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace

# the documents, the promotion warehouse's first (§三), typed in by hand: the promise to the people
# who query the tables
DOCUMENT = {
    "ads_customer_service_promo_overview": """
        stat_period string, user_level string, total_send_count bigint, total_use_count bigint,
        valid_use_count bigint, use_rate decimal(5,2), etl_load_time timestamp""",
    "ads_customer_service_promo_activity_effect": """
        activity_id string, activity_name string, activity_status string, send_count bigint,
        use_count bigint, use_rate decimal(5,2), rank int, etl_load_time timestamp""",
    "ads_customer_service_performance": """
        customer_service_id string, cs_name string, shop_id string, send_count bigint,
        use_count bigint, use_rate decimal(5,2), avg_promo_amount decimal(10,2),
        etl_load_time timestamp""",
    "ads_customer_service_promo_send_detail": """
        send_id string, activity_id string, product_id string, product_name string,
        consumer_id string, user_level string, customer_service_id string, cs_name string,
        send_time timestamp, use_status string, use_time timestamp, etl_load_time timestamp""",
    # the customer profile's document, §2.1 and §2.2
    "ads_customer_dim": """
        customer_id string, customer_type string, industry string, company_size string,
        credit_rating string, ltv_segment string, preferred_channel string""",
    "ads_customer_attributes": """
        customer_id string, tech_adoption int, price_sensitivity string,
        social_impact decimal(5,2), eco_friendly boolean""",
}
# the document of these has no load time, and its columns are all that there are; the manifest of
# the release has the time
WITHOUT_LOAD_TIME = {"ads_customer_dim", "ads_customer_attributes"}


def test_everything_is_built_and_every_error_level_test_passes(sample: Outcome) -> None:
    assert sample.error == ""
    assert sample.named("error", "fail", "skipped", "runtime error") == []
    assert sample.success


def test_planted_oddities_raise_exactly_these_warnings(sample: Outcome) -> None:
    warned = {name.split(".")[0] for name in sample.named("warn")}
    expected = {
        "warn_stored_activity_status_differs",
        "known_in_dwd_customer_service_promo_send_activity_id",
        "known_in_dwd_customer_service_promo_send_product_id",
        "known_in_dwd_customer_service_promo_send_sku_id",
        "known_in_dwd_customer_service_promo_send_customer_service_id",
        "accepted_range_dwd_customer_service_promo_send_valid_hours",
        "warn_line_cannot_be_read",
        "accepted_values_dwd_service_fact_contact_type_",
        "accepted_values_dwd_service_fact_issue_category_",
        "known_in_dwd_behavior_fact_channel_id_",
        "known_in_dwd_behavior_fact_event_type_",
        "known_in_dwd_behavior_fact_product_id_",
        "known_in_dwd_customer_history_region_id_",
        "known_in_dwd_order_channel_id_",
        "known_in_dwd_order_item_product_id_",
        "known_in_dwd_order_item_sku_id_",
        "known_in_dwd_review_product_id_",
        "known_in_dwd_service_fact_product_id_",
        "warn_bots",
        "warn_channel_words_without_a_contact_channel",
        "warn_customers_without_master_data",
        "warn_erasure_requests_not_granted",
        "warn_orders_without_lines",
        "warn_texts_longer_than_the_document",
    }
    named = {test: [name for name in warned if name.startswith(test)] for test in expected}
    assert {test: len(names) for test, names in named.items()} == dict.fromkeys(expected, 1)
    assert warned == {name for names in named.values() for name in names}


def test_scores_come_from_the_python_model_by_default(
    sample: Outcome, workspace: Workspace
) -> None:
    manifest = json.loads((workspace.target_path("sample") / "manifest.json").read_text("utf-8"))
    scored = manifest["nodes"]["model.customer_value.dws_customer_service_promo_consumer_rfm"]
    assert scored["language"] == "python"


@pytest.mark.parametrize("table", DOCUMENT)
def test_document_tables_have_its_columns_types_and_order(
    sample: Outcome, spark: SparkSession, table: str
) -> None:
    built = [
        f"{field.name} {field.dataType.simpleString()}"
        for field in spark.table(f"sample_ads.{table}").schema
    ]
    promised = [
        " ".join(column.split())
        for column in DOCUMENT[table]
        .replace("(5,2)", "(5;2)")
        .replace("(10,2)", "(10;2)")
        .split(",")
    ]
    assert built == [column.replace(";", ",") for column in promised]


def test_rejects_are_the_planted_defects(sample: Outcome, spark: SparkSession) -> None:
    areas = ("customer_profile", "customer_service_promo", "shared")
    manifests = [
        json.loads((REPOSITORY / f"seeds/{area}/manifest.json").read_text("utf-8"))
        for area in areas
    ]
    rejected = Counter(
        (row.source_table, row.reject_reason)
        for area in areas
        for row in spark.table(f"sample_dwd.dwd_{area}_reject").collect()
    )
    planted = {
        (table, reason): count
        for manifest in manifests
        for table, facts in manifest["tables"].items()
        for reason, count in facts["rejected"].items()
        if count
    }
    assert dict(rejected) == planted


def test_every_online_retail_line_has_its_planted_class(
    sample: Outcome, spark: SparkSession
) -> None:
    manifest = json.loads((REPOSITORY / "seeds/online_retail/manifest.json").read_text("utf-8"))
    classified = {
        row.line_class: row.line_count
        for row in spark.table("sample_ads.ads_online_retail_line_class").collect()
        if row.line_count
    }
    assert classified == manifest["tables"]["ods_online_retail_line"]["line_class"]


def test_one_load_time_in_all_tables_of_a_release(sample: Outcome, spark: SparkSession) -> None:
    load_times = defaultdict(set)
    without = set()
    for table in spark.table("sample_ads.release_manifest").collect():
        rows = spark.table(f"{table.release_schema}.{table.table_name}")
        if "etl_load_time" not in rows.columns:
            without.add(table.table_name)
            continue
        found = rows.select("etl_load_time").distinct().collect()
        load_times[table.release_schema] |= {row.etl_load_time for row in found}
    assert {len(times) for times in load_times.values()} == {1}
    assert without == WITHOUT_LOAD_TIME


def test_every_built_column_is_described(
    sample: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    manifest = json.loads((workspace.target_path("sample") / "manifest.json").read_text("utf-8"))
    models = [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]
    undescribed = {
        f"{model['name']}.{column}"
        for model in models
        for column in spark.table(f"{model['schema']}.{model['name']}").columns
        if not model["columns"].get(column, {}).get("description")
    }
    ghosts = {
        f"{model['name']}.{column}"
        for model in models
        for column in set(model["columns"])
        - set(spark.table(f"{model['schema']}.{model['name']}").columns)
    }
    assert undescribed | ghosts == set()
