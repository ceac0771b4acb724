"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Online Retail and Online Retail II become the same ODS table from whatever file people have of them.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlparse

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from online_retail_editions import write_second_edition
from online_retail_files import (
    COLUMNS,
    EMOJI,
    LINES,
    SECOND_EDITION,
    TABLE,
    Line,
    day_first,
    line,
    month_first,
    sheet_of,
    write_csv,
    write_parquet,
    write_workbook,
    zipped,
)
from online_retail_reading import read_lines
from pyspark.sql import SparkSession
from real_data import DATA
from torture import LONG

from customer_value.commands.load import main

REAL = DATA / "online_retail.parquet"

needs_data = pytest.mark.skipif(
    not REAL.is_file(), reason=f"Online Retail is not in {DATA}; set CUSTOMER_VALUE_DATA"
)

Write = Callable[[Path, list[Line]], None]

FILES: dict[str, Write] = {
    "typed.parquet": write_parquet,
    "pandas.parquet": lambda path, lines: write_parquet(
        path, lines, unit="ns", CustomerID=pa.float64()
    ),
    "texts.parquet": lambda path, lines: write_parquet(
        path, lines, **{name: pa.string() for name in COLUMNS}
    ),
    "iso.csv": write_csv,
    "month first.csv": lambda path, lines: write_csv(path, lines, date=month_first),
    "day first.csv": lambda path, lines: write_csv(path, lines, date=day_first),
    "customers with .0.csv": lambda path, lines: write_csv(path, lines, customer="{}.0"),
    "of Windows.CSV": lambda path, lines: write_csv(path, lines, encoding="utf-8-sig", end="\r\n"),
    "texts.xlsx": lambda path, lines: write_workbook(path, Online=[COLUMNS, *lines]),
    "book.xlsx": lambda path, lines: write_workbook(path, Online=sheet_of(lines)),
    "online+retail.zip": lambda path, lines: zipped(
        path,
        "Online Retail.xlsx",
        lambda inside: write_workbook(inside, **{"Online Retail": sheet_of(lines)}),
    ),
    "online_retail_II.xlsx": lambda path, lines: two_years(path, lines),
    "online+retail+ii.zip": lambda path, lines: zipped(
        path, "online_retail_II.xlsx", lambda inside: two_years(inside, lines)
    ),
    "online_retail_II.csv": lambda path, lines: write_csv(
        path, lines, header=SECOND_EDITION, customer="{}.0"
    ),
    "archive.zip": lambda path, lines: zipped(
        path, "Year 2010-2011.csv", lambda inside: write_csv(inside, lines, header=SECOND_EDITION)
    ),
}


def two_years(path: Path, lines: list[Line]) -> None:
    """UCI's workbook of the second edition, the lines on its two sheets."""
    sheets = {"Year 2009-2010": lines[:7], "Year 2010-2011": lines[7:]}
    write_workbook(path, **{name: sheet_of(part, SECOND_EDITION) for name, part in sheets.items()})


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_the_same_table(tmp_path: Path, name: str) -> None:
    FILES[name](tmp_path / name, [*LINES, EMOJI])
    lines, _, _ = read_lines(tmp_path / name)
    assert lines == Counter([*LINES, EMOJI])


@pytest.mark.parametrize("header", [COLUMNS, SECOND_EDITION])
@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_csv_that_is_not_utf_8(tmp_path: Path, encoding: str, header: tuple[str, ...]) -> None:
    lines = [*LINES, line("\xe9t\xe9 \xa0")]
    write_csv(tmp_path / "data.csv", lines, encoding=encoding, header=header)
    read, notes, _ = read_lines(tmp_path / "data.csv")
    assert read == Counter(lines)
    assert notes == ["data.csv is not UTF-8; it is read as WINDOWS-1252"]


def test_sheets_of_one_layout_are_read_together(tmp_path: Path) -> None:
    both = {"Year 2009-2010": sheet_of(LINES), "Year 2010-2011": sheet_of(LINES[:3])}
    write_workbook(tmp_path / "two.xlsx", **both)
    lines, notes, _ = read_lines(tmp_path / "two.xlsx")
    # what both sheets hold is a copy, which staging numbers and the analysis leaves out
    assert lines == Counter([*LINES, *LINES[:3]])
    note = "two.xlsx: the sheets 'Year 2009-2010', 'Year 2010-2011' are read together"
    assert notes == [note]


def test_a_zip_is_named_by_what_it_holds(tmp_path: Path) -> None:
    FILES["online+retail+ii.zip"](tmp_path / "online+retail+ii.zip", [*LINES])
    _, notes, _ = read_lines(tmp_path / "online+retail+ii.zip")
    assert [note.split(":")[0] for note in notes] == ["online_retail_II.xlsx"]


