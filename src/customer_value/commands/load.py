"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.ods`: registers files as the ODS tables of a subject area.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from customer_value.areas import AREAS, Area
from customer_value.commands.common import Project, add_project_options, project_from, run
from customer_value.commands.sample import add_plan_options, write_areas
from customer_value.loader.data_set import DataSet
from customer_value.loader.discover import FoundTable, find_tables
from customer_value.loader.register import load_tables
from customer_value.loader.source_tables import OdsTable, ods_tables
from customer_value.warehouse.session import open_session

BUILD = {area.name: area.build for area in AREAS}
NEEDS = {area.name: area.needs for area in AREAS}


@dataclass(frozen=True)
class Prepared:
    """A folder with one file or folder per ODS table of some areas, and notes on how it came
    about.
    """

    areas: Sequence[str]
    directory: Path
    notes: Sequence[str] = ()


# from the options, the project's folder and a scratch folder
_Prepare = Callable[[argparse.Namespace, Path, Path], Iterator[Prepared]]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one loader; 0 when every table is in place, 2 when something was wrong and nothing
    changed.
    """
    return run(_prepare_and_load, _parser().parse_args(argv), "load the tables")


def way_on(schema: str, area: str) -> str:
    """The commands that build the warehouse on the loaded tables, those that the area needs too."""
    switches = ", ".join(f"{name}_ods: source" for name in _with_needed(area))
    if schema != "ods" or area not in BUILD:
        return f"dbt build --vars '{{{switches}, ods_schema: {schema}}}'"

    return f"{BUILD[area]}   (or: dbt build --vars '{{{switches}}}')"


def _prepare_and_load(arguments: argparse.Namespace) -> None:
    """Bring the input into the form of one file or folder per table, then load that."""
    project = project_from(arguments)
    work = project.folder / ".spark" / "loading"
    shutil.rmtree(work, ignore_errors=True)
    try:
        for prepared in arguments.prepare(arguments, project.folder, work):
            for note in prepared.notes:
                print(note)
            _load(arguments.schema, project, prepared)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _load(schema: str, project: Project, prepared: Prepared) -> None:
    found = find_tables(prepared.directory, _tables(project.folder, prepared.areas))
    for table in found:
        if table.ignored:
            print(f"note: {table.table.name}: ignored column {', '.join(table.ignored)}")
    session = open_session(project.folder, project.profiles, project.target)
    _report(schema, prepared.areas[0], found, load_tables(session, schema, found))


def _with_needed(area: str) -> tuple[str, ...]:
    return (area, *NEEDS.get(area, ()))


def _tables(project: Path, areas: Sequence[str]) -> list[OdsTable]:
    return [table for area in areas for table in ods_tables(project, area)]


def _report(schema: str, area: str, found: Sequence[FoundTable], rows: dict[str, int]) -> None:
    for table in found:
        print(f"{schema}.{table.table.name}: {rows[table.table.name]} rows")
    print(f"Build on it: {way_on(schema, area)}")


def _prepare_sample(arguments: argparse.Namespace, project: Path, work: Path) -> Iterator[Prepared]:
    for folder in write_areas(arguments, work, "parquet"):
        yield Prepared([folder.name], folder)


def _prepare_directory(
    arguments: argparse.Namespace, project: Path, work: Path
) -> Iterator[Prepared]:
    yield Prepared(_with_needed(arguments.area), arguments.directory.resolve())


def _prepare_data_set(area: Area, data_set: DataSet) -> _Prepare:
    def prepare(arguments: argparse.Namespace, project: Path, work: Path) -> Iterator[Prepared]:
        areas = _with_needed(area.name)
        work.mkdir(parents=True)
        yield Prepared(areas, work, data_set.write(arguments, _tables(project, areas), work))

    return prepare


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--schema", default="ods", help="schema that gets the tables (default: ods)"
    )
    add_project_options(common)
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.ods", description="Load files as ODS tables."
    )
    loaders = parser.add_subparsers(dest="loader", required=True)
    sample = loaders.add_parser("sample", parents=[common], help="a synthetic ODS of any size")
    add_plan_options(sample)
    sample.set_defaults(prepare=_prepare_sample)
    directory = loaders.add_parser(
        "directory", parents=[common], help="one CSV, Parquet or Excel file (or folder) per table"
    )
    directory.add_argument("directory", type=Path)
    first = AREAS[0].name
    directory.add_argument("--area", default=first, help=f"subject area (default: {first})")
    directory.set_defaults(prepare=_prepare_directory)
    for area in AREAS:
        for data_set in area.data_sets:
            loader = loaders.add_parser(data_set.name, parents=[common], help=data_set.help)
            data_set.add_arguments(loader)
            loader.set_defaults(prepare=_prepare_data_set(area, data_set))

    return parser


if __name__ == "__main__":
    raise SystemExit(main())
