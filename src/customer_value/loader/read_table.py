"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the files of one ODS table, of whatever formats, into one Parquet file of texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules, read_column
from customer_value.loader.faults import Fault, faults_of
from customer_value.loader.files.archives import unpacked
from customer_value.loader.files.content import Content
from customer_value.loader.files.parquet import read_parquet
from customer_value.loader.files.text import read_text
from customer_value.loader.files.true_kind import true_kind
from customer_value.loader.files.workbook import read_workbook
from customer_value.loader.find_files import PARQUET, TEXT, kind_of
from customer_value.loader.unusable import Unusable


@dataclass(frozen=True)
class ReadTable:
    """A table's rows as ODS gets them: a Parquet file of texts, or a folder of such files, how many
    rows it holds, notes on how it was read, and what of its cells cannot be used.
    """

    table: OdsTable
    file: Path
    rows: int
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_table(
    table: OdsTable,
    files: Sequence[Path],
    rules: CellRules,
    folder: Path,
    sheet: str | None = None,
) -> ReadTable:
    """All rows of the files; writes `<table>.parquet` and what archives hold into `folder`.

    Raises Unusable where a file cannot be read, or a column of them all can be read in two ways.
    """
    contents = [
        content
        for packed in files
        for file in unpacked(packed, folder / "unpacked" / table.name)
        for content in _contents_of_packed(packed, file, table, rules, sheet)
    ]
    columns, notes = {}, [note for content in contents for note in content.notes]
    has_serials = all(content.has_serials for content in contents)
    for column in table.fields:
        parts = [content.texts(column.name) for content in contents]
        texts = pa.chunked_array([chunk for part in parts for chunk in part.chunks], pa.string())
        read = read_column(column, texts, rules, has_serials)
        columns[column.name] = read.texts
        notes += read.notes
    ignored = list(dict.fromkeys(name for content in contents for name in content.ignored))
    if ignored:
        notes.insert(0, f"ignored column {', '.join(ignored)}")
    absent = [name for name in table.columns if any(name not in c.columns for c in contents)]
    if absent:
        notes.append(f"without {', '.join(absent)}, which may be absent")
    rows = pa.table(columns)
    target = folder / f"{table.name}.parquet"
    pq.write_table(rows, target)

    return ReadTable(
        table, target, rows.num_rows, tuple(notes), tuple(faults_of(table, rows, rules))
    )


def write_texts(table: OdsTable, rows: pd.DataFrame, folder: Path) -> ReadTable:
    """Rows that are texts already, as the table's Parquet file; columns they lack are empty."""
    schema = pa.schema([(column, pa.string()) for column in table.columns])
    texts = rows.reindex(columns=list(table.columns))
    target = folder / f"{table.name}.parquet"
    pq.write_table(pa.Table.from_pandas(texts, schema=schema, preserve_index=False), target)

    return ReadTable(table, target, len(texts))


def write_tables(
    rows: Mapping[str, pd.DataFrame], tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    """The tables that a data set is mapped to, by name, as their Parquet files, with what of their
    cells cannot be used. One that it has nothing for is without rows; an optional one is left out.
    """
    written = []
    for table in tables:
        if table.name in rows or not table.is_optional:
            read = write_texts(table, rows.get(table.name, pd.DataFrame()), folder)
            faults = faults_of(table, pq.read_table(read.file), rules)
            written.append(replace(read, faults=tuple(faults)))

    return written


def read_texts(table: OdsTable, place: Path) -> ReadTable:
    """A file or folder that this project itself wrote as texts: nothing about it has to be found
    out.
    """
    files = [place] if place.is_file() else sorted(place.glob("*.parquet"))

    return ReadTable(table, place, sum(pq.read_metadata(file).num_rows for file in files))


def _contents_of_packed(
    packed: Path, file: Path, table: OdsTable, rules: CellRules, sheet: str | None
) -> list[Content]:
    """The contents; messages name the file that people know."""
    try:
        return _contents(file, table, rules, sheet)
    except Unusable as problem:
        raise Unusable(str(problem).replace(str(file), str(packed))) from None


def _contents(file: Path, table: OdsTable, rules: CellRules, sheet: str | None) -> list[Content]:
    kind = kind_of(file)
    if not kind:
        raise Unusable(f"{file.name} in the archive is of no kind that can be read.")
    if sheet is not None and kind in (*TEXT, *PARQUET):
        raise Unusable(f"{file} is no workbook, so it has no sheet '{sheet}'; leave out --sheet.")
    kind, note = true_kind(file, kind)
    if kind in TEXT:
        contents = [read_text(file, table)]
    elif kind in PARQUET:
        contents = [read_parquet(file, table, rules.zone)]
    else:
        contents = read_workbook(file, table, sheet)
    if note:
        contents[0] = replace(contents[0], notes=(note, *contents[0].notes))

    return contents
