"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The recipe for a new raw table with a fact, followed to the letter on a copy of the project.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace, copy_project

PROMO = "customer_service_promo"
FACT = f"dwd_{PROMO}_complaint"
REJECTS = f"dwd_{PROMO}_reject"
COUNTS = f"ads_{PROMO}_row_count"
# what the recipe creates or changes; all that they read besides is in the sample already
TOUCHED = (f"ods_{PROMO}_complaint", f"stg_{PROMO}_complaint", FACT, REJECTS, COUNTS)
# the recipe has these by hand; with the sample's generator and manifest it is two files more
MOST_FILES = 12
BLOCK = re.compile(
    r"^```\w+ (?:(create|append)|before \"(?P<before>.+)\" in) (?P<file>\S+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def follow(recipe: str, project: Path) -> set[str]:
    """Do what the recipe's blocks say to the files of a project; return which were touched."""
    touched = set()
    for block in BLOCK.finditer(recipe):
        file, text = project / block["file"], block["text"]
        if block["before"]:
            before = file.read_text("utf-8")
            assert before.count(block["before"]) == 1, block["file"]
            text = before.replace(block["before"], text + block["before"])
        elif block[1] == "append":
            text = file.read_text("utf-8").rstrip("\n") + "\n" + text
        else:
            assert not file.exists(), block["file"]
        file.write_text(text, encoding="utf-8")
        touched.add(block["file"])
    return touched


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A copy of the project after the recipe, and the files that it touched."""
    copy = copy_project(tmp_path_factory.mktemp("recipe") / "project")
    recipe = (REPOSITORY / "docs/how-to/add-a-table.md").read_text("utf-8")
    return copy, follow(recipe, copy)


@pytest.fixture(scope="module")
def built(workspace: Workspace, sample: Outcome, project: tuple[Path, set[str]]) -> Outcome:
    """What the recipe's last command does, on top of the sample."""
    return workspace.dbt(
        *("build", "--select", *TOUCHED),
        *("--exclude-resource-type", "unit_test", "--indirect-selection", "buildable"),
        *("--defer", "--favor-state", "--state", str(workspace.target_path("sample"))),
        schema="recipe",
        project=project[0],
    )


def test_the_recipe_takes_a_dozen_files_at_most(project: tuple[Path, set[str]]) -> None:
    assert 9 <= len(project[1]) <= MOST_FILES - 2


def test_every_raw_row_is_kept_or_rejected(built: Outcome, spark: SparkSession) -> None:
    assert built.success, (built.error, built.named("error", "fail"), built.messages)

    kept = spark.table(f"recipe_dwd.{FACT}").select("complaint_id", "dt").collect()
    assert {(row.complaint_id, str(row.dt)) for row in kept} == {
        *(("K1", "2024-06-02"), ("K4", "2024-06-02")),
        *(("K5", "2024-06-03"), ("K6", "2024-06-03")),
    }
    rejected = spark.sql(
        f"select source_key, reject_reason from recipe_dwd.{REJECTS}"
        f" where source_table = 'ods_{PROMO}_complaint' order by source_key"
    ).collect()
    assert [tuple(row) for row in rejected] == [
        ("K1", "duplicate_key"),
        ("K2", "unknown_send"),
        ("K3", "unparseable_value"),
    ]
    counted = spark.sql(
        "select raw_row_count, kept_count, rejected_count from"
        f" recipe_ads_candidate.{COUNTS} where source_table = 'ods_{PROMO}_complaint'"
    ).collect()
    assert [tuple(row) for row in counted] == [(7, 4, 3)]


def test_the_new_tables_follow_the_tests_of_the_list(built: Outcome) -> None:
    ran = [name for name, status in built.statuses.items() if status == "pass"]

    assert any(name.startswith(f"rows_conserved_{FACT}") for name in ran)
    assert any(name.startswith(f"mostly_accepted_{FACT}") for name in ran)
    assert any(name.startswith("row_counts_equal_ods") for name in ran)
    assert any(name.startswith("rejected_parent_is_missing") for name in ran)