def test_rows_without_any_value_are_no_lines(tmp_path: Path) -> None:
    nothing: Line = tuple([None] * 8)
    for name in ("iso.csv", "book.xlsx"):
        FILES[name](tmp_path / name, [LINES[0], nothing, LINES[1], nothing])
        assert read_lines(tmp_path / name)[0] == Counter(LINES[:2])


@pytest.mark.parametrize("name", ["texts.parquet", "iso.csv", "texts.xlsx"])
def test_cells_that_cannot_be_read_stay_for_staging(tmp_path: Path, name: str) -> None:
    lines = [
        line(Quantity="six", UnitPrice="two", InvoiceDate="yesterday", CustomerID="C-7"),
        line(UnitPrice=" 2.5 ", CustomerID="00123.0", InvoiceDate="2011-02-30 25:00:00"),
        line(InvoiceDate="31/02/2011 08:26", CustomerID="00123"),
        line(InvoiceDate="2010-12-01"),
    ]
    FILES[name](tmp_path / name, lines)
    read, notes, faults = read_lines(tmp_path / name)
    assert read == Counter(lines)
    assert notes == ["InvoiceDate holds days without a time; they count from midnight"]
    assert [fault.split(" in ")[0] for fault in faults] == [
        "Quantity is no whole number",
        "InvoiceDate is no time",
        "UnitPrice is no number of its size",
    ]
    examples = [fault.rpartition("for example ")[2] for fault in faults]
    assert examples[0] == "'six'" and examples[2] == "'two'"


@pytest.mark.parametrize("name", ["texts.parquet", "iso.csv", "texts.xlsx"])
def test_cells_in_other_forms_are_read_and_told(tmp_path: Path, name: str) -> None:
    odd = {"Quantity": "1,200", "UnitPrice": "£3.20", "InvoiceNo": "536365.0"}
    FILES[name](tmp_path / name, [line(), line(**odd)])
    read, notes, faults = read_lines(tmp_path / name)
    assert read == Counter([line(), line(Quantity="1200", UnitPrice="3.2")])
    assert notes == [
        "Quantity: '1,200' is read as 1200 (1 such values)",
        "UnitPrice: '£3.20' is read as 3.2 (1 such values)",
    ]
    assert faults == []


def test_other_parquet_types(tmp_path: Path) -> None:
    columns = {
        "InvoiceNo": pa.array([b"536365", b"536366"]),
        "StockCode": pa.array([b"POST", b"POST"]).dictionary_encode(),
        "Description": pa.array(["", " é "], pa.large_string()),
        "Quantity": pa.array([6.0, float("nan")]),
        "InvoiceDate": pa.array([datetime(2011, 6, 1, 7, 26)] * 2, pa.timestamp("ms", "UTC")),
        "UnitPrice": pa.array([2.55, 1e-7], pa.float32()),
        "CustomerID": pa.array([12346, None], pa.decimal128(10, 2)),
        "Country": pa.array([None, None], pa.null()),
    }
    pq.write_table(pa.table(columns), tmp_path / "odd.parquet")
    lines, notes, _ = read_lines(tmp_path / "odd.parquet")
    assert lines == Counter(
        [
            ("536365", "POST", None, "6", "2011-06-01 08:26:00", "2.55", "12346", None),
            ("536366", "POST", " é ", None, "2011-06-01 08:26:00", "0.0000001", None, None),
        ]
    )
    local = (
        "odd.parquet: InvoiceDate holds instants; they are written as local times, Europe/London"
    )
    assert notes == [local]


def test_header_in_another_spelling_and_order(tmp_path: Path) -> None:
    header = ["\ufeffinvoiceno", "Index", " STOCKCODE ", *COLUMNS[2:], "", "Note"]
    rows = [header, *[[row[0], "x", *row[1:], "y", "z"] for row in LINES[:2]]]
    write_workbook(tmp_path / "data.xlsx", Online=rows)
    lines, notes, _ = read_lines(tmp_path / "data.xlsx")
    assert lines == Counter(LINES[:2])
    assert notes == ["ignored column Index, (without a name), Note"]


def test_the_sheet_that_has_the_columns(tmp_path: Path) -> None:
    sheets = {"About": [["Online", "Retail"]], "Empty": [], "Lines": sheet_of(LINES)}
    write_workbook(tmp_path / "one.xlsx", **sheets)
    lines, notes, _ = read_lines(tmp_path / "one.xlsx")
    assert lines == Counter(LINES)
    assert notes == [f"one.xlsx: left out 'About', without the columns of {TABLE}"]
    write_workbook(tmp_path / "two.xlsx", **sheets, More=sheet_of(LINES[:3]))
    assert read_lines(tmp_path / "two.xlsx", "More")[0] == Counter(LINES[:3])


