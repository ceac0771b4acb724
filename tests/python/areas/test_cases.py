"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The inputs that users have brought, where they are at hand: each gives the numbers of the undamaged
files, or others that are known, or is refused in a sentence. The numbers were counted without the
warehouse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from meant_values import Values, meant_by
from pyspark.sql import Row, SparkSession
from real_data import DATA, load
from workspace import REPOSITORY, Workspace

from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsTable, ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.find_files import files_at
from customer_value.loader.read_directory import read_directory
from customer_value.loader.read_table import ReadTable, read_table

CASES = DATA.parent / "cases"
PROMO, RETAIL = CASES / "promotion", CASES / "online_retail"
AS_OF = "2024-06-30"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"there are no cases in {CASES}")

Read = TypeVar("Read")


def promo_tables() -> list[OdsTable]:
    """Those of a directory that is loaded."""
    areas = ("customer_service_promo", "shared")
    return [table for area in areas for table in ods_tables(REPOSITORY, area)]


def promo(case: str, folder: Path) -> list[ReadTable]:
    """A directory as it is read."""
    rules = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))
    return read_directory(PROMO / case, promo_tables(), rules, folder)


def retail(case: str, folder: Path) -> ReadTable:
    """A file of lines as it is read."""
    rules = CellRules(REPOSITORY, ZoneInfo("Europe/London"))
    (line,) = ods_tables(REPOSITORY, "online_retail")
    return read_table(line, files_at(RETAIL / case), rules, folder)


def both(
    read: Callable[[str, Path], Read], good: str, case: str, folder: Path
) -> tuple[Read, Read]:
    """The undamaged input and another."""
    (folder / "good").mkdir()
    (folder / "case").mkdir()
    return read(good, folder / "good"), read(case, folder / "case")


def values(read: ReadTable) -> Values:
    """What staging makes of the rows."""
    return meant_by(read.file, read.table)


@pytest.mark.parametrize(
    ("case", "note"),
    [
        ("p07_trailing_tabs", ""),
        ("p21_two_files_other_order", ""),
        ("p22_gz", ""),
        ("p22c_upper", ""),
        ("p25_header_case", ""),
        ("p25b_header_blanks", ""),
        ("x01_title_row", "row 2 has the names of the columns; above it stands '客服专属优惠"),
        ("x06_two_sheets", "the sheets '1-15日', '16-30日' are read together"),
    ],
)
def test_the_rows_are_those_of_the_good_files(case: str, note: str, tmp_path: Path) -> None:
    good, read = both(promo, "p00_good", case, tmp_path)
    for as_good, as_brought in zip(good, read, strict=True):
        assert values(as_brought) == values(as_good), as_good.table.name
        assert not as_brought.faults
    assert any(note in said for table in read for said in table.notes) or not note


def test_times_with_slashes_have_no_seconds(tmp_path: Path) -> None:
    good, read = both(promo, "p00_good", "p09_slash_dates", tmp_path)
    for as_good, as_brought in zip(good, read, strict=True):
        assert cut(values(as_brought)) == cut(values(as_good))
    assert any("send_time: '2024/5/" in note for table in read for note in table.notes)


def cut(found: Values) -> Values:
    """Times to the minute."""
    return [
        tuple(v[:16] if isinstance(v, str) and v[4:5] == "-" else v for v in row) for row in found
    ]


def test_ids_that_were_numbers(tmp_path: Path) -> None:
    """The floats have lost their leading zeros, for all rows alike; the customers stay apart."""
    _, read = both(promo, "p00_good", "p34_float_ids", tmp_path)
    (sends,) = (table for table in read if table.table.name.endswith("_send"))
    place = sends.table.columns.index("consumer_id")
    consumers = {row[place] for row in values(sends)}
    assert len(consumers) == 29 and all(str(text).isdigit() for text in consumers)


