"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Finds the file or folder of every ODS table in a directory and checks all of them, so that Spark is
only started for files that it can load.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from customer_value.errors import LoadError
from customer_value.loader.inspect_file import (
    Content,
    Unusable,
    csv_content,
    excel_content,
    parquet_content,
)
from customer_value.loader.source_tables import OdsTable

_CHECKS: dict[str, Callable[[Path], Content]] = {
    ".csv": csv_content,
    ".parquet": parquet_content,
    ".xlsx": excel_content,
}


@dataclass(frozen=True)
class FoundTable:
    """The checked files of one ODS table; `columns` are those of the files, `rows` the rows of
    all of them.
    """

    table: OdsTable
    suffix: str
    paths: tuple[Path, ...]
    columns: tuple[str, ...]
    rows: int
    sheets: tuple[pd.DataFrame, ...] = field(default=(), compare=False)

    @property
    def ignored(self) -> list[str]:
        """Columns of the files that the ODS table does not have."""
        return [column for column in self.columns if column not in self.table.columns]


def find_tables(directory: Path, tables: Sequence[OdsTable]) -> list[FoundTable]:
    """One `<table>.csv`, `.parquet` or `.xlsx` (a file or a folder), or folder `<table>/`, for each
    table.

    Raises LoadError with one sentence per table that is missing or cannot be loaded.
    """
    if not directory.is_dir():
        raise LoadError(f"{directory} is not a folder.")
    found = []
    problems = []
    for table in tables:
        try:
            found.append(_find_table(directory, table))
        except Unusable as problem:
            problems.append(f"{table.name}: {problem}")
    if problems:
        raise LoadError("\n".join(problems))
    return found


def _find_table(directory: Path, table: OdsTable) -> FoundTable:
    names = [f"{table.name}{suffix}" for suffix in _CHECKS] + [table.name]
    places = [directory / name for name in names if (directory / name).exists()]
    if not places:
        raise Unusable(f"no file in {directory}; expected one of {', '.join(names)}/.")
    if len(places) > 1:
        several = " and ".join(place.name for place in places)
        raise Unusable(f"{several} both exist in {directory}; keep one of them.")
    paths = _files_of(places[0])
    suffix = paths[0].suffix.lower()
    contents = [_checked(path, suffix, table) for path in paths]
    for path, content in zip(paths, contents, strict=True):
        if content.form(table.columns) != contents[0].form(table.columns):
            raise Unusable(
                f"{paths[0].name} and {path.name} differ in the order or type of their columns;"
                " write them alike."
            )
    return FoundTable(
        table=table,
        suffix=suffix,
        paths=tuple(paths),
        columns=contents[0].columns,
        rows=sum(content.rows for content in contents),
        sheets=tuple(content.sheet for content in contents if content.sheet is not None),
    )


def _files_of(place: Path) -> list[Path]:
    """The file itself, or the visible files of a folder, which must all be of one kind."""
    if place.is_file():
        return [place]
    visible = sorted(path for path in place.iterdir() if path.name[0] not in "._")
    folders = [path.name for path in visible if path.is_dir()]
    if folders:
        raise Unusable(f"{place} holds the folder {folders[0]}; put the files directly into it.")
    kinds = {path.suffix.lower() for path in visible}
    if len(kinds) != 1 or not kinds <= set(_CHECKS):
        inside = ", ".join(sorted(path.name for path in visible)[:5]) or "nothing"
        raise Unusable(f"{place} must hold files of one kind (csv, parquet or xlsx), not {inside}.")
    return visible


def _checked(path: Path, suffix: str, table: OdsTable) -> Content:
    content = _CHECKS[suffix](path)
    missing = [column for column in table.columns if column not in content.columns]
    if missing:
        raise Unusable(
            f"{path} has no column {', '.join(missing)} (it has: {', '.join(content.columns)});"
            " add it, empty where the values are not known."
        )
    return content
