"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Puts a list's files into a folder, so that each is whole and all that are there are of one export,
also after a run that was killed half-way.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from customer_value.errors import ListError
from customer_value.lists.read import CustomerList
from customer_value.lists.record import (
    Changes,
    Record,
    as_text,
    changes,
    read_record,
    record_of,
    without_others,
)
from customer_value.lists.safe_cells import csv_text
from customer_value.lists.workbook import MOST_ROWS, changed_rows, write_workbook

RECORD = ".last.json"
_UNFINISHED = ".new"
_FILE_NAME = re.compile(r"[\w ·（）()+-]+")


def prepare_folder(folder: Path) -> None:
    """Create the folder where it is not there, readable by its owner only.

    Raises ListError where nothing can be written into it.
    """
    probe = folder / f"writable{_UNFINISHED}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as problem:
        raise ListError(
            f"Nothing can be written into {folder} ({problem.strerror}): choose another folder with"
            " OUT=… (--output)."
        ) from None


def write_list(folder: Path, exported: CustomerList) -> tuple[Changes, list[Path]]:
    """Write a list as `<name>.csv` and `<name>.xlsx`, what changed since its last export as
    `<name>.changes.csv`, and the record that the next export compares with, which counts as the
    export: it comes last. A list that no sheet can hold gets no workbook.

    Returns what changed, and the files without the record. Raises ListError where the record of the
    last export cannot be read, and where the list's name cannot be that of a file.
    """
    table, changed_table, book, record = _files(folder, exported.row.list_name)
    changed = changes(read_record(record), exported)
    _write_csv(_new(table), list(exported.columns), exported.rows)
    _write_csv(_new(changed_table), ["change", next(iter(exported.columns))], changed_rows(changed))
    books = [book] if len(exported.rows) < MOST_ROWS else []
    for path in books:
        write_workbook(_new(path), exported, changed)
    _new(record).write_text(as_text(record_of(exported)), "utf-8")

    # never one file of this export beside another of the last
    written = [table, changed_table, *books]
    for path in (changed_table, book):
        path.unlink(missing_ok=True)
    for path in (*written, record):
        _new(path).replace(path)

    return changed, written


def forget_others(folder: Path, exported: CustomerList) -> list[Path]:
    """For a list that is not exported again: takes the ids of those who no longer agree, or asked
    to be erased, out of the record of its last export.

    Returns the files of that export that are still there. Raises ListError as write_list does.
    """
    *tables, path = _files(folder, exported.row.list_name)
    record = read_record(path)
    if record is not None:
        kept = without_others(record, exported.agreeing)
        if kept != record:
            _new(path).write_text(as_text(kept), "utf-8")
            _new(path).replace(path)

    return [table for table in tables if table.exists()]


def remove_unfinished(folder: Path) -> None:
    """Remove what a killed export left: people's ids in files that nobody looks for."""
    for path in folder.glob(f"*{_UNFINISHED}"):
        path.unlink()


def records_before(folder: Path, erasures: str | None) -> list[Record]:
    """The records in a folder of exports from before somebody asked to be erased."""
    records = (read_record(path) for path in sorted(folder.glob(f"*{RECORD}")))

    return [record for record in records if record is not None and record.erasures != erasures]


def _files(folder: Path, name: str) -> list[Path]:
    """The list, its changes, its workbook and its record."""
    if not _FILE_NAME.fullmatch(name):
        raise ListError(
            f"'{name}' cannot be the name of a file: use letters, digits, blanks, - and _ in the"
            " code of the rule or the name of the level."
        )

    return [folder / f"{name}{end}" for end in (".csv", ".changes.csv", ".xlsx", RECORD)]


def _new(path: Path) -> Path:
    return path.with_name(path.name + _UNFINISHED)


def _write_csv(path: Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """UTF-8 with the mark by which spreadsheets know it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([csv_text(value) for value in row] for row in rows)