def test_an_amount_out_of_a_formula(tmp_path: Path) -> None:
    uses = next(t for t in promo("x03_typed_cells", tmp_path) if t.table.name.endswith("_use"))
    place = uses.table.columns.index("pay_amount")
    assert Decimal("84.99") in {row[place] for row in values(uses)}
    assert not uses.faults


def test_a_column_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="names the column consumer_id twice; keep one of them"):
        promo("x07_dup_header", tmp_path)


@pytest.mark.parametrize(
    ("case", "note"),
    [
        ("o02_edition2.csv", ""),
        ("o03b_decimal_comma_quoted.csv", "UnitPrice: '18,00' is read as 18"),
        ("o06_mixed_float_ids.csv", ""),
        ("o08f_slash_ymd.csv", "InvoiceDate: '2010/12/1 "),
        ("o10_good.csv.gz", ""),
        ("o16_thousands.csv", "Quantity: '-2,400' is read as -2400"),
    ],
)
def test_the_lines_are_those_of_the_good_file(case: str, note: str, tmp_path: Path) -> None:
    good = values(retail("o00_good.csv", tmp_path))
    read = retail(case, tmp_path)
    if case == "o16_thousands.csv":
        # quantities of its own
        assert read.rows == len(good) == 412
    else:
        assert values(read) == good
    assert not read.faults
    assert any(note in said for said in read.notes) or not note, read.notes


def test_instants_are_local_times(tmp_path: Path) -> None:
    """In London's January both are the same; in April its clocks are an hour ahead."""
    good, read = both(retail, "o00_good.csv", "o08g_iso_z.csv", tmp_path)
    place = good.table.columns.index("InvoiceDate")

    def of_month(table: ReadTable, start: str) -> Values:
        return [row for row in values(table) if str(row[place]).startswith(start)]

    assert of_month(read, "2011-01") == of_month(good, "2011-01") != []
    assert {row[place] for row in of_month(read, "2011-04")} == {
        str(datetime.fromisoformat(str(row[place])) + timedelta(hours=1))
        for row in of_month(good, "2011-04")
    }
    assert any("2010-12-01 10:22:00 (Europe/London)" in note for note in read.notes)


