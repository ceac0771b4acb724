"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every kind of file that cannot be loaded is named in one sentence, before anything is written.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from loader_fixtures import Read

from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsTable, ods_tables

AGENT = "ods_customer_service"
HEADER = "customer_service_id,cs_name,shop_id,cs_status"


def problem_of(read: Read, directory: Path, tables: list[OdsTable]) -> str:
    with pytest.raises(LoadError) as refused:
        read(directory, tables)
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def write_parquet(path: Path, **columns: pa.Array) -> None:
    empty = pa.array([None], type=pa.string())
    names = HEADER.split(",")
    pq.write_table(pa.table({name: columns.get(name, empty) for name in names}), path)


def test_sound_directory(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    assert [found.rows for found in read(directory, tables)] == [1] * len(tables)


def test_directory_missing(read: Read, tmp_path: Path, tables: list[OdsTable]) -> None:
    assert problem_of(read, tmp_path / "nowhere", tables).endswith("nowhere is not a folder.")


def test_unknown_area(project: Path) -> None:
    with pytest.raises(LoadError, match=r"no ODS area 'promo' .it has: .*customer_service_promo"):
        ods_tables(project, "promo")


def test_file_missing(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    (directory / f"{AGENT}.csv").unlink()
    sentence = problem_of(read, directory, tables)
    assert sentence.startswith(f"{AGENT}: no file of its name in {directory}; expected")


@pytest.mark.parametrize(
    "near", [f"{AGENT}.xls.bak", "ods_customer_services.csv", f"old_{AGENT}.csv"]
)
def test_a_near_miss_is_named(
    read: Read, directory: Path, tables: list[OdsTable], near: str
) -> None:
    (directory / f"{AGENT}.csv").rename(directory / near)
    assert f"(there is {near})" in problem_of(read, directory, tables)


def test_two_files_for_one_table(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    write_parquet(directory / f"{AGENT}.parquet")
    assert f"{AGENT}.csv and {AGENT}.parquet both exist" in problem_of(read, directory, tables)


def test_column_missing(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    (directory / f"{AGENT}.csv").write_text("customer_service_id,cs_name,shop_id\n1,2,3\n")
    assert "has no column cs_status (it has: customer_service_id," in problem_of(
        read, directory, tables
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty; it needs at least a header"),
        (f"{HEADER}\n1,2,3,4\n1,2".encode(), "record 2 has 2 values where the header has 4"),
        (f"{HEADER}\n1,2,3,4,5\n".encode(), "record 1 has 5 values where the header has 4"),
        (f'{HEADER}\n1,"2,3,4\n'.encode(), "is not well-formed or cut short near line"),
        (f'{HEADER}\n1,"2"x,3,4\n'.encode(), "is not well-formed or cut short near line 2"),
        (f"{HEADER},shop_id\n1,2,3,4,5\n".encode(), "names the column shop_id twice"),
        (f"{HEADER},Shop ID\n1,2,3,4,5\n".encode(), "shop_id twice, as shop_id and Shop ID"),
        (b"1,2,3,4\n5,6,7,8\n", "has no header among its first rows (the first is: 1, 2, 3, 4)"),
        (f"{HEADER}\n1,\xe9\xe8\xea,\xc9\xc8,4\n".encode("latin-1"), "do not tell which encoding"),
        (f"{HEADER}\n1,2,3,4\n".encode() + b"\0" * 99, "is not a text file, whatever its name"),
    ],
    ids=[
        "empty",
        "short",
        "long",
        "open quote",
        "stray quote",
        "column twice",
        "column twice, in other words",
        "no header",
        "encoding",
        "no text",
    ],
)
def test_broken_csv(
    read: Read, directory: Path, tables: list[OdsTable], content: bytes, sentence: str
) -> None:
    (directory / f"{AGENT}.csv").write_bytes(content)
    assert sentence in problem_of(read, directory, tables)


def test_cut_parquet(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    (directory / f"{AGENT}.csv").unlink()
    path = directory / f"{AGENT}.parquet"
    write_parquet(path)
    path.write_bytes(path.read_bytes()[:-40])
    assert "is not a complete Parquet file" in problem_of(read, directory, tables)


def test_nested_parquet_column(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    (directory / f"{AGENT}.csv").unlink()
    write_parquet(directory / f"{AGENT}.parquet", shop_id=pa.array([["a", "b"]]))
    assert "column shop_id holds list" in problem_of(read, directory, tables)


def test_unreadable_excel(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    (directory / f"{AGENT}.csv").unlink()
    (directory / f"{AGENT}.xlsx").write_bytes(b"PK\x03\x04 cut")
    assert "is not a readable Excel file" in problem_of(read, directory, tables)


def in_folder(directory: Path, **files: str) -> None:
    (directory / f"{AGENT}.csv").unlink()
    (directory / AGENT).mkdir()
    for name, text in files.items():
        path = directory / AGENT / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")


def test_folder_with_another_file(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    in_folder(directory, a_csv=HEADER, b_json="{}")
    assert "b.json is of no kind that can be read; expected .csv" in problem_of(
        read, directory, tables
    )


def test_empty_folder(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    in_folder(directory)
    assert "is an empty folder; put the table's files into it" in problem_of(
        read, directory, tables
    )


def test_folder_with_a_folder(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    in_folder(directory, a_csv=HEADER)
    (directory / AGENT / "dt=2024-06-30").mkdir()
    assert "holds the folder dt=2024-06-30" in problem_of(read, directory, tables)


def test_folder_where_one_file_lacks_a_column(
    read: Read, directory: Path, tables: list[OdsTable]
) -> None:
    in_folder(directory, a_csv=HEADER, b_csv="cs_name,customer_service_id,cs_status")
    assert "b.csv has no column shop_id" in problem_of(read, directory, tables)


def test_all_problems_are_told_at_once(read: Read, directory: Path, tables: list[OdsTable]) -> None:
    (directory / f"{AGENT}.csv").unlink()
    (directory / "ods_sku.csv").write_bytes(b"")
    with pytest.raises(LoadError) as refused:
        read(directory, tables)
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == ["ods_sku", AGENT]
