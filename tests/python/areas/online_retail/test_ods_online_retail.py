"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Online Retail becomes the same ODS table from whatever file people have of it.
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
from online_retail_files import (
    COLUMNS,
    EMOJI,
    LINES,
    TABLE,
    Line,
    day_first,
    line,
    month_first,
    sheet_of,
    write_csv,
    write_parquet,
    write_workbook,
)
from pyspark.sql import SparkSession
from real_data import DATA

from customer_value.commands.load import main, way_on

REAL = DATA / "online_retail.parquet"
SCHEMA = "ods_retail"

needs_data = pytest.mark.skipif(
    not REAL.is_file(), reason=f"Online Retail is not in {DATA}; set CUSTOMER_VALUE_DATA"
)

Load = Callable[..., Counter[Line]]


@pytest.fixture
def load(spark: SparkSession, project: Path) -> Load:
    """Loads a file and gives the rows of the table, each as often as it is there."""

    def load(path: Path, *options: str) -> Counter[Line]:
        command = ["online-retail", str(path), *options, "--project-dir", str(project)]
        assert main([*command, "--schema", SCHEMA]) == 0
        assert not (project / ".spark" / "loading").exists()
        rows = spark.table(f"{SCHEMA}.{TABLE}")
        assert rows.dtypes == [(column, "string") for column in COLUMNS]
        return Counter(tuple(row) for row in rows.collect())

    return load


FILES: dict[str, Callable[[Path, list[Line]], None]] = {
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
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_the_same_table(load: Load, tmp_path: Path, name: str) -> None:
    FILES[name](tmp_path / name, [*LINES, EMOJI])
    assert load(tmp_path / name) == Counter([*LINES, EMOJI])


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_csv_that_is_not_utf_8(
    load: Load, tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    # a byte that Windows-1252 leaves undefined, and one that only it has a letter for
    lines = [*LINES, line("\x81" if encoding == "iso-8859-1" else "€5")]
    write_csv(tmp_path / "data.csv", lines, encoding=encoding)
    assert load(tmp_path / "data.csv") == Counter(lines)
    note = f"note: data.csv is not UTF-8; it was read as {encoding.title()}"
    assert note in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name", ["texts.parquet", "iso.csv", "texts.xlsx"])
def test_cells_that_cannot_be_read_stay_for_staging(
    load: Load, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    lines = [
        line(Quantity="six", UnitPrice="2,55", InvoiceDate="yesterday", CustomerID="C-7"),
        line(Quantity="1e3", UnitPrice="£3", CustomerID="00123", InvoiceNo="536365.0"),
        line(CustomerID="00123.0", UnitPrice=" 2.5 ", InvoiceDate="2011-02-30 25:00:00"),
        line(InvoiceDate="31/02/2011 08:26"),
        line(InvoiceDate="2010-12-01"),
    ]
    FILES[name](tmp_path / name, lines)
    assert load(tmp_path / name) == Counter(lines)
    note = "note: InvoiceDate 'yesterday' cannot be read and stays as it is (2 such values)"
    assert note in capsys.readouterr().out.splitlines()


def test_other_parquet_types(load: Load, tmp_path: Path) -> None:
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
    assert load(tmp_path / "odd.parquet") == Counter(
        [
            ("536365", "POST", None, "6", "2011-06-01 08:26:00", "2.55", "12346", None),
            ("536366", "POST", " é ", None, "2011-06-01 08:26:00", "0.0000001", None, None),
        ]
    )


def test_header_in_another_spelling_and_order(
    load: Load, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = ["\ufeffinvoiceno", "Index", " STOCKCODE ", *COLUMNS[2:], ""]
    rows = [header, *[[row[0], "x", *row[1:], "y"] for row in LINES[:2]]]
    write_workbook(tmp_path / "data.xlsx", Online=rows)
    assert load(tmp_path / "data.xlsx") == Counter(LINES[:2])
    output = capsys.readouterr().out
    assert f"note: {TABLE}: ignored column Index, (without a name)\n" in output


def test_the_sheet_that_has_the_columns(load: Load, tmp_path: Path) -> None:
    sheets = {"About": [["Online", "Retail"]], "Empty": [], "Lines": sheet_of(LINES)}
    write_workbook(tmp_path / "one.xlsx", **sheets)
    assert load(tmp_path / "one.xlsx") == Counter(LINES)
    write_workbook(tmp_path / "two.xlsx", **sheets, More=sheet_of(LINES[:3]))
    assert load(tmp_path / "two.xlsx", "--sheet", "More") == Counter(LINES[:3])


def test_header_only(load: Load, tmp_path: Path) -> None:
    for name in ("typed.parquet", "iso.csv", "book.xlsx"):
        FILES[name](tmp_path / name, [])
        assert load(tmp_path / name) == Counter()


def test_report(load: Load, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "data.csv"
    write_csv(path, [*LINES] * 100, date=month_first)
    load(path)
    printed = capsys.readouterr()
    assert printed.err.splitlines()[:2] == [f"reading {path} …", "1,900 rows"]
    assert printed.out.splitlines() == [
        "note: InvoiceDate is read month first, as '5/13/2011 23:59' shows",
        f"{SCHEMA}.{TABLE}: 1900 rows",
        f"Build on it: dbt build --vars '{{online_retail_ods: source, ods_schema: {SCHEMA}}}'",
    ]
    way = "make build   (or: dbt build --vars '{online_retail_ods: source}')"
    assert way_on("ods", "online_retail") == way


@pytest.mark.parametrize("name", ["typed.parquet", "iso.csv", "book.xlsx"])
def test_directory_loader_takes_the_raw_columns(
    spark: SparkSession, project: Path, tmp_path: Path, name: str
) -> None:
    lines = LINES[:12]
    FILES[name](tmp_path / f"{TABLE}{Path(name).suffix}", lines)
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