@pytest.fixture(scope="module")
def built_promo(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> SparkSession:
    """The good files and those with money as people write it, in `p00_…` and `p10_…`."""
    for schema, case in (("p00", "p00_good"), ("p10", "p10_money_total_null")):
        folder = tmp_path_factory.mktemp(case)
        load(workspace, folder, "directory", str(PROMO / case), "--schema", f"{schema}_ods")
        switches = {"customer_service_promo_ods": "source", "shared_ods": "source"}
        outcome = workspace.dbt(
            *("build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"),
            *("--select", "+ads_customer_service_promo_overview"),
            *("+ads_customer_service_promo_level_profile", "+dwd_customer_service_promo_reject"),
            schema=schema,
            settings={**switches, "ods_schema": f"{schema}_ods", "as_of_date": AS_OF},
        )
        assert outcome.success, (outcome.error, outcome.messages)
    return spark


def rows(spark: SparkSession, table: str, *columns: str) -> list[tuple[object, ...]]:
    """Columns of a table, sorted by their text."""
    found: Sequence[Row] = spark.table(table).select(*columns).collect()
    return sorted((tuple(row) for row in found), key=str)


def test_the_good_promotion(built_promo: SparkSession) -> None:
    overview = built_promo.table("p00_ads_candidate.ads_customer_service_promo_overview")
    whole = overview.where("user_level = '整体'")
    columns = ("stat_period", "total_send_count", "total_use_count")
    assert {row[0]: tuple(row)[1:] for row in whole.select(*columns).collect()} == {
        "30天": (107, 48),
        "7天": (21, 10),
        "日": (2, 3),
    }
    levels = "p00_ads_candidate.ads_customer_service_promo_level_profile"
    counts = {row[0]: row[1] for row in rows(built_promo, levels, "user_level", "consumer_count")}
    assert [counts[f"{level}用户"] for level in ("流失", "一般", "潜力", "高价值")] == [5, 8, 14, 2]


def test_money_as_people_write_it(built_promo: SparkSession) -> None:
    """No customer is made of a word for nothing; what is refused is kept with its reason."""
    sends = built_promo.table("p10_dwd.dwd_customer_service_promo_send")
    # those of the good files, and `0`, which the file has as an id
    assert sends.select("consumer_id").distinct().count() == 30
    rejected = rows(
        built_promo,
        "p10_dwd.dwd_customer_service_promo_reject",
        *("source_table", "reject_column", "reject_reason", "reject_value"),
    )
    uses = [row[1:] for row in rejected if row[0] == "ods_customer_service_promo_use"]
    # counted from the file: four uses are of sends that name nobody
    assert Counter(reason for _, reason, _ in uses) == {
        "unknown_send": 4,
        "missing_value": 3,
        "unparseable_value": 1,
        "negative_amount": 1,
    }
    assert ("pay_amount", "unparseable_value", "12.345") in uses


@pytest.fixture(scope="module")
def built_retail(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> SparkSession:
    """Some of the files of lines, in schemas of their names."""
    for case in ("o00_good.csv", "o02b_edition2_two_sheets.xlsx", "o04_lowercase_c.csv"):
        build_lines(workspace, tmp_path_factory.mktemp("case"), case)
    build_lines(workspace, tmp_path_factory.mktemp("case"), "o05_null_word.csv")
    return spark


def build_lines(workspace: Workspace, folder: Path, case: str) -> None:
    """Load a file and build the trend by month."""
    schema = case[:3]
    load(workspace, folder, "online-retail", str(RETAIL / case), "--schema", f"{schema}_ods")
    outcome = workspace.dbt(
        *("build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"),
        *("--select", "+ads_online_retail_monthly_trend", "+ads_online_retail_line_class"),
        schema=schema,
        settings={"online_retail_ods": "source", "ods_schema": f"{schema}_ods"},
    )
    assert outcome.success, (outcome.error, outcome.messages)


def month(spark: SparkSession, schema: str, basis: str, invoice_month: str) -> tuple[object, ...]:
    """Customers and amount of a month."""
    trend = spark.table(f"{schema}_ads_candidate.ads_online_retail_monthly_trend")
    (row,) = trend.where(f"basis = '{basis}' and invoice_month = '{invoice_month}'").collect()
    return row.customer_count, row.amount


def total(spark: SparkSession, schema: str, basis: str) -> Decimal:
    """The amount of all months."""
    trend = spark.table(f"{schema}_ads_candidate.ads_online_retail_monthly_trend")
    return sum((row.amount for row in trend.where(f"basis = '{basis}'").collect()), Decimal(0))


def test_the_good_lines(built_retail: SparkSession) -> None:
    # counted from the file by hand: lines of a known customer with a quantity and a price
    assert month(built_retail, "o00", "gross", "2011-01") == (7, Decimal("1388.60"))


def test_a_small_c_is_a_cancellation(built_retail: SparkSession) -> None:
    assert total(built_retail, "o04", "gross") - total(built_retail, "o04", "net") == Decimal(
        "950.40"
    )
    for basis in ("gross", "net"):
        assert total(built_retail, "o04", basis) == total(built_retail, "o00", basis)


def test_a_line_of_nobody(built_retail: SparkSession) -> None:
    lines = built_retail.table("o05_dwd.dwd_online_retail_line")
    assert lines.where("customer_id is null").count() == 67
    assert lines.where("lower(customer_id) = 'null'").count() == 0


def test_lines_of_both_sheets_count_once(built_retail: SparkSession) -> None:
    """The second sheet holds the good file's lines; those of both sheets are exact copies."""
    month_of_both = month(built_retail, "o02", "gross", "2011-01")
    assert month_of_both == month(built_retail, "o00", "gross", "2011-01")
