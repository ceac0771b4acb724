"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.ods`: registers files as the ODS tables of a subject area.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from customer_value.areas import AREAS, DATA_SETS, Area, DataSet
from customer_value.commands.common import Project, add_project_options, project_from, run
from customer_value.commands.sample import add_plan_options, write_areas
from customer_value.commands.way_on import BY_NAME, absent_tables, way_on, with_needed
from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsTable, ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.last_day import last_day
from customer_value.loader.read_directory import read_directory
from customer_value.loader.read_table import ReadTable, read_texts
from customer_value.loader.register import load_tables
from customer_value.loader.unusable import Unusable
from customer_value.warehouse.session import open_session


@dataclass(frozen=True)
class Prepared:
    """The tables of some areas, read, what to say of them all, and the names of optional tables
    of the areas themselves that are not there. What areas share stays as another load has left it:
    the list of erased people must not go because files of one area lack it.

    areas: the first is what is built on them. today: the raw table and column whose last day counts
    as today. settings: dbt vars that a build needs. is_apart: whether they are in a schema of their
    own, and what is built of them has to be as well. may_lack: whether a table without rows is one
    that the source does not have, which the build has to be told.
    """

    areas: Sequence[str]
    tables: Sequence[ReadTable]
    about: str = ""
    absent: Sequence[str] = ()
    today: tuple[str, str] | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    is_apart: bool = False
    may_lack: bool = False


# from the options, the project's folder and a scratch folder
_Prepare = Callable[[argparse.Namespace, Path, Path], Iterator[Prepared]]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one loader; 0 when every table is in place, 2 when something was wrong and nothing
    changed.
    """
    return run(_prepare_and_load, _parser().parse_args(argv), "load the tables")


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
    lacks = absent_tables([read.table for read in prepared.tables], rows)
    settings = {**prepared.settings, **(lacks if prepared.may_lack else {})}
    way = way_on(arguments.schema, prepared.areas, project, today, settings, prepared.is_apart)
    print(f"Build on it: {way}")


def _today(prepared: Prepared) -> str | None:
    """The last day of what was loaded, where the area's metrics look back from one."""
    area = BY_NAME.get(prepared.areas[0])
    today = prepared.today or (area.today if area else None)

    return last_day(prepared.tables, *today) if today else None


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
    areas = with_needed([arguments.area])
    tables, rules = _tables(project, areas), _rules(project, arguments.area)
    read = read_directory(arguments.directory.resolve(), tables, rules, work)
    yield Prepared([arguments.area], read, absent=_absent(project, [arguments.area], read))


def _prepare_data_set(data_set: DataSet) -> _Prepare:
    def prepare(arguments: argparse.Namespace, project: Path, work: Path) -> Iterator[Prepared]:
        tables = _tables(project, with_needed(data_set.areas))
        rules = _rules(project, data_set.areas[0])
        try:
            read = data_set.read(arguments, tables, rules, work)
        except Unusable as problem:
            raise LoadError(str(problem)) from None
        yield Prepared(
            data_set.areas,
            read,
            data_set.about,
            _absent(project, data_set.areas, read),
            data_set.today,
            data_set.settings,
            is_apart=data_set.schema != "ods",
            may_lack=True,
        )

    return prepare


def _absent(project: Path, areas: Sequence[str], read: Sequence[ReadTable]) -> list[str]:
    """The tables of the areas themselves that were not read."""
    names = {one.table.name for one in read}

    return [table.name for table in _tables(project, areas) if table.name not in names]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.ods", description="Load files as ODS tables."
    )
    loaders = parser.add_subparsers(dest="loader", required=True)
    sample = loaders.add_parser("sample", parents=[_common()], help="a synthetic ODS of any size")
    add_plan_options(sample)
    sample.set_defaults(prepare=_prepare_sample)
    directory = loaders.add_parser(
        "directory", parents=[_common()], help="one file or folder per table, of any usual format"
    )
    directory.add_argument("directory", type=Path)
    first = AREAS[0].name
    directory.add_argument("--area", default=first, help=f"subject area (default: {first})")
    directory.set_defaults(prepare=_prepare_directory)
    for data_set in DATA_SETS:
        loader = loaders.add_parser(
            data_set.name, parents=[_common(data_set.schema)], help=data_set.help
        )
        data_set.add_arguments(loader)
        loader.set_defaults(prepare=_prepare_data_set(data_set))

    return parser


def _common(schema: str = "ods") -> argparse.ArgumentParser:
    """The options of all loaders, and the schema where nobody names one."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--schema", default=schema, help=f"schema that gets the tables (default: {schema})"
    )
    common.add_argument(
        "--strict", action="store_true", help="load nothing where a cell cannot be used"
    )
    add_project_options(common)

    return common


if __name__ == "__main__":
    raise SystemExit(main())
