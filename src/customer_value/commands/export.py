"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command behind `make export`: writes a list of customers as files that people act on.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from customer_value.areas import AREAS
from customer_value.commands.common import (
    add_ads_schema_option,
    add_project_options,
    project_from,
    run,
)
from customer_value.errors import ListError
from customer_value.lists.area_lists import AreaLists
from customer_value.lists.read import CatalogueRow, CustomerList, read_catalogue, read_list
from customer_value.lists.record import Changes
from customer_value.lists.write import (
    forget_others,
    prepare_folder,
    records_before,
    remove_unfinished,
    write_list,
)
from customer_value.warehouse.connection import connected
from customer_value.warehouse.row_reader import Schema, ads_schema

FOLDER = "exports"


def main(argv: Sequence[str] | None = None) -> int:
    """Write a list; 0 when it is written, 2 when it was refused or something was wrong."""
    return run(_export, _parser().parse_args(argv), "read the tables")


def _export(arguments: argparse.Namespace) -> None:
    project = project_from(arguments)
    # Opening the session changes the working folder, and a given path is relative to this one.
    folder = (arguments.output or project.folder / FOLDER).absolute()
    prepare_folder(folder)
    remove_unfinished(folder)
    with connected(project.folder, project.profiles, project.target) as query:
        source = ads_schema(query, arguments.schema)
        lists, row = _asked(source, arguments.list)
        exported = read_list(query, source, lists, row)
    _refuse_few(folder, exported)
    changed, files = write_list(folder, exported)
    for path in files:
        print(f"wrote {path}")
    print(f"{row.title} / {row.title_english}, {exported.release.as_of_date}: {_size(exported)}")
    print(_said(changed))
    for record in records_before(folder, exported.release.erasures):
        print(
            f"note: {record.list_name} in {folder} was exported before somebody asked to be erased:"
            " export it again, or remove its files."
        )


def _asked(source: Schema, name: str | None) -> tuple[AreaLists, CatalogueRow]:
    catalogues = [(area.lists, read_catalogue(source, area.lists)) for area in AREAS if area.lists]
    known = {row.list_name: (lists, row) for lists, rows in catalogues for row in rows}
    if name in known:
        return known[name]
    missing = f"There is no list '{name}'" if name else "Name a list: make export LIST=…"

    raise ListError(f"{missing}. The lists are: {', '.join(known)}.")


def _refuse_few(folder: Path, exported: CustomerList) -> None:
    """Raises ListError for a list whose people could be recognised, or without anybody."""
    row, count = exported.row, len(exported.customers)
    if count >= max(row.min_customer_count, 1):
        return
    stale = forget_others(folder, exported)
    on = f"{row.list_name} on {exported.release.as_of_date}"
    if count == 0:
        why = f"Nobody who agrees to be on lists is on {on}: there is nothing to export."
    else:
        why = (
            f"{_people(count)} on {on}: lists of fewer than {row.min_customer_count} are not"
            " exported, as so few people are easily recognised. Choose a larger list."
        )
    left = f"\nStill there from the last export, and no longer true: {', '.join(map(str, stale))}."

    raise ListError(why + (left if stale else ""))


def _size(exported: CustomerList) -> str:
    rows = len(exported.rows)

    return f"{_people(len(exported.customers))}, {rows:,} row{'s' * (rows != 1)}"


def _people(count: int) -> str:
    return f"{count:,} customer{'s' * (count != 1)}"


def _said(changed: Changes) -> str:
    if changed.since is None:
        return "The first export of this list: nothing to compare with."
    gone = f" and {changed.gone:,} who no longer agree or were erased" if changed.gone else ""

    return (
        f"Since the last export ({changed.since.as_of_date}): {len(changed.entered):,} entered,"
        f" {len(changed.left):,} left{gone}."
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.commands.export",
        description="Write a list of customers who agree to be on lists, as CSV and as a workbook.",
    )
    parser.add_argument("list", nargs="?", help="name of the list; without it they are named")
    add_ads_schema_option(parser)
    parser.add_argument("--output", type=Path, help=f"folder; default: {FOLDER}/ in the project")
    add_project_options(parser)

    return parser


if __name__ == "__main__":
    raise SystemExit(main())
