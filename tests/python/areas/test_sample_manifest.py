"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The manifest against a count that knows only the files.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from independent_count import TABLES, count_defects
from independent_line_class import RULES, count_line_classes
from independent_profile_count import PROFILE_TABLES, count_profile_defects
from sample_areas import SAMPLES

from customer_value.sample.plan import SamplePlan
from customer_value.sample.write_sample import write_sample

ALL_REASONS = {
    "missing_key",
    "missing_value",
    "unparseable_value",
    "time_out_of_range",
    "negative_amount",
    "duplicate_key",
    "unknown_send",
}


def claims(sample: Path) -> dict[str, Any]:
    """What the manifests of the promotion area and of what it shares with others say."""
    promo, shared = (
        json.loads((sample / area / "manifest.json").read_text(encoding="utf-8"))
        for area in ("customer_service_promo", "shared")
    )
    assert shared["warnings"] == {}
    return {"tables": promo["tables"] | shared["tables"], "warnings": promo["warnings"]}


def line_claims(folder: Path) -> dict[str, int]:
    """Rows by class, which are all rows: none is rejected."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    lines = manifest["tables"]["ods_online_retail_line"]
    assert lines["rows"] == lines["kept"] == sum(lines["line_class"].values())
    assert lines["rejected"] == {}
    assert manifest["warnings"] == {}
    return lines["line_class"]


def profile_claims(sample: Path) -> dict[str, Any]:
    """What the manifest of the customer profile says."""
    manifest = json.loads((sample / "customer_profile/manifest.json").read_text(encoding="utf-8"))
    return {"tables": manifest["tables"], "warnings": manifest["warnings"]}


def test_manifest_of_the_committed_seeds(all_seeds: Path, retail_seeds: Path) -> None:
    assert claims(all_seeds) == count_defects(all_seeds, "2024-06-30")
    assert line_claims(retail_seeds) == count_line_classes(retail_seeds)
    assert profile_claims(all_seeds) == count_profile_defects(all_seeds)


def test_every_class_of_line_is_planted(retail_seeds: Path) -> None:
    assert set(line_claims(retail_seeds)) == set(RULES)


@pytest.mark.parametrize(
    "plan",
    [
        SamplePlan(sends=300, days=3, seed=1),
        SamplePlan(sends=5_000, days=90, as_of=date(2023, 12, 31), seed=2, sends_per_part=1_200),
        SamplePlan(sends=100_000, sends_per_part=40_000),
        SamplePlan(customers=6_000, events_per_order=8, seed=3, customers_per_part=2_500),
    ],
    ids=["smallest", "parts", "1e5", "customers"],
)
def test_manifest_of_other_samples(tmp_path: Path, plan: SamplePlan) -> None:
    write_sample(SAMPLES, plan, tmp_path, "parquet", workers=2)
    counted = count_defects(tmp_path, str(plan.as_of))
    assert claims(tmp_path) == counted
    assert counted["tables"]["ods_customer_service_promo_send"]["rows"] == plan.sends
    retail = tmp_path / "online_retail"
    assert line_claims(retail) == count_line_classes(retail)
    assert profile_claims(tmp_path) == count_profile_defects(tmp_path)


def test_every_reason_of_the_profile_is_planted_in_every_table_where_it_can_occur(
    all_seeds: Path,
) -> None:
    claims = profile_claims(all_seeds)
    planted = {table: set(counts["rejected"]) for table, counts in claims["tables"].items()}
    dimension = {"missing_key", "unparseable_value", "duplicate_key"}
    timed = dimension | {"missing_value", "time_out_of_range"}
    fact = timed | {"negative_amount"}
    assert planted == {
        "ods_customer": fact,
        "ods_customer_declared_attribute": {"missing_key", "duplicate_key"},
        "ods_region": dimension | {"negative_amount"},
        "ods_channel": dimension,
        "ods_order": timed,
        "ods_order_item": fact - {"time_out_of_range"} | {"unknown_order"},
        "ods_refund": fact | {"unknown_order_item", "refund_above_amount"},
        "ods_behavior_event": fact | {"out_of_range"},
        "ods_service_contact": fact | {"out_of_range"},
        "ods_review": fact | {"out_of_range"},
        "ods_customer_relation": timed - {"missing_value"},
        "ods_marketing_assignment": fact,
        "ods_recommendation_log": fact | {"out_of_range"},
    }
    assert set(planted) == set(PROFILE_TABLES)
    assert len(claims["warnings"]) == 14


def test_every_reason_is_planted_in_every_table_where_it_can_occur(all_seeds: Path) -> None:
    planted = {
        table: set(counts["rejected"]) for table, counts in claims(all_seeds)["tables"].items()
    }
    send = ALL_REASONS - {"unknown_send"}
    assert planted == {
        "ods_customer_service_promo_activity": send - {"negative_amount"},
        "ods_customer_service_promo_activity_item": send,
        "ods_customer_service_promo_send": send,
        "ods_customer_service_promo_use": ALL_REASONS,
        "ods_product": send - {"missing_value"},
        "ods_sku": send - {"time_out_of_range"},
        "ods_customer_service": {"missing_key", "duplicate_key"},
        "ods_customer_erasure": send - {"negative_amount"},
    }
    assert set(planted) == set(TABLES)
    assert all(count > 0 for count in claims(all_seeds)["warnings"].values())


def test_planted_rows_are_a_small_share_of_a_large_sample(tmp_path: Path) -> None:
    plan = SamplePlan(sends=200_000, sends_per_part=50_000)
    write_sample(SAMPLES, plan, tmp_path, "parquet", workers=1)
    send = claims(tmp_path)["tables"]["ods_customer_service_promo_send"]
    assert 0.0005 < sum(send["rejected"].values()) / send["rows"] < 0.0015
    line_class = line_claims(tmp_path / "online_retail")
    assert 0.0005 < line_class["invalid"] / sum(line_class.values()) < 0.002
