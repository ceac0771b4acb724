"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the files hold is what the tables hold, whatever the kind of file and whatever happened before.
"""

import csv
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlparse

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from loader_fixtures import Read
from pyspark.sql import SparkSession

from customer_value.commands.common import Project
from customer_value.commands.load import main
from customer_value.commands.way_on import way_on
from customer_value.errors import CommandError, LoadError
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.register import load_tables

AGENT = "ods_customer_service"
COLUMNS = ("customer_service_id", "cs_name", "shop_id", "cs_status")
Record = tuple[str | None, ...]


@pytest.fixture
def agents(tables: list[OdsTable]) -> list[OdsTable]:
    """Only the smallest table."""
    return [table for table in tables if table.name == AGENT]


def loaded(spark: SparkSession, schema: str) -> list[Record]:
    rows = spark.table(f"{schema}.{AGENT}")
    assert rows.dtypes == [(column, "string") for column in COLUMNS]
    return [tuple(row) for row in rows.orderBy("customer_service_id").collect()]


Load = Callable[[str, Path], list[Record]]


@pytest.fixture
def load(spark: SparkSession, read: Read, agents: list[OdsTable]) -> Load:
    """Loads the smallest table of a directory into a schema."""

    def into(schema: str, directory: Path) -> list[Record]:
        load_tables(spark, schema, read(directory, agents))
        return loaded(spark, schema)

    return into


def write_agents(path: Path, records: list[Record], *, mark: str = "", end: str = "\n") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(mark)
        csv.writer(file, lineterminator=end).writerows([COLUMNS, *records])


AWKWARD: list[Record] = [
    ("1", 'say "hi"', "a,b", "O'Brien"),
    ("2", "two\nlines", "back\\slash", "ends with \\"),
    ("3", " blanks ", "🎉", "\\"),
    ("4", None, "#no comment", '\\"'),
    ("5", "${spark.app.name}", "NaN", "'; drop table x; --"),
    ("6", "null", "NULL", "None"),
    ("7", "tab\there", "a\r\nb", "=1+1"),
]


@pytest.mark.parametrize(
    ("mark", "end"), [("", "\n"), ("\ufeff", "\n"), ("", "\r\n")], ids=["plain", "bom", "crlf"]
)
def test_csv_as_it_is(load: Load, tmp_path: Path, mark: str, end: str) -> None:
    write_agents(tmp_path / f"{AGENT}.csv", AWKWARD, mark=mark, end=end)
    assert load("ods_csv", tmp_path) == AWKWARD


def test_csv_columns_in_another_order_with_blank_lines_and_odd_names(
    load: Load, tmp_path: Path
) -> None:
    folder = tmp_path / "a [1] {b} 100%"
    (folder / AGENT).mkdir(parents=True)
    text = "cs_name,shop_id,note,customer_service_id,cs_status\n小敏,s,x,1,\n\n"
    (folder / AGENT / "one.csv").write_text(text, encoding="utf-8")
    (folder / AGENT / "two.csv").write_text(text.replace("1", "2"), encoding="utf-8")
    (folder / AGENT / "_SUCCESS").touch()
    expected = [("1", "小敏", "s", None), ("2", "小敏", "s", None)]
    assert load("ods_folder", folder) == expected


def test_header_only(load: Load, tmp_path: Path) -> None:
    write_agents(tmp_path / f"{AGENT}.csv", [])
    assert load("ods_header", tmp_path) == []


def test_typed_parquet_becomes_plain_text(load: Load, tmp_path: Path) -> None:
    columns = {
        "customer_service_id": pa.array([1, 2, 3, 4, 5], type=pa.int64()),
        "cs_name": pa.array([123456789012.5, 0.0, None, float("nan"), 0.1 + 0.2]),
        "shop_id": pa.array(
            [datetime(2024, 6, 30, 23, 59, 59), datetime(2024, 6, 30, 1, 2, 3, 120_000)]
            + [None] * 3,
            type=pa.timestamp("us"),
        ),
        "cs_status": pa.array(["", " x ", None, "小敏", "'"]).dictionary_encode(),
    }
    pq.write_table(pa.table(columns), tmp_path / f"{AGENT}.parquet")
    assert load("ods_typed", tmp_path) == [
        ("1", "123456789012.5", "2024-06-30 23:59:59", None),
        ("2", "0", "2024-06-30 01:02:03.120000", " x "),
        ("3", None, None, None),
        ("4", None, None, "小敏"),
        ("5", "0.3", None, "'"),
    ]


def test_other_parquet_types(load: Load, tmp_path: Path) -> None:
    columns = {
        "customer_service_id": pa.array(
            [Decimal("10.00"), Decimal("0")], type=pa.decimal128(18, 8)
        ),
        "cs_name": pa.array([date(2024, 6, 30), None]),
        "shop_id": pa.array([12.34, 1e-7], type=pa.float32()),
        "cs_status": pa.array([None, None], type=pa.null()),
    }
    folder = tmp_path / f"{AGENT}.parquet"
    folder.mkdir()
    pq.write_table(pa.table(columns), folder / "part-0.snappy.parquet")
    assert load("ods_types", tmp_path) == [
        ("0", None, "0.0000001", None),
        ("10", "2024-06-30", "12.34", None),
    ]


def test_excel(load: Load, tmp_path: Path) -> None:
    cells = [(1, "NaN", datetime(2024, 6, 30, 1, 2, 3), 24.0), ("02", None, "小 敏 ", 12.5)]
    sheet = pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)
    sheet.to_excel(tmp_path / f"{AGENT}.xlsx", index=False)
    assert load("ods_excel", tmp_path) == [
        ("02", None, "小 敏 ", "12.5"),
        ("1", "NaN", "2024-06-30 01:02:03", "24"),
    ]


def test_loading_again_replaces(spark: SparkSession, load: Load, tmp_path: Path) -> None:
    path = tmp_path / f"{AGENT}.csv"
    for records in ([("1", "a", "b", "c")] * 3, [("2", "d", "e", "f")]):
        write_agents(path, records)
        assert load("ods_again", tmp_path) == records
    # dbt's temporary views belong to the session and are listed in every schema
    tables = spark.sql("show tables in ods_again").where("not isTemporary").collect()
    assert [row.tableName for row in tables] == [AGENT]


@pytest.mark.parametrize("killed", ["while writing", "before the rename", "while replacing"])
def test_loading_after_a_kill(spark: SparkSession, load: Load, tmp_path: Path, killed: str) -> None:
    schema = f"ods_killed_{killed.split()[-1]}"
    write_agents(tmp_path / f"{AGENT}.csv", AWKWARD)
    load(schema, tmp_path)
    folder = Path(urlparse(spark.catalog.getDatabase(schema).locationUri).path)
    if killed == "while writing":
        (folder / f"{AGENT}__loading" / "_temporary").mkdir(parents=True)
    elif killed == "before the rename":
        spark.sql(f"alter table {schema}.{AGENT} rename to {schema}.{AGENT}__loading")
    else:
        spark.sql(f"drop table {schema}.{AGENT}")
        (folder / AGENT).mkdir()
        (folder / AGENT / "part-0.parquet").touch()
    assert load(schema, tmp_path) == AWKWARD


@pytest.mark.parametrize("kind", ["table", "view"])
def test_what_the_loader_did_not_make_stays(
    spark: SparkSession, load: Load, tmp_path: Path, kind: str
) -> None:
    schema = f"ods_company_{kind}"
    storage = "using parquet" if kind == "table" else ""
    spark.sql(f"create schema {schema}")
    spark.sql(f"create {kind} {schema}.{AGENT} {storage} as select 'precious' as cs_name")
    write_agents(tmp_path / f"{AGENT}.csv", AWKWARD)
    with pytest.raises(LoadError, match="was not made by this loader"):
        load(schema, tmp_path)
    assert [row.cs_name for row in spark.table(f"{schema}.{AGENT}").collect()] == ["precious"]


def test_odd_schema_name(load: Load, tmp_path: Path) -> None:
    write_agents(tmp_path / f"{AGENT}.csv", [])
    with pytest.raises(CommandError, match="cannot be the name of a schema"):
        load("ods; drop schema ods", tmp_path)


def test_command_changes_nothing_when_one_file_is_bad(
    spark: SparkSession, project: Path, directory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["directory", str(directory), "--project-dir", str(project), "--schema", "ods_bad"]
    assert main(command) == 0
    (directory / f"{AGENT}.csv").write_text(f"{','.join(COLUMNS)}\n2,2,2,2\n")
    (directory / "ods_sku.csv").write_text("sku_id\n")
    capsys.readouterr()
    assert main(command) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("error: ods_sku: ")
    assert loaded(spark, "ods_bad") == [("1", "1", "1", "1")]


def test_command_reports_rows_and_the_way_on(
    spark: SparkSession,
    project: Path,
    directory: Path,
    tables: list[OdsTable],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = directory / f"{AGENT}.csv"
    path.write_text(f"extra,{','.join(COLUMNS)}\n1,2,3,4,5\n", encoding="utf-8")
    options = ["--project-dir", str(project), "--schema", "ods_report"]
    assert main(["directory", str(directory), *options]) == 0
    note, *lines, way = capsys.readouterr().out.splitlines()
    assert note == f"note: {AGENT}: ignored column extra"
    rows = [f"ods_report.{table.name}: 1 rows" for table in tables]
    assert lines[: len(rows)] == rows
    assert lines[len(rows)] == (
        "warning: ods_customer_service_promo_activity: start_time is no time in 1 row, for example"
        " '1'; end_time is no time in 1 row, for example '1'; create_time is no time in 1 row, for"
        " example '1'; update_time is no time in 1 row, for example '1'"
    )
    assert lines[-1] == (
        "These rows are loaded as they are; the build rejects them, each with its reason."
    )
    where = Project(project, project / "profiles", None)
    assert way == f"Build on it: {way_on('ods_report', ['customer_service_promo'], where)}"
    switches = "customer_service_promo_ods: source, shared_ods: source"
    assert f"{switches}, ods_schema: ods_report" in way
    way = way_on("ods", ["customer_service_promo"], where)
    profiles = f"--profiles-dir {project / 'profiles'}"
    assert way == f"make build ODS=source   (or: dbt build {profiles} --vars '{{{switches}}}')"
    assert loaded(spark, "ods_report") == [("2", "3", "4", "5")]


def test_strict_loads_nothing_where_a_cell_cannot_be_used(
    spark: SparkSession, project: Path, directory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["directory", str(directory), "--project-dir", str(project), "--schema", "ods_strict"]
    assert main([*command, "--strict"]) == 2
    errors = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error")]
    assert "_activity: start_time is no time in 1 row, for example '1'; " in errors[0]
    assert not spark.catalog.tableExists(f"ods_strict.{AGENT}")
