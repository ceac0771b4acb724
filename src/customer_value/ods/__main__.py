"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.ods`: registers files as the ODS tables of a subject area.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from py4j.protocol import Py4JError  # type: ignore[import-untyped]
from pyspark.errors import PySparkException

from customer_value.ods.complete_journey import CHOICES, write_complete_journey
from customer_value.ods.expected import LoadError, ods_tables
from customer_value.ods.found import FoundTable, find_tables
from customer_value.ods.registering import load_tables
from customer_value.sample.__main__ import add_plan_arguments, plan_from
from customer_value.sample.writing import write_sample
from customer_value.session import SessionError, find_project, open_session

PROMO = "customer_service_promo"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one loader; 0 when every table is in place, 2 when something was wrong and nothing
    changed.
    """
    arguments = _parser().parse_args(argv)
    try:
        project = (arguments.project_dir or find_project(Path.cwd())).resolve()
        profiles = (arguments.profiles_dir or project / "profiles").resolve()
        _prepare_and_load(arguments, project, profiles)
    except (LoadError, SessionError, ValueError, OSError) as problem:
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
    area = PROMO
    try:
        if arguments.loader == "directory":
            area, directory = arguments.area, arguments.directory.resolve()
        elif arguments.loader == "sample":
            write_sample(plan_from(arguments), work, "parquet", arguments.workers)
            directory = work / area
        else:
            directory = work / area
            directory.mkdir(parents=True)
            write_complete_journey(arguments.directory, directory, ods_tables(project, area))
            print(CHOICES)
        _load(arguments, project, profiles, area, directory)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _load(
    arguments: argparse.Namespace, project: Path, profiles: Path, area: str, directory: Path
) -> None:
    found = find_tables(directory, ods_tables(project, area))
    for table in found:
        if table.ignored:
            print(f"note: {table.table.name}: ignored column {', '.join(table.ignored)}")
    rows = load_tables(open_session(project, profiles, arguments.target), arguments.schema, found)
    _report(arguments.schema, area, found, rows)


def _report(schema: str, area: str, found: Sequence[FoundTable], rows: dict[str, int]) -> None:
    for table in found:
        print(f"{schema}.{table.table.name}: {rows[table.table.name]} rows")
    print(f"Build on it: {way_on(schema, area)}")


def way_on(schema: str, area: str) -> str:
    """The commands that build the warehouse on the loaded tables."""
    if schema == "ods":
        return f"make build ODS=source   (or: dbt build --vars '{area}_ods: source')"
    return f"dbt build --vars '{{{area}_ods: source, ods_schema: {schema}}}'"


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
    directory = loaders.add_parser(
        "directory", parents=[common], help="one CSV, Parquet or Excel file (or folder) per table"
    )
    directory.add_argument("directory", type=Path)
    directory.add_argument("--area", default=PROMO, help=f"subject area (default: {PROMO})")
    journey = loaders.add_parser(
        "complete-journey", parents=[common], help="the public data set The Complete Journey"
    )
    journey.add_argument("directory", type=Path)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
