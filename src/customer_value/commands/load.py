"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.ods`: registers files as the ODS tables of a subject area.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from customer_value.areas import AREAS, Area
from customer_value.commands.common import Project, add_project_options, project_from, run
from customer_value.commands.sample import add_plan_options, write_areas
from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsTable, ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.last_day import last_day
from customer_value.loader.read_directory import read_directory
from customer_value.loader.read_table import ReadTable, read_texts
from customer_value.loader.register import load_tables
from customer_value.loader.unusable import Unusable
from customer_value.warehouse.session import open_session

BY_NAME = {area.name: area for area in AREAS}


@dataclass(frozen=True)
class Prepared:
    """The tables of some areas, read, what to say of them all, and the names of optional tables
    of the area itself that are not there. What areas share stays as another load has left it: the
    list of erased people must not go because files of one area lack it.
    """

    areas: Sequence[str]
    tables: Sequence[ReadTable]
    about: str = ""
    absent: Sequence[str] = ()


# from the options, the project's folder and a scratch folder
_Prepare = Callable[[argparse.Namespace, Path, Path], Iterator[Prepared]]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one loader; 0 when every table is in place, 2 when something was wrong and nothing
    changed.
    """
    return run(_prepare_and_load, _parser().parse_args(argv), "load the tables")


def way_on(schema: str, area: str, project: Project, today: str | None = None) -> str:
    """The commands that build the warehouse on the loaded tables, those that the area needs too.

    today: the day that counts as today, where the area needs one.
    """
    settings = [f"{name}_ods: source" for name in _with_needed(area)]
    settings += [f"as_of_date: {today}"] if today else []
    profiles = f" --profiles-dir {shlex.quote(str(project.profiles))}"
    if schema != "ods" or area not in BY_NAME:
        settings.append(f"ods_schema: {schema}")
        return f"dbt build{profiles} --vars '{{{', '.join(settings)}}}'"

    make = f"AS_OF_DATE={today} {BY_NAME[area].build}" if today else BY_NAME[area].build
    return f"{make}   (or: dbt build{profiles} --vars '{{{', '.join(settings)}}}')"


def _prepare_and_load(arguments: argparse.Namespace) -> None:
    """Read everything first, then load it, so that nothing changes where something is wrong."""
    project = project_from(arguments)
    work = project.folder / ".spark" / "loading"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        for prepared in arguments.prepare(arguments, project.folder, work):
            _load(arguments, project, prepared)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _load(arguments: argparse.Namespace, project: Project, prepared: Prepared) -> None:
    for read in prepared.tables:
        for note in read.notes:
            print(f"note: {read.table.name}: {note}")
    if prepared.absent:
        print(f"note: optional and without a file: {', '.join(prepared.absent)}")
    faults = [
        f"{read.table.name}: {'; '.join(map(str, read.faults))}"
        for read in prepared.tables
        if read.faults
    ]
    if faults and arguments.strict:
        raise LoadError("\n".join(faults))
    session = open_session(project.folder, project.profiles, project.target)
    rows = load_tables(session, arguments.schema, prepared.tables, prepared.absent)
    for name, count in rows.items():
        print(f"{arguments.schema}.{name}: {count:,} rows")
    for fault in faults:
        print(f"warning: {fault}")
    if faults:
        print("These rows are loaded as they are; the build rejects them, each with its reason.")
    if prepared.about:
        print(prepared.about)
    today = _today(prepared)
    if today:
        print(f"Last day in the files: {today}. It is to count as today (AS_OF_DATE).")
    print(f"Build on it: {way_on(arguments.schema, prepared.areas[0], project, today)}")


def _today(prepared: Prepared) -> str | None:
    """The last day of what was loaded, where the area's metrics look back from one."""
    area = BY_NAME.get(prepared.areas[0])

    return last_day(prepared.tables, *area.today) if area and area.today else None


def _with_needed(area: str) -> tuple[str, ...]:
    return (area, *(BY_NAME[area].needs if area in BY_NAME else ()))


def _tables(project: Path, areas: Sequence[str]) -> list[OdsTable]:
    return [table for area in areas for table in ods_tables(project, area)]


def _rules(project: Path, area: str) -> CellRules:
    zone = BY_NAME[area].time_zone if area in BY_NAME else Area.time_zone

    return CellRules(project, ZoneInfo(zone))


def _prepare_sample(arguments: argparse.Namespace, project: Path, work: Path) -> Iterator[Prepared]:
    for folder in write_areas(arguments, work, "parquet"):
        tables = ods_tables(project, folder.name)
        yield Prepared([folder.name], [read_texts(table, folder / table.name) for table in tables])


def _prepare_directory(
    arguments: argparse.Namespace, project: Path, work: Path
) -> Iterator[Prepared]:
    areas = _with_needed(arguments.area)
    tables, rules = _tables(project, areas), _rules(project, arguments.area)
    read = read_directory(arguments.directory.resolve(), tables, rules, work)
    names = {one.table.name for one in read}
    own = _tables(project, areas[:1])
    yield Prepared(areas, read, absent=[t.name for t in own if t.name not in names])


def _prepare_data_set(area: Area, data_set: DataSet) -> _Prepare:
    def prepare(arguments: argparse.Namespace, project: Path, work: Path) -> Iterator[Prepared]:
        areas = _with_needed(area.name)
        tables, rules = _tables(project, areas), _rules(project, area.name)
        try:
            read = data_set.read(arguments, tables, rules, work)
        except Unusable as problem:
            raise LoadError(str(problem)) from None
        yield Prepared(areas, read, data_set.about)

    return prepare


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--schema", default="ods", help="schema that gets the tables (default: ods)"
    )
    common.add_argument(
        "--strict", action="store_true", help="load nothing where a cell cannot be used"
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
        "directory", parents=[common], help="one file or folder per table, of any usual format"
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