def test_header_only(tmp_path: Path) -> None:
    for name in ("typed.parquet", "iso.csv", "book.xlsx"):
        FILES[name](tmp_path / name, [])
        assert read_lines(tmp_path / name)[0] == Counter()


def test_table_and_report(
    spark: SparkSession, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "data.csv"
    write_csv(path, [*LINES] * 100, date=month_first)
    options = ["--project-dir", str(project), "--schema", "ods_retail"]
    assert main(["online-retail", str(path), *options]) == 0
    rows = spark.table(f"ods_retail.{TABLE}")
    assert rows.dtypes == [(column, "string") for column in COLUMNS]
    assert Counter(tuple(row) for row in rows.collect()) == Counter([*LINES] * 100)
    assert not (project / ".spark" / "loading").exists()
    printed = capsys.readouterr()
    assert printed.err.splitlines()[0] == f"reading {path} …"
    first, second, *warnings, way_on = printed.out.splitlines()
    assert first == f"note: {TABLE}: InvoiceDate is read month first, as '5/13/2011 23:59' shows"
    assert second == f"ods_retail.{TABLE}: 1,800 rows"
    warning, end = warnings
    assert warning.startswith(f"warning: {TABLE}: StockCode has no value in 100 rows; ")
    assert warning.count(" rows") == 5
    assert end == "These rows are loaded as they are; the build rejects them, each with its reason."
    assert "online_retail_ods: source" in way_on and "ods_schema: ods_retail" in way_on


@pytest.mark.parametrize("name", ["typed.parquet", "book.xlsx"])
def test_directory_loader_takes_the_raw_columns(
    spark: SparkSession, project: Path, tmp_path: Path, name: str
) -> None:
    lines = LINES[:12]
    FILES[name](tmp_path / f"{TABLE}{Path(name).suffix}", [*lines])
    options = ["--project-dir", str(project), "--schema", "ods_retail_directory"]
    assert main(["directory", str(tmp_path), "--area", "online_retail", *options]) == 0
    rows = spark.table(f"ods_retail_directory.{TABLE}").collect()
    assert Counter(tuple(row) for row in rows) == Counter(lines)


# The source with its values written as ODS holds them, by another engine and other means.
EXPECTED = f"""
    select InvoiceNo, StockCode, Description, cast(Quantity as varchar) as Quantity,
        strftime(InvoiceDate, '%Y-%m-%d %H:%M:%S') as InvoiceDate,
        rtrim(rtrim(cast(cast(UnitPrice as decimal(18, 3)) as varchar), '0'), '.') as UnitPrice,
        cast(CustomerID as varchar) as CustomerID, Country
    from '{REAL}'
"""


@needs_data
def test_the_real_file(spark: SparkSession, project: Path) -> None:
    options = ["--project-dir", str(project), "--schema", "ods_retail_real"]
    assert main(["online-retail", str(REAL), *options]) == 0
    files = [
        unquote(urlparse(uri).path) for uri in spark.table(f"ods_retail_real.{TABLE}").inputFiles()
    ]
    with duckdb.connect() as database:
        database.read_parquet(files).create("loaded")
        totals = database.sql(
            """
            select count(*), sum(cast(Quantity as int)), count(distinct InvoiceNo),
                count(*) - count(CustomerID), count(*) - count(Description),
                count(*) filter (Description like ' %' or Description like '% ')
            from loaded
            """
        ).fetchone()
        lost = database.sql(f"({EXPECTED}) except all (from loaded)").fetchall()
        made_up = database.sql(f"(from loaded) except all ({EXPECTED})").fetchall()
    assert totals == (541_909, 5_176_450, 25_900, 135_080, 1_454, 113_452)
    assert lost == made_up == []


@needs_data
def test_the_shape_of_the_second_edition(tmp_path: Path) -> None:
    """UCI's file cannot be had here: the real first edition, once more a year before itself, and
    the nine days of December 2010 on both sheets, as there.
    """
    path = tmp_path / "online_retail_II.xlsx"
    written = write_second_edition(REAL, path, every=1 if LONG else 50)
    lines, notes, faults = read_lines(path)

    assert sum(lines.values()) == sum(written.values())
    assert lines == written
    assert notes == [
        "online_retail_II.xlsx: the sheets 'Year 2009-2010', 'Year 2010-2011' are read together"
    ]
    assert faults == []
