"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Files that may lack columns and tables, cells that mean yes or no, bounds, and secrets that no
message shows.
"""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow.parquet as pq
import pytest
from loader_fixtures import Read
from pyspark.sql import SparkSession
from workspace import REPOSITORY

from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsTable, ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.read_table import ReadTable, read_table
from customer_value.loader.register import load_tables
from customer_value.loader.unusable import Unusable

LIST = """
{% macro small_tables() -%}
    {{ return([
        {
            'ods': 'ods_review', 'key': ['review_id'], 'is_optional': true,
            'columns': {
                'review_id': 'string id',
                'stars': 'int min:1 max:5',
                'is_green': 'boolean required also:环保',
                'share': 'decimal(3,2) optional max:1',
                'device': 'string optional secret id'
            },
        },
        {'ods': 'ods_shop', 'key': ['shop_id'], 'columns': {'shop_id': 'string id'}},
    ]) }}
{%- endmacro %}
"""
RULES = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def tables(tmp_path: Path) -> list[OdsTable]:
    """An optional table with optional columns, and one that must be there."""
    file = tmp_path / "project" / "macros" / "small" / "small_tables.sql"
    file.parent.mkdir(parents=True)
    file.write_text(LIST, encoding="utf-8")
    return ods_tables(tmp_path / "project", "small")


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A directory with the table that must be there."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "ods_shop.csv").write_text("shop_id\ns1\n", encoding="utf-8")
    return folder


def reviews(tables: list[OdsTable], tmp_path: Path, *files: tuple[str, str]) -> ReadTable:
    """The reviews of some files: their names and texts."""
    places = []
    for name, text in files:
        places.append(tmp_path / name)
        places[-1].write_text(text, encoding="utf-8")
    folder = tmp_path / "read"
    folder.mkdir()
    return read_table(tables[0], places, RULES, folder)


def cells(found: ReadTable, column: str) -> list[str | None]:
    return list(pq.read_table(found.file)[column].to_pylist())


def test_a_file_may_lack_optional_columns(tables: list[OdsTable], tmp_path: Path) -> None:
    found = reviews(
        tables,
        tmp_path,
        ("one.csv", "review_id,stars,环保\nr1,3,是\nr2,4,否\n"),
        ("two.csv", "review_id,stars,is_green,share\nr3,5,yes,0.5\n"),
    )

    assert cells(found, "share") == [None, None, "0.5"]
    assert cells(found, "device") == [None] * 3
    assert list(found.notes) == ["without share, device, which may be absent"]
    assert list(found.faults) == []


@pytest.mark.parametrize("kind", ["xlsx", "parquet"])
def test_typed_files_may_lack_them_too_and_have_booleans(
    tables: list[OdsTable], tmp_path: Path, kind: str
) -> None:
    rows = pd.DataFrame({"review_id": ["r1", "r2"], "stars": [1, 5], "is_green": [True, False]})
    file = tmp_path / f"ods_review.{kind}"
    if kind == "xlsx":
        pytest.importorskip("openpyxl")
        rows.to_excel(file, index=False)
    else:
        rows.to_parquet(file)

    found = read_table(tables[0], [file], RULES, tmp_path)

    assert cells(found, "share") == [None, None]
    assert [text.lower() for text in map(str, cells(found, "is_green"))] == ["true", "false"]
    assert list(found.faults) == []


def test_a_required_column_is_still_asked_for(tables: list[OdsTable], tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"has no column is_green .it has: review_id, stars"):
        reviews(tables, tmp_path, ("one.csv", "review_id,stars\nr1,3\n"))


def test_yes_and_no_as_files_write_them(tables: list[OdsTable], tmp_path: Path) -> None:
    texts = ["1.0", "0.0", "ＴＲＵＥ", "１", " yes ", "是", "N", "maybe", "2.0"]
    lines = [f"r{at},3,{text}" for at, text in enumerate(texts)]

    found = reviews(tables, tmp_path, ("one.csv", "\n".join(["review_id,stars,is_green", *lines])))

    read = [text and text.strip() for text in cells(found, "is_green")]
    assert read == ["1", "0", "TRUE", "1", "yes", "是", "N", "maybe", "2.0"]
    assert list(map(str, found.faults)) == [
        "is_green is neither yes nor no in 2 rows, for example '2.0'"
    ]


def test_numbers_outside_their_bounds_are_told(tables: list[OdsTable], tmp_path: Path) -> None:
    lines = ["r1,0,1,1", "r2,6,1,1.01", "r3,5,1,0", "r4,-1,1,-1"]

    found = reviews(
        tables, tmp_path, ("one.csv", "\n".join(["review_id,stars,is_green,share", *lines]))
    )

    assert list(map(str, found.faults)) == [
        "stars is above 5 in 1 row, for example '6'",
        "stars is below 1 in 1 row, for example '0'",
        "stars is negative in 1 row, for example '-1'",
        "share is above 1 in 1 row, for example '1.01'",
        "share is negative in 1 row, for example '-1'",
    ]


def test_no_message_shows_a_secret(tables: list[OdsTable], tmp_path: Path) -> None:
    header = "review_id,stars,is_green,device\n"
    with pytest.raises(Unusable, match="device holds an identifier in scientific") as refused:
        reviews(tables, tmp_path, ("one.csv", f"{header}r1,3,1,1.23E+17\n"))
    (tmp_path / "read").rmdir()

    found = reviews(tables, tmp_path, ("one.csv", f'{header}r1,3,1,"987,654"\n'))

    assert "1.23E" not in str(refused.value)
    assert cells(found, "device") == ["987654"]
    assert not any("987" in note for note in found.notes)


def test_an_optional_table_needs_no_file(
    tables: list[OdsTable], directory: Path, read: Read
) -> None:
    assert [found.table.name for found in read(directory, tables)] == ["ods_shop"]


def test_a_file_named_almost_like_an_optional_table_is_not_passed_over(
    tables: list[OdsTable], directory: Path, read: Read
) -> None:
    (directory / "ods_reviews.csv").write_text("review_id\nr1\n", encoding="utf-8")

    with pytest.raises(LoadError, match=r"ods_review: no file .*there is ods_reviews\.csv"):
        read(directory, tables)


def test_what_an_earlier_load_left_of_an_optional_table_goes(
    tables: list[OdsTable], directory: Path, read: Read, spark: SparkSession
) -> None:
    file = directory / "ods_review.csv"
    file.write_text("review_id,stars,is_green\nr1,3,1\n", encoding="utf-8")
    load_tables(spark, "optional_files", read(directory, tables))
    before = spark.catalog.tableExists("optional_files.ods_review")
    file.unlink()

    load_tables(spark, "optional_files", read(directory, tables), ["ods_review"])

    assert before and not spark.catalog.tableExists("optional_files.ods_review")
    assert spark.table("optional_files.ods_shop").count() == 1
