"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.ods`: registers files as the ODS tables of a subject area.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from py4j.protocol import Py4JError  # type: ignore[import-untyped]
from pyspark.errors import PySparkException

from customer_value.errors import CommandError
from customer_value.ods.complete_journey import CHOICES, write_complete_journey
from customer_value.ods.expected import ods_tables
from customer_value.ods.found import FoundTable, find_tables
from customer_value.ods.online_retail.writing import write_online_retail
from customer_value.ods.registering import load_tables
from customer_value.sample.__main__ import add_plan_arguments, plan_from
from customer_value.sample.writing import write_sample
from customer_value.session import find_project, open_session

PROMO = "customer_service_promo"
ONLINE_RETAIL = "online_retail"


@dataclass(frozen=True)
class Prepared:
    """A folder with one file or folder per ODS table of an area, and notes on how it came about."""

    area: str
    directory: Path
    notes: Sequence[str] = ()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one loader; 0 when every table is in place, 2 when something was wrong and nothing
    changed.
    """
    arguments = _parser().parse_args(argv)
    try:
        project = (arguments.project_dir or find_project(Path.cwd())).resolve()
        profiles = (arguments.profiles_dir or project / "profiles").resolve()
        _prepare_and_load(arguments, project, profiles)
    except (CommandError, ValueError, OSError) as problem:
        for sentence in str(problem).splitlines():
            print(f"error: {sentence}", file=sys.stderr)
        return 2
    except (PySparkException, Py4JError) as problem:
        print(
            f"error: Spark could not load the tables: {str(problem).splitlines()[0]}",
            file=sys.stderr,
        )
        return 2
    return 0


def _prepare_and_load(arguments: argparse.Namespace, project: Path, profiles: Path) -> None:
    """Bring the input into the form of one file or folder per table, then load that."""
    work = project / ".spark" / "loading"
    shutil.rmtree(work, ignore_errors=True)
    try:
        for prepared in arguments.prepare(arguments, project, work):
            for note in prepared.notes:
                print(note)
            _load(arguments, project, profiles, prepared)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _prepare_sample(arguments: argparse.Namespace, project: Path, work: Path) -> list[Prepared]:
    folders = write_sample(plan_from(arguments), work, "parquet", arguments.workers)
    return [Prepared(folder.name, folder) for folder in folders]


def _prepare_directory(arguments: argparse.Namespace, project: Path, work: Path) -> list[Prepared]:
    return [Prepared(arguments.area, arguments.directory.resolve())]


def _prepare_complete_journey(
    arguments: argparse.Namespace, project: Path, work: Path
) -> list[Prepared]:
    work.mkdir(parents=True)
    write_complete_journey(arguments.directory, work, ods_tables(project, PROMO))
    return [Prepared(PROMO, work, [CHOICES])]


def _prepare_online_retail(
    arguments: argparse.Namespace, project: Path, work: Path
) -> list[Prepared]:
    (line,) = ods_tables(project, ONLINE_RETAIL)
    work.mkdir(parents=True)
    notes = write_online_retail(arguments.file, work, line, arguments.sheet)
    return [Prepared(ONLINE_RETAIL, work, [f"note: {note}" for note in notes])]


def _load(arguments: argparse.Namespace, project: Path, profiles: Path, prepared: Prepared) -> None:
    found = find_tables(prepared.directory, ods_tables(project, prepared.area))
    for table in found:
        if table.ignored:
            print(f"note: {table.table.name}: ignored column {', '.join(table.ignored)}")
    rows = load_tables(open_session(project, profiles, arguments.target), arguments.schema, found)
    _report(arguments.schema, prepared.area, found, rows)


def _report(schema: str, area: str, found: Sequence[FoundTable], rows: dict[str, int]) -> None:
    for table in found:
        print(f"{schema}.{table.table.name}: {rows[table.table.name]} rows")
    print(f"Build on it: {way_on(schema, area)}")


def way_on(schema: str, area: str) -> str:
    """The commands that build the warehouse on the loaded tables."""
    if schema != "ods":
        return f"dbt build --vars '{{{area}_ods: source, ods_schema: {schema}}}'"
    make = "make build ODS=source" if area == PROMO else "make build"
    return f"{make}   (or: dbt build --vars '{area}_ods: source')"


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--schema", default="ods", help="schema that gets the tables (default: ods)"
    )
    common.add_argument(
        "--project-dir", type=Path, help="default: the nearest dbt_project.yml above"
    )
    common.add_argument("--profiles-dir", type=Path, help="default: profiles/ in the project")
    common.add_argument("--target", help="target of the dbt profile (default: the profile's own)")
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.ods", description="Load files as ODS tables."
    )
    loaders = parser.add_subparsers(dest="loader", required=True)
    sample = loaders.add_parser("sample", parents=[common], help="a synthetic ODS of any size")
    add_plan_arguments(sample)
    sample.set_defaults(prepare=_prepare_sample)
    directory = loaders.add_parser(
        "directory", parents=[common], help="one CSV, Parquet or Excel file (or folder) per table"
    )
    directory.add_argument("directory", type=Path)
    directory.add_argument("--area", default=PROMO, help=f"subject area (default: {PROMO})")
    directory.set_defaults(prepare=_prepare_directory)
    journey = loaders.add_parser(
        "complete-journey", parents=[common], help="the public data set The Complete Journey"
    )
    journey.add_argument("directory", type=Path)
    journey.set_defaults(prepare=_prepare_complete_journey)
    retail = loaders.add_parser(
        "online-retail", parents=[common], help="the public data set UCI Online Retail"
    )
    retail.add_argument("file", type=Path, help="the workbook of UCI, or a CSV or Parquet copy")
    retail.add_argument("--sheet", help="sheet of the workbook (default: the one that fits)")
    retail.set_defaults(prepare=_prepare_online_retail)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
