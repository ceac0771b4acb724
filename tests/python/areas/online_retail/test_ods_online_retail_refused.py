"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A file of Online Retail that cannot be loaded is refused in one sentence, and what was loaded before
stays.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from online_retail_files import (
    COLUMNS,
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
)
from online_retail_reading import read_lines
from pyspark.sql import SparkSession

from customer_value.commands.load import main
from customer_value.loader.unusable import Unusable

SCHEMA = "ods_retail_refused"


def refuse(path: Path, sheet: str | None = None) -> str:
    """Reads a file that must be refused, and gives the sentence."""
    with pytest.raises(Unusable) as refused:
        read_lines(path, sheet)
    assert "\n" not in str(refused.value)

    return str(refused.value).replace(str(path), "FILE")


def test_what_was_loaded_before_stays(
    spark: SparkSession, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lines.csv"
    options = ["--project-dir", str(project), "--schema", SCHEMA]
    write_csv(path, LINES)
    assert main(["online-retail", str(path), *options]) == 0
    capsys.readouterr()
    path.write_bytes(path.read_bytes()[:-30])
    assert main(["online-retail", str(path), *options]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    *progress, error = output.err.splitlines()
    assert len(progress) == 1 and error.startswith(f"error: {path}: record 18 has 5 values")
    assert spark.table(f"{SCHEMA}.{TABLE}").count() == len(LINES)
    assert not (project / ".spark" / "loading").exists()


def test_file_missing(tmp_path: Path) -> None:
    sentence = "FILE is missing; name the file or folder that you have."
    assert refuse(tmp_path / "no.xlsx") == sentence


def test_empty_folder(tmp_path: Path) -> None:
    assert refuse(tmp_path) == "FILE is an empty folder; put the table's files into it."


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "retail.pdf").write_bytes(b"%PDF")
    assert refuse(tmp_path / "retail.pdf").startswith("FILE is of no kind that can be read; expec")


def test_damaged_zip(tmp_path: Path) -> None:
    (tmp_path / "online+retail.zip").write_bytes(b"PK")
    sentence = "FILE cannot be unpacked (File is not a zip file); unpack it yourself."
    assert refuse(tmp_path / "online+retail.zip") == sentence


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.xlsx"])
def test_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    sentence = "FILE is empty; it needs at least a header with the column names."
    assert refuse(tmp_path / name) == sentence


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.xlsx"])
def test_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0not what it seems")
    kind = {"a.csv": "a text file, whatever", "a.xlsx": "a readable Excel file ("}
    assert f"FILE is not {kind.get(name, 'a complete Parquet file (')}" in refuse(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_cut_csv(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cut.csv"
    write_csv(path, LINES, encoding=encoding)
    path.write_bytes(path.read_bytes()[:-30])
    values = 6 if encoding == "utf-16" else 5
    assert f"record 18 has {values} values where the header has 8" in refuse(path)


def test_csv_with_an_open_quote(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join(COLUMNS) + '\n536365,1,"TEA,6', encoding="utf-8")
    assert "FILE is not well-formed or cut short near line 2" in refuse(tmp_path / "a.csv")


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
@pytest.mark.parametrize("name", ["cut.parquet", "cut.xlsx"])
def test_cut_file(tmp_path: Path, name: str, kept: float) -> None:
    path = tmp_path / name
    if name == "cut.parquet":
        write_parquet(path, LINES)
    else:
        write_workbook(path, Online=sheet_of(LINES))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert refuse(path).startswith("FILE is not a ")


def test_damaged_workbook(tmp_path: Path) -> None:
    path = tmp_path / "damaged.xlsx"
    write_workbook(path, Online=sheet_of(LINES * 50))
    content = bytearray(path.read_bytes())
    middle = content.index(b"xl/worksheets/sheet1.xml") + 500
    content[middle : middle + 50] = b"\xff" * 50
    path.write_bytes(content)
    assert refuse(path).startswith("FILE is not a readable Excel file (")


FOUND = "(it has: InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, Land)"


def test_column_missing(tmp_path: Path) -> None:
    header = [*COLUMNS[:6], "Land"]
    cells = [list(each[:7]) for each in LINES[:3]]
    sentence = f"has no column CustomerID, Country {FOUND}; add it, empty where the values are not"
    pq.write_table(pa.table({name: ["1"] for name in header}), tmp_path / "a.parquet")
    assert sentence in refuse(tmp_path / "a.parquet")
    (tmp_path / "a.csv").write_text(",".join(header) + "\n1,2,3,4,5,6,7\n", encoding="utf-8")
    assert sentence in refuse(tmp_path / "a.csv")
    write_workbook(tmp_path / "a.xlsx", Online=[header, *cells])
    assert f"FILE, sheet 'Online', {sentence}" in refuse(tmp_path / "a.xlsx")


def test_half_of_the_second_edition(tmp_path: Path) -> None:
    header = [*SECOND_EDITION[:-1], "Land"]
    write_csv(tmp_path / "a.csv", LINES, header=header)
    assert refuse(tmp_path / "a.csv").startswith("FILE has no column Country (it has: Invoice, Sto")
    years = {"Year 2009-2010": sheet_of(LINES, SECOND_EDITION), "Year 2010-2011": [header]}
    write_workbook(tmp_path / "a.xlsx", **years)
    sentence = "FILE, sheet 'Year 2010-2011', has no column Country"
    assert refuse(tmp_path / "a.xlsx").startswith(sentence)


def test_column_twice(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join([*COLUMNS, "country "]) + "\n", encoding="utf-8")
    twice = "FILE names the column Country twice, as Country and country; keep one of them."
    assert refuse(tmp_path / "a.csv") == twice
    (tmp_path / "a.csv").write_text(",".join([*COLUMNS, "Price"]) + "\n", encoding="utf-8")
    twice = "FILE names the column UnitPrice twice, as UnitPrice and Price; keep one of them."
    assert refuse(tmp_path / "a.csv") == twice
    write_workbook(tmp_path / "a.xlsx", Online=[[*COLUMNS, "Country"]])
    twice = "FILE, sheet 'Online', names the column Country twice; keep one of them."
    assert refuse(tmp_path / "a.xlsx") == twice


def test_sheets(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, One=sheet_of(LINES), About=[["InvoiceNo"]], Empty=[])
    assert refuse(path, "Three") == "FILE has no sheet 'Three' (it has: One, About, Empty)."
    assert "FILE, sheet 'About', has no column StockCode," in refuse(path, "About")
    sentence = "FILE, sheet 'Empty', is empty; it needs at least a header with the column names."
    assert refuse(path, "Empty") == sentence
    write_csv(tmp_path / "a.csv", LINES)
    assert "is no workbook, so it has no sheet 'One'" in refuse(tmp_path / "a.csv", "One")


def test_nested_column_and_bytes(tmp_path: Path) -> None:
    columns = {name: pa.array(["1"]) for name in COLUMNS}
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table(columns | {"Country": pa.array([["a"]])}), path)
    assert "FILE: column Country holds list<" in refuse(path)
    pq.write_table(pa.table(columns | {"Country": pa.array([b"\xff"])}), path)
    assert refuse(path) == "FILE: column Country holds bytes that are not UTF-8 text."


def test_order_of_day_and_month_unknown(tmp_path: Path) -> None:
    lines: list[Line] = [line(), line(InvoiceDate="2011-12-09 12:50:00")]
    for date, first in ((month_first, "12/1/2010 8:26"), (day_first, "01-12-2010 08:26")):
        write_csv(tmp_path / "a.csv", lines, date=date)
        sentence = f"InvoiceDate does not tell whether '{first}' is written day first or month"
        assert refuse(tmp_path / "a.csv").startswith(sentence)
