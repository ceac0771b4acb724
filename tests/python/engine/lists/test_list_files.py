"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The files of an exported list, read back: every value as it was, nothing that a spreadsheet would
run or round, and what changed since the last export.
"""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from some_list import COLUMNS, NAME, some_list

from customer_value.errors import ListError
from customer_value.lists import write
from customer_value.lists.record import read_record
from customer_value.lists.write import (
    forget_others,
    prepare_folder,
    records_before,
    remove_unfinished,
    write_list,
)

FILES = [f"{NAME}.changes.csv", f"{NAME}.csv", f"{NAME}.last.json", f"{NAME}.xlsx"]
FORMULAS = ("=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a")


def csv_rows(folder: Path, name: str = f"{NAME}.csv") -> list[list[str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def about(folder: Path) -> dict[str, Any]:
    """The labels and values of the second sheet, by the English half of the label."""
    rows = load_workbook(folder / f"{NAME}.xlsx")["about"].iter_rows(values_only=True)
    return {str(label).split(" / ")[-1]: value for label, value in rows}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_values_are_read_back_as_they_were(tmp_path: Path) -> None:
    exported = some_list(
        ["00123", "9007199254740993", 'C,"1"'],
        stage_name="沉睡",
        net_amount=Decimal("1234.50"),
        order_count=7,
        last_pay_date="2024-02-29",
        seen_at="2024-06-30 23:59:59",
        is_known=True,
    )

    _, files = write_list(tmp_path, exported)

    assert names_in(tmp_path) == FILES
    assert [path.name for path in files] == [f"{NAME}.csv", f"{NAME}.changes.csv", f"{NAME}.xlsx"]
    texts = ["沉睡", "1234.50", "7", "2024-02-29", "2024-06-30 23:59:59", "true"]
    ids = ["00123", "9007199254740993", 'C,"1"']
    assert csv_rows(tmp_path) == [list(COLUMNS), *([one, *texts] for one in ids)]
    assert (tmp_path / f"{NAME}.csv").read_bytes().startswith(b"\xef\xbb\xbfcustomer_id,")
    values = ["沉睡", 1234.5, 7, date(2024, 2, 29), datetime(2024, 6, 30, 23, 59, 59), True]
    sheet = CalamineWorkbook.from_path(tmp_path / f"{NAME}.xlsx").get_sheet_by_name("list")
    assert sheet.to_python() == [list(COLUMNS), *([one, *values] for one in ids)]


def test_empty_values_stay_empty(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["c1"]))

    assert csv_rows(tmp_path)[1] == ["c1", "", "", "", "", "", ""]
    cells = load_workbook(tmp_path / f"{NAME}.xlsx")["list"][2]
    assert [cell.value for cell in cells] == ["c1", None, None, None, None, None, None]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_run_by_a_spreadsheet(tmp_path: Path, text: str) -> None:
    write_list(tmp_path, some_list([text], stage_name=text))

    assert csv_rows(tmp_path)[1][:2] == [f"'{text}", f"'{text}"]
    cells = load_workbook(tmp_path / f"{NAME}.xlsx")["list"][2]
    for cell in cells[:2]:
        assert cell.data_type == "s" and cell.quotePrefix
        # a workbook turns the returns of a text into new lines
        assert str(cell.value).replace("\r", "\n") == text.replace("\r", "\n")


def test_numbers_below_zero_are_numbers(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["c1"], net_amount=Decimal("-12.30"), order_count=-1))

    assert csv_rows(tmp_path)[1][2:4] == ["-12.30", "-1"]
    cells = load_workbook(tmp_path / f"{NAME}.xlsx")["list"][2]
    assert [(cell.value, cell.data_type) for cell in cells[2:4]] == [(-12.3, "n"), (-1, "n")]


def test_a_number_that_a_spreadsheet_would_round_is_text(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["c1"], net_amount=Decimal("12345678901234567.89")))

    cell = load_workbook(tmp_path / f"{NAME}.xlsx")["list"][2][2]
    assert (cell.value, cell.data_type) == ("12345678901234567.89", "s")
    assert csv_rows(tmp_path)[1][2] == "12345678901234567.89"


def test_what_a_workbook_cannot_hold_is_replaced(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["c1"], stage_name="a\x00b\x1fc"))

    assert load_workbook(tmp_path / f"{NAME}.xlsx")["list"][2][1].value == "a\ufffdb\ufffdc"


def test_the_first_export_says_that_it_is_the_first(tmp_path: Path) -> None:
    changed, _ = write_list(tmp_path, some_list(["c1", "c2"]))

    assert (changed.since, changed.entered, changed.left, changed.gone) == (None, [], [], 0)
    said = about(tmp_path)
    assert said["List"] == NAME
    assert (said["As-of date"], said["Release"]) == ("2024-06-30", "r20240630")
    assert (said["Customers"], said["Rows"], said["Entered"], said["Left"]) == (2, 2, None, None)
    assert "first export" in said["Last export"]
    assert csv_rows(tmp_path, f"{NAME}.changes.csv") == [["change", "customer_id"]]


def test_what_entered_and_left_since_the_last_export(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["left", "no longer agrees", "erased", "stays"]))

    changed, _ = write_list(
        tmp_path, some_list(["new", "stays"], "2024-07-01", agreeing=["left", "another"])
    )

    assert (changed.entered, changed.left, changed.gone) == (["new"], ["left"], 2)
    assert csv_rows(tmp_path, f"{NAME}.changes.csv") == [
        ["change", "customer_id"],
        ["entered", "new"],
        ["left", "left"],
    ]
    said = about(tmp_path)
    assert (said["Entered"], said["Left"]) == (1, 1)
    assert said["Left without ids: consent withdrawn or erased"] == 2
    assert said["Last export"] == "2024-06-30 (r20240630)"
    assert (said["entered"], said["left"]) == ("new", "left")
    for path in tmp_path.iterdir():
        assert "erased" not in customers_in(path) and "no longer agrees" not in customers_in(path)


def customers_in(path: Path) -> set[str]:
    """All cells and texts of a file."""
    if path.suffix == ".json":
        return set(json.loads(path.read_text("utf-8"))["customers"])
    if path.suffix == ".csv":
        return {cell for row in csv_rows(path.parent, path.name) for cell in row}
    book = load_workbook(path)
    return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}


def test_the_same_list_again_has_no_changes(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["c1", "c2"]))
    changed, _ = write_list(tmp_path, some_list(["c1", "c2"]))

    assert (changed.entered, changed.left, changed.gone) == ([], [], 0)


def test_a_list_that_is_not_exported_again_forgets_who_no_longer_agrees(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["erased", "stays"], erasures="before"))

    stale = forget_others(tmp_path, some_list(["stays"], "2024-07-01", erasures="after"))

    assert [path.name for path in stale] == [f"{NAME}.csv", f"{NAME}.changes.csv", f"{NAME}.xlsx"]
    record = read_record(tmp_path / f"{NAME}.last.json")
    assert record is not None
    assert (record.customers, record.forgotten, record.as_of_date) == (["stays"], 1, "2024-06-30")
    changed, _ = write_list(tmp_path, some_list(["stays"], "2024-07-02"))
    assert (changed.entered, changed.left, changed.gone) == ([], [], 1)


def test_exports_from_before_an_erasure_are_named(tmp_path: Path) -> None:
    write_list(tmp_path, some_list(["c1"], erasures="before"))

    assert [record.list_name for record in records_before(tmp_path, "after")] == [NAME]
    assert records_before(tmp_path, "before") == []


def test_a_list_that_no_sheet_holds_is_written_without_a_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_list(tmp_path, some_list(["c1"]))
    monkeypatch.setattr(write, "MOST_ROWS", 3)

    _, files = write_list(tmp_path, some_list(["c1", "c2", "c3"]))

    assert [path.suffix for path in files] == [".csv", ".csv"]
    assert names_in(tmp_path) == FILES[:3]


def test_a_record_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.last.json").write_text("{", "utf-8")

    with pytest.raises(ListError, match=r"is not the record of an export: remove it"):
        write_list(tmp_path, some_list(["c1"]))
    assert names_in(tmp_path) == [f"{NAME}.last.json"]


def test_a_folder_that_cannot_be_written_into_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    for folder in (tmp_path / "file" / "exports", tmp_path / "not there" / "exports"):
        with pytest.raises(ListError, match=r"Nothing can be written into .*OUT="):
            prepare_folder(folder)
    prepare_folder(tmp_path / "exports")
    assert (tmp_path / "exports").stat().st_mode & 0o777 == 0o700
    assert names_in(tmp_path / "exports") == []


def test_a_name_that_is_no_file_is_refused(tmp_path: Path) -> None:
    exported = some_list(["c1"])
    object.__setattr__(exported.row, "list_name", "warning-../../c1")

    try:
        with pytest.raises(ListError, match=r"cannot be the name of a file"):
            write_list(tmp_path, exported)
    finally:
        object.__setattr__(exported.row, "list_name", NAME)
    assert names_in(tmp_path) == []


def test_what_a_killed_export_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "old.csv.new").write_text("c1", "utf-8")
    (tmp_path / "mine.csv").write_text("c1", "utf-8")

    remove_unfinished(tmp_path)

    assert names_in(tmp_path) == ["mine.csv"]
