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
from customer_value.sample.plan import SamplePlan
from customer_value.sample.write_sample import write_sample

BY_AREA = {sample.name: sample for sample in SAMPLES}
PROMO = "customer_service_promo"
RETAIL = "online_retail"


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
    plan = SamplePlan(sends=9_000, sends_per_part=3_000)
    alone = write_sample(SAMPLES, plan, tmp_path / "alone", file_format, workers=1)
    together = write_sample(SAMPLES, plan, tmp_path / "together", file_format, workers=2)
    assert plan.parts == 3
    assert [folder.name for folder in alone] == list(BY_AREA)
    assert [content(folder) for folder in alone] == [content(folder) for folder in together]


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
