"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Same arguments, same bytes; the committed seeds are what the command writes.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml
from sample_areas import SAMPLES
from workspace import REPOSITORY

from customer_value.commands.sample import main
from customer_value.sample.plan import AreaSample, SamplePlan
from customer_value.sample.write_sample import write_sample

BY_AREA = {sample.name: sample for sample in SAMPLES}
PROMO = "customer_service_promo"
PROFILE = "customer_profile"
RETAIL = "online_retail"


def truth_of(area: str) -> AreaSample:
    truth = BY_AREA[area].truth
    assert truth is not None
    return truth


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".yml"
    }


@pytest.mark.parametrize("area", BY_AREA)
def test_committed_seeds_are_what_the_command_writes_now(area: str, small_sample: Path) -> None:
    assert content(REPOSITORY / "seeds" / area) == content(small_sample / area)


@pytest.mark.parametrize("file_format", ["csv", "parquet"])
def test_same_bytes_whatever_the_number_of_workers(tmp_path: Path, file_format: str) -> None:
    plan = SamplePlan(sends=9_000, sends_per_part=3_000, customers_per_part=1_200)
    alone = write_sample(SAMPLES, plan, tmp_path / "alone", file_format, workers=1)
    together = write_sample(SAMPLES, plan, tmp_path / "together", file_format, workers=2)
    assert plan.parts == 3
    assert [folder.name for folder in alone] == list(BY_AREA)
    assert [content(folder) for folder in alone] == [content(folder) for folder in together]


def test_same_customers_whatever_the_number_of_parts(tmp_path: Path) -> None:
    whole = SamplePlan(customers=1_500)
    parts = SamplePlan(customers=1_500, customers_per_part=500)
    for sample in (BY_AREA[PROFILE], truth_of(PROFILE)):
        assert (sample.parts_of(whole), sample.parts_of(parts)) == (1, 3)
        for name, plan, workers in (("whole", whole, 1), ("parts", parts, 2)):
            write_sample([sample], plan, tmp_path / name, "csv", workers)
        assert content(tmp_path / "whole") == content(tmp_path / "parts")


def test_more_customers_leave_those_there_are_as_they_are(tmp_path: Path) -> None:
    for customers in (200, 400):
        plan = SamplePlan(customers=customers)
        write_sample([truth_of(PROFILE)], plan, tmp_path / str(customers), "csv", workers=1)
    few, many = (
        (tmp_path / str(customers) / PROFILE / "truth_customer.csv").read_text("utf-8").split("\n")
        for customers in (200, 400)
    )
    rate = "purchase_rate_per_week"
    place = few[0].split(",").index(rate)
    assert [row.split(",")[place] for row in few[1:201]] == [
        row.split(",")[place] for row in many[1:201]
    ]


def test_truth_lies_apart_from_raw_tables(tmp_path: Path) -> None:
    out, truth = tmp_path / "out", tmp_path / "truth"
    assert main(["--out", str(out), "--truth", str(truth), "--workers", "1"]) == 0
    assert not list(out.rglob("truth_*"))
    assert {path.name for path in truth.rglob("*.csv")} == {
        "truth_customer.csv",
        "truth_review.csv",
        "truth_service_contact.csv",
        "truth_story.csv",
    }
    assert content(out / PROFILE) == content(REPOSITORY / "seeds" / PROFILE)


@pytest.mark.parametrize("truth", ["out", "out/deeper", "raw"])
def test_truth_among_raw_tables_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], truth: str
) -> None:
    raw = tmp_path / "raw" / PROFILE
    raw.mkdir(parents=True)
    (raw / "ods_order.csv").touch()
    out = tmp_path / "out"
    assert main(["--out", str(out), "--truth", str(tmp_path / truth)]) == 2
    assert capsys.readouterr().err.startswith(f"error: --truth is {tmp_path / truth}")
    assert not out.exists()


def test_another_seed_gives_other_bytes(tmp_path: Path, small_sample: Path) -> None:
    write_sample(SAMPLES, SamplePlan(seed=9), tmp_path, "csv", workers=1)
    theirs, ours = content(tmp_path), content(small_sample)
    for name in ("send", "use", "activity_item"):
        file = f"{PROMO}/ods_{PROMO}_{name}.csv"
        assert theirs[file] != ours[file]
    file = f"{RETAIL}/ods_online_retail_line.csv"
    assert theirs[file] != ours[file]


def test_online_retail_keeps_its_own_calendar(tmp_path: Path, small_sample: Path) -> None:
    write_sample(SAMPLES, SamplePlan(days=9, as_of=date(2019, 1, 1)), tmp_path, "csv", workers=1)
    file = f"{RETAIL}/ods_online_retail_line.csv"
    assert content(tmp_path)[file] == content(small_sample)[file]


def test_a_smaller_sample_leaves_nothing_of_a_larger_one(tmp_path: Path) -> None:
    larger = SamplePlan(sends=2_000, sends_per_part=1_000)
    write_sample(SAMPLES, larger, tmp_path, "parquet", workers=1)
    for folder in write_sample(SAMPLES, SamplePlan(sends=1_000), tmp_path, "parquet", workers=1):
        tables = [path for path in folder.iterdir() if path.is_dir()]
        assert {table.name for table in tables} == set(BY_AREA[folder.name].tables)
        for table in tables:
            assert [path.name for path in table.iterdir()] == ["part-00000.parquet"]


@pytest.mark.parametrize("area", BY_AREA)
def test_columns_are_those_of_the_dbt_sources(area: str) -> None:
    sources = REPOSITORY / "models/staging" / area / "_sources.yml"
    (source,) = yaml.safe_load(sources.read_text(encoding="utf-8"))["sources"]
    expected = {
        table["name"]: [column["name"] for column in table["columns"]] for table in source["tables"]
    }
    part = BY_AREA[area].make_part(SamplePlan(), 0)
    assert {name: table.column_names for name, table in part.tables.items()} == expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--sends", "299"], "--sends is 299"),
        (["--customers", "99"], "--customers is 99"),
        (["--customers", "10000000"], "--customers is 10000000"),
        (["--events-per-order", "0"], "--events-per-order is 0"),
        (["--days", "2"], "--days is 2"),
        (["--as-of", "1970-05-05"], "--as-of is 1970-05-05"),
        (["--workers", "0"], "--workers is 0"),
    ],
)
def test_senseless_arguments_are_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main([*arguments, "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"error: {sentence}")
    assert list(tmp_path.iterdir()) == []
