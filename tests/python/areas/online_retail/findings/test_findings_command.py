"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command reads real tables, writes the page or one clear sentence, and the same tables give the
same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from ads_tables import PREFIX, TABLES, create, table_rows
from document_tables import changed, document_tables
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Workspace

from customer_value.areas.online_retail.findings import read_tables
from customer_value.areas.online_retail.findings.markdown_page import page
from customer_value.commands.findings import main
from customer_value.warehouse.connection import by_session

CLUSTERING = ("elbow", "cluster_profile")


@pytest.fixture
def run(workspace: Workspace, spark: SparkSession) -> Callable[..., int]:
    """Run the command against this run's warehouse."""

    def command(*arguments: str) -> int:
        return main(
            [
                *("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)),
                *("--target", "few_rows", *arguments),
            ]
        )

    return command


@contextmanager
def away(spark: SparkSession, schema: str, *tables: str) -> Iterator[None]:
    """Some tables are not there for a while."""
    for table in tables:
        name = f"{schema}_ads.{PREFIX}{table}"
        spark.sql(f"alter table {name} rename to {name}_away")
    try:
        yield
    finally:
        for table in tables:
            name = f"{schema}_ads.{PREFIX}{table}"
            spark.sql(f"drop table if exists {name}")
            spark.sql(f"alter table {name}_away rename to {name}")


def test_tables_are_read_as_they_were_written(spark: SparkSession, document_schema: str) -> None:
    assert read_tables(by_session(spark), document_schema) == document_tables()


def test_same_rows_same_bytes_in_whatever_order_they_lie(
    run: Callable[..., int],
    spark: SparkSession,
    document_schema: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    shuffled = ("line_class", "monthly_trend", "customer_stages", "cluster_profile")

    assert run("--schema", document_schema, "--output", str(first)) == 0
    with away(spark, document_schema, *shuffled):
        for table in shuffled:
            rows = table_rows(document_tables(), table)
            create(spark, document_schema, table, rows[::2] + rows[1::2])
        assert run("--schema", document_schema, "--output", str(second)) == 0
        capfd.readouterr()
        assert run("--schema", document_schema, "--output", "-") == 0

    assert first.read_bytes() == second.read_bytes() == page(document_tables()).encode("utf-8")
    assert capfd.readouterr().out == first.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.md", "second.md"]


def test_other_data_gives_other_verdicts(
    run: Callable[..., int], spark: SparkSession, document_schema: str, tmp_path: Path
) -> None:
    tables = changed(
        document_tables(), "super_orders", {"month_rank": 1}, undone_by_invoice_no="C1"
    )
    output = tmp_path / "page.md"
    with away(spark, document_schema, "super_orders"):
        create(spark, document_schema, "super_orders", table_rows(tables, "super_orders"))
        assert run("--schema", document_schema, "--output", str(output)) == 0

    (before,) = _rows(page(document_tables()), "M7")
    (after,) = _rows(output.read_text("utf-8"), "M7")
    assert before.endswith("| **成立**<br>holds |")
    assert after.endswith("| **不成立**<br>does not hold |")


@pytest.mark.parametrize("table", sorted({*TABLES, "customer_rfm"} - set(CLUSTERING)))
def test_a_missing_table_is_one_sentence(
    table: str,
    run: Callable[..., int],
    spark: SparkSession,
    document_schema: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = tmp_path / "page.md"
    output.write_text("old", encoding="utf-8")
    with away(spark, document_schema, table):
        assert run("--schema", document_schema, "--output", str(output)) == 2

    assert capsys.readouterr().err == (
        f"error: The table {document_schema}_ads.{PREFIX}{table} does not exist: build the"
        " warehouse first (make build), or name its schema with --schema.\n"
    )
    assert output.read_text("utf-8") == "old"


@pytest.mark.parametrize("table", ["monthly_trend", "customer_rfm", "elbow"])
def test_an_empty_table_is_one_sentence(
    table: str,
    run: Callable[..., int],
    spark: SparkSession,
    document_schema: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = f"{document_schema}_ads.{PREFIX}{table}"
    with away(spark, document_schema, table):
        spark.sql(f"create table {name} using parquet as select * from {name}_away where false")
        assert run("--schema", document_schema, "--output", str(tmp_path / "page.md")) == 2

    assert capsys.readouterr().err == (
        f"error: {name} has no row: load data and build again (make build).\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ("basis, invoice_month, units", "has no column order_count, units_per_order"),
        ("basis, invoice_month, order_count, units_per_order, int(null) units", "has no units in"),
    ],
)
def test_a_table_of_another_form_is_one_sentence(
    columns: str,
    sentence: str,
    run: Callable[..., int],
    spark: SparkSession,
    document_schema: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = f"{document_schema}_ads.{PREFIX}monthly_orders"
    with away(spark, document_schema, "monthly_orders"):
        spark.sql(f"create table {name} using parquet as select {columns} from {name}_away")
        assert run("--schema", document_schema, "--output", str(tmp_path / "page.md")) == 2

    error = capsys.readouterr().err
    assert error.startswith(f"error: {name} {sentence}") and error.count("\n") == 1


def test_a_build_with_sql_only_leaves_the_clusters_open(
    run: Callable[..., int], spark: SparkSession, document_schema: str, tmp_path: Path
) -> None:
    output = tmp_path / "page.md"
    with away(spark, document_schema, *CLUSTERING):
        assert run("--schema", document_schema, "--output", str(output)) == 0

    text = output.read_text("utf-8")
    assert text == page(replace(document_tables(), elbow=[], clusters=[]))
    clusters = [row for number in range(1, 12) for row in _rows(text, f"K{number}")]
    assert len(clusters) == 11
    assert all(row.endswith("| **未测**<br>not measured |") for row in clusters)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--schema", "a; drop table b"],
            "error: 'a; drop table b' cannot be the name of a schema: use letters, digits and _.",
        ),
        (
            ["--output", "no_such_folder/page.md"],
            "error: There is no folder {here}/no_such_folder: create it, or choose --output.",
        ),
    ],
)
def test_wrong_arguments_are_one_sentence(
    arguments: list[str],
    sentence: str,
    run: Callable[..., int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("--output", "page.md", *arguments) == 2

    assert capsys.readouterr().err == sentence.format(here=tmp_path) + "\n"
    assert list(tmp_path.iterdir()) == []


def _rows(text: str, number: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(f"| {number} |")]
