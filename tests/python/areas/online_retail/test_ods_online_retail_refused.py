"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A file of Online Retail that cannot be loaded is refused in one sentence, and what was loaded before
stays.
"""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from online_retail_files import (
    COLUMNS,
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

from customer_value.commands.load import main

SCHEMA = "ods_retail_refused"
SECOND_EDITION = ("Invoice", *COLUMNS[1:5], "Price", "Customer ID", "Country")

Refuse = Callable[..., str]


@pytest.fixture(scope="module")
def loaded(
    spark: SparkSession, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], int]:
    """Counts the rows of a table that was loaded before."""
    path = tmp_path_factory.mktemp("sound") / "sound.csv"
    write_csv(path, LINES)
    options = ["--project-dir", str(project), "--schema", SCHEMA]
    assert main(["online-retail", str(path), *options]) == 0
    return spark.table(f"{SCHEMA}.{TABLE}").count


@pytest.fixture
def refuse(project: Path, loaded: Callable[[], int], capsys: pytest.CaptureFixture[str]) -> Refuse:
    """Loads a file that must be refused, and gives the sentence."""

    def refuse(path: Path, *options: str) -> str:
        capsys.readouterr()
        command = ["online-retail", str(path), *options, "--project-dir", str(project)]
        assert main([*command, "--schema", SCHEMA]) == 2
        output = capsys.readouterr()
        assert output.out == ""
        *progress, error = output.err.splitlines()
        assert len(progress) <= 2 and error.startswith("error: ")
        assert loaded() == len(LINES)
        assert not (project / ".spark" / "loading").exists()
        return error.removeprefix("error: ").replace(str(path), "FILE")

    return refuse


def test_file_missing(refuse: Refuse, tmp_path: Path) -> None:
    assert refuse(tmp_path / "no.xlsx") == "FILE is missing; name the file that you downloaded."


def test_folder(refuse: Refuse, tmp_path: Path) -> None:
    assert refuse(tmp_path) == "FILE is a folder; name the file in it."


def test_another_kind_of_file(refuse: Refuse, tmp_path: Path) -> None:
    (tmp_path / "online+retail.zip").write_bytes(b"PK")
    sentence = "FILE is no .xlsx, .csv, .parquet file; unpack or convert it first."
    assert refuse(tmp_path / "online+retail.zip") == sentence


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.xlsx"])
def test_empty_file(refuse: Refuse, tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert refuse(tmp_path / name) == "FILE is empty; download it again."


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.xlsx"])
def test_not_what_its_name_says(refuse: Refuse, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0not what it seems")
    kind = {"a.csv": "a text file", "a.xlsx": "a readable Excel file"}
    assert f"FILE is not {kind.get(name, 'a complete Parquet file')} (" in refuse(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_cut_csv(refuse: Refuse, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cut.csv"
    write_csv(path, LINES, encoding=encoding)
    path.write_bytes(path.read_bytes()[:-30])
    reason = "19 has 5 values where the header has 8" if encoding != "utf-16" else "not a text file"
    assert reason in refuse(path)


def test_csv_with_an_open_quote(refuse: Refuse, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join(COLUMNS) + '\n536365,1,"TEA,6', encoding="utf-8")
    assert "FILE is not well-formed or cut short near line 2" in refuse(tmp_path / "a.csv")


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
@pytest.mark.parametrize("name", ["cut.parquet", "cut.xlsx"])
def test_cut_file(refuse: Refuse, tmp_path: Path, name: str, kept: float) -> None:
    path = tmp_path / name
    if name == "cut.parquet":
        write_parquet(path, LINES)
    else:
        write_workbook(path, Online=sheet_of(LINES))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert refuse(path).startswith("FILE is not a ")


def test_damaged_workbook(refuse: Refuse, tmp_path: Path) -> None:
    path = tmp_path / "damaged.xlsx"
    write_workbook(path, Online=sheet_of(LINES * 50))
    content = bytearray(path.read_bytes())
    middle = content.index(b"xl/worksheets/sheet1.xml") + 500
    content[middle : middle + 50] = b"\xff" * 50
    path.write_bytes(content)
    assert refuse(path).startswith("FILE is not a readable Excel file (")


FOUND = "(it has: InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, Land)"


def test_column_missing(refuse: Refuse, tmp_path: Path) -> None:
    header = [*COLUMNS[:6], "Land"]
    cells = [list(each[:7]) for each in LINES[:3]]
    sentence = f"has no column CustomerID, Country {FOUND}; add it, empty where the values are not"
    pq.write_table(pa.table({name: ["1"] for name in header}), tmp_path / "a.parquet")
    assert sentence in refuse(tmp_path / "a.parquet")
    (tmp_path / "a.csv").write_text(",".join(header) + "\n1,2,3,4,5,6,7\n", encoding="utf-8")
    assert sentence in refuse(tmp_path / "a.csv")
    write_workbook(tmp_path / "a.xlsx", Online=[header, *cells])
    assert f"FILE, sheet 'Online', {sentence}" in refuse(tmp_path / "a.xlsx")


def test_second_edition_of_the_data_set(refuse: Refuse, tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", LINES, header=SECOND_EDITION)
    sentence = refuse(tmp_path / "a.csv")
    assert sentence.startswith("FILE has no column InvoiceNo, UnitPrice, CustomerID (it has: Inv")
    advice = "this is the layout of Online Retail II (Invoice, Price, Customer ID): take the file"
    assert advice in sentence
    years = {"Year 2009-2010": [SECOND_EDITION], "Year 2010-2011": [SECOND_EDITION]}
    write_workbook(tmp_path / "a.xlsx", **years)
    sentence = refuse(tmp_path / "a.xlsx")
    assert "('Year 2009-2010' lacks InvoiceNo, UnitPrice, CustomerID; 'Year 2010" in sentence
    assert advice in sentence


def test_column_twice(refuse: Refuse, tmp_path: Path) -> None:
    twice = "names the column Country twice; keep one of them."
    (tmp_path / "a.csv").write_text(",".join([*COLUMNS, "country "]) + "\n", encoding="utf-8")
    assert refuse(tmp_path / "a.csv") == f"FILE {twice}"
    write_workbook(tmp_path / "a.xlsx", Online=[[*COLUMNS, "Country"]])
    assert refuse(tmp_path / "a.xlsx") == f"FILE, sheet 'Online', {twice}"


def test_sheets(refuse: Refuse, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    lines = sheet_of(LINES)
    write_workbook(path, One=lines, Two=lines, About=[["InvoiceNo"]], Empty=[])
    assert refuse(path) == "FILE has the columns on the sheets One, Two; choose one with --sheet."
    sentence = "FILE has no sheet 'Three' (it has: One, Two, About, Empty)."
    assert refuse(path, "--sheet", "Three") == sentence
    assert "FILE, sheet 'About', has no column StockCode," in refuse(path, "--sheet", "About")
    sentence = "FILE, sheet 'Empty', is empty; it needs a header with the column names."
    assert refuse(path, "--sheet", "Empty") == sentence
    write_csv(tmp_path / "a.csv", LINES)
    assert "is no workbook, so it has no sheet 'One'" in refuse(
        tmp_path / "a.csv", "--sheet", "One"
    )


def test_nested_column_and_bytes(refuse: Refuse, tmp_path: Path) -> None:
    columns = {name: pa.array(["1"]) for name in COLUMNS}
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table(columns | {"Country": pa.array([["a"]])}), path)
    assert "FILE: column Country holds list<" in refuse(path)
    pq.write_table(pa.table(columns | {"Country": pa.array([b"\xff"])}), path)
    assert refuse(path) == "FILE: column Country holds bytes that are not UTF-8 text."


def test_order_of_day_and_month_unknown(refuse: Refuse, tmp_path: Path) -> None:
    lines: list[Line] = [line(), line(InvoiceDate="2011-12-09 12:50:00")]
    for date, first in ((month_first, "12/1/2010 8:26"), (day_first, "01-12-2010 08:26")):
        write_csv(tmp_path / "a.csv", lines, date=date)
        sentence = f"FILE: InvoiceDate does not tell whether '{first}' has the day or the month"
        assert refuse(tmp_path / "a.csv").startswith(sentence)
