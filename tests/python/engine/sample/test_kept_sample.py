"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The built sample that processes share is the one of today's code, and each has its own copy.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import kept
import pytest
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace

UNKNOWN_HERE = shutil.ignore_patterns("__pycache__", "node_modules")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all that decides what the sample becomes."""
    for part in (*kept.PARTS, *(f"tests/python/{name}" for name in kept.OF_TESTS)):
        source, target = REPOSITORY / part, tmp_path / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=UNKNOWN_HERE, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    monkeypatch.setattr(kept, "REPOSITORY", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "changed",
    [
        "dbt_project.yml",
        "models/ads/customer_service_promo/a_new_one.sql",
        "src/dbt_spark_session_python/macros/py_write_table.sql",
        "seeds/shared/ods_product.csv",
        "src/customer_value/analytics/rfm/calculate.py",
        "profiles/profiles.yml",
        "tests/generic/unique_grain.sql",
    ],
)
def test_another_content_is_built_anew(checkout: Path, changed: str) -> None:
    before = kept.content_key()
    with (checkout / changed).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert kept.content_key() != before


def test_a_setting_of_the_environment_counts_and_a_test_does_not(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.content_key()
    (checkout / "tests" / "python" / "test_something.py").write_text("", "utf-8")
    assert kept.content_key() == before
    monkeypatch.setenv("AS_OF_DATE", "2024-06-23")
    assert kept.content_key() != before


def test_a_copy_lies_in_its_own_folder(
    sample: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    warehouse = f"{workspace.folder}/.spark/warehouse/"
    schemas = [row[0] for row in spark.sql("show schemas like 'sample_*'").collect()]
    assert len(schemas) > 5
    for schema in schemas:
        assert warehouse in spark.catalog.getDatabase(schema).locationUri
        for name in spark.sql(f"show tables in {schema}").where("not isTemporary").collect():
            described = spark.sql(f"describe formatted {schema}.{name.tableName}").collect()
            locations = [row.data_type for row in described if row.col_name == "Location"]
            assert all(warehouse in location for location in locations), name
    assert not spark.table("sample_dwd.dwd_customer_service_promo_send").isEmpty()
