"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

`make export` on the built sample: every list against what the tables hold, and what is refused.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.commands.export import main

Export = Callable[..., tuple[int, str, str]]
FEWEST = 5
# the column of the card behind each kind of group
GROUPS = {
    "stage": "stage_name",
    "order_level": "order_rfm_level",
    "promo_level": "promo_level",
    "ltv_segment": "ltv_segment",
}


@pytest.fixture
def export(
    workspace: Workspace,
    sample: Outcome,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Export:
    """Exit code, standard output and standard error of the command, which writes into tmp_path."""
    monkeypatch.chdir(tmp_path)

    def exported(*arguments: str, schema: str = "sample") -> tuple[int, str, str]:
        capfd.readouterr()
        code = main(
            [
                *("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)),
                *("--target", "local", "--schema", schema),
                *("--output", str(tmp_path), "--", *arguments),
            ]
        )
        return (code, *capfd.readouterr())

    return exported


def rows_of(spark: SparkSession, table: str) -> list[dict[str, Any]]:
    layer = table.partition("_")[0]
    return [row.asDict() for row in spark.table(f"sample_{layer}.{table}").collect()]


def consenting(spark: SparkSession) -> set[str]:
    """Who consents to profiling and to marketing, from the customers' own versions."""
    return {
        row["customer_id"]
        for row in rows_of(spark, "dwd_customer_history")
        if row["is_current"] and row["marketing_consent"] and row["profiling_consent"]
    }


def members(spark: SparkSession) -> dict[str, set[str]]:
    """Who belongs on each list, whether they consent or not."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(spark, "ads_customer_profile_card"):
        for kind, column in GROUPS.items():
            if row[column]:
                found[f"{kind}-{row[column]}"].add(row["customer_id"])
    for row in rows_of(spark, "ads_customer_profile_warning"):
        found["warnings"].add(row["customer_id"])
        found[f"warning-{row['rule_code']}"].add(row["customer_id"])
    return found


def read_list(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_list_holds_whom_the_tables_hold_and_nobody_who_does_not_agree(
    export: Export, spark: SparkSession, tmp_path: Path
) -> None:
    agreeing, belonging = consenting(spark), members(spark)
    catalogue = {row["list_name"]: row for row in rows_of(spark, "ads_customer_profile_list")}
    assert belonging.keys() <= catalogue.keys() and len(catalogue) == 1 + 10 + 7 + 4 + 4 + 5
    refused = set()

    for name, row in catalogue.items():
        expected = belonging.get(name, set()) & agreeing
        assert row["customer_count"] == len(expected), name
        code, said, error = export(name)
        if len(expected) < FEWEST:
            refused.add(name)
            assert (code, said) == (2, "")
            assert ("Nobody who agrees" in error) == (not expected), error
            assert expected == set() or f"fewer than {FEWEST} are not exported" in error
            assert not list(tmp_path.glob(f"{name}*"))
            continue
        assert (code, error) == (0, ""), name
        listed = read_list(tmp_path / f"{name}.csv")
        assert [one["customer_id"] for one in listed] == sorted(
            one["customer_id"] for one in listed
        )
        assert {one["customer_id"] for one in listed} == expected
        sheet = load_workbook(tmp_path / f"{name}.xlsx")["list"]
        assert [cell.value for cell in sheet["A"][1:]] == [one["customer_id"] for one in listed]

    # the sample has lists of both sorts
    assert 5 < len(refused) < len(catalogue) - 5
    assert any(group - agreeing for group in belonging.values())


def test_values_are_those_of_the_tables(
    export: Export, spark: SparkSession, tmp_path: Path
) -> None:
    assert export("warnings")[0] == 0

    cards = {row["customer_id"]: row for row in rows_of(spark, "ads_customer_profile_card")}
    fired = {
        (row["customer_id"], row["rule_code"]): row
        for row in rows_of(spark, "ads_customer_profile_warning")
    }
    listed = read_list(tmp_path / "warnings.csv")
    assert {(one["customer_id"], one["rule_code"]) for one in listed} == fired.keys()
    for one in listed:
        source = {**cards[one["customer_id"]], **fired[one["customer_id"], one["rule_code"]]}
        assert one == {name: "" if source[name] is None else str(source[name]) for name in one}


def test_changes_since_the_last_export_name_nobody_who_no_longer_agrees(
    export: Export, spark: SparkSession, tmp_path: Path
) -> None:
    name = "stage-成熟"
    assert export(name)[0] == 0
    on_it = [one["customer_id"] for one in read_list(tmp_path / f"{name}.csv")]
    agreeing = consenting(spark)
    silent = next(
        row["customer_id"]
        for row in rows_of(spark, "ads_customer_profile_card")
        if row["customer_id"] not in agreeing
    )
    left = sorted(agreeing - set(on_it))[0]
    path = tmp_path / f"{name}.last.json"
    record = json.loads(path.read_text("utf-8"))
    record["customers"] = [*on_it[1:], left, silent, "C-erased"]
    path.write_text(json.dumps(record), "utf-8")

    code, said, _ = export(name)

    assert code == 0
    assert "1 entered, 1 left and 2 who no longer agree or were erased." in said
    changed = read_list(tmp_path / f"{name}.changes.csv")
    assert [tuple(one.values()) for one in changed] == [("entered", on_it[0]), ("left", left)]
    files = [file for file in tmp_path.iterdir() if file.suffix != ".xlsx"]
    assert len(files) == 3
    for file in files:
        assert "C-erased" not in file.read_text("utf-8") and silent not in file.read_text("utf-8")


def test_an_unknown_list_is_refused_with_the_names_of_all(export: Export, tmp_path: Path) -> None:
    for asked, begins in (
        (["stage-nowhere"], "error: There is no list 'stage-nowhere'. The lists are: warnings, "),
        ([], "error: Name a list: make export LIST=…. The lists are: warnings, "),
    ):
        code, said, error = export(*asked)

        assert (code, said) == (2, "")
        assert error.startswith(begins) and "stage-沉睡, " in error and error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_without_a_published_release_the_way_out_is_said(export: Export) -> None:
    code, said, error = export("warnings", schema="never_built")

    assert (code, said) == (2, "")
    assert error == (
        "error: The table never_built_ads.ads_customer_profile_list does not exist: build the"
        " warehouse first (make build), or name its schema with --schema.\n"
    )


def test_a_list_that_became_too_small_names_the_files_that_are_no_longer_true(
    export: Export, spark: SparkSession, tmp_path: Path
) -> None:
    small = next(
        row["list_name"]
        for row in rows_of(spark, "ads_customer_profile_list")
        if 0 < row["customer_count"] < FEWEST
    )
    (tmp_path / f"{small}.csv").write_text("customer_id\nC-erased\n", "utf-8")
    record = {
        "list_name": small,
        "release_id": "r1",
        "as_of_date": "2024-05-31",
        "erasures": None,
        "customers": ["C-erased"],
    }
    path = tmp_path / f"{small}.last.json"
    path.write_text(json.dumps(record), "utf-8")

    code, _, error = export(small)

    assert code == 2
    assert f"no longer true: {tmp_path / small}.csv." in error
    kept = json.loads(path.read_text("utf-8"))
    assert (kept["customers"], kept["forgotten"]) == ([], 1)


def test_a_folder_that_cannot_be_written_into_is_refused_before_anything_is_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    code = main(["warnings", "--project-dir", str(REPOSITORY), "--output", f"{tmp_path}/file/x"])

    assert code == 2
    assert capfd.readouterr().err.startswith("error: Nothing can be written into ")
