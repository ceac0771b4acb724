"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the tables of a data set whose files are no ODS tables, under any name that a publication
gives them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsColumn, OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.find_files import files_of
from customer_value.loader.read_table import ReadTable, read_table
from customer_value.loader.unusable import Unusable


@dataclass(frozen=True)
class PublishedTable:
    """A table: the name of its file, its columns in the words of `ods_columns`, other names of the
    file, whether a publication may lack it, and the order of its columns where text files come
    without a header.
    """

    name: str
    columns: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    is_optional: bool = False
    by_place: tuple[str, ...] = ()

    @property
    def table(self) -> OdsTable:
        """What the loader reads it as."""
        fields = (OdsColumn.from_words(name, words, ()) for name, words in self.columns.items())

        return OdsTable(self.name, tuple(fields), self.is_optional, self.by_place)


# makes the rows of a table what they mean; it raises Unusable where they cannot be used
Repair = Callable[[PublishedTable, ReadTable, pd.DataFrame], pd.DataFrame]


def read_published(
    source: Path,
    tables: Sequence[PublishedTable],
    rules: CellRules,
    folder: Path,
    repair: Repair | None = None,
) -> dict[str, pd.DataFrame]:
    """The tables of a folder by name, all columns texts, None where a value is missing; optional
    tables that are not there are left out.

    Raises LoadError with one sentence per table that is missing or cannot be read.
    """
    inputs, problems = {}, []
    for table in tables:
        try:
            files = _files(source, table)
            if files:
                read = read_table(table.table, files, rules, folder)
                rows = rows_of(read, rules)
                inputs[table.name] = repair(table, read, rows) if repair else rows
        except Unusable as problem:
            problems.append(f"{table.name}: {problem}")
    if problems:
        raise LoadError("\n".join(problems))

    return inputs


def rows_of(read: ReadTable, rules: CellRules) -> pd.DataFrame:
    """The rows of a table that was read, all columns texts, None where a value is missing."""
    rows = pq.read_table(read.file).to_pandas()
    for column in rows.columns:
        rows[column] = rewritten(rows[column], rules.is_missing, lambda _: None)

    return rows


def rewritten(
    texts: pd.Series, is_meant: Callable[[str], object], write: Callable[[str], str | None]
) -> pd.Series:
    """The texts, of which those that are meant are written in another way."""
    new = {text: write(text) for text in texts.dropna().unique() if is_meant(text)}

    return texts.map(lambda text: new.get(text, text)) if new else texts


def _files(source: Path, table: PublishedTable) -> list[Path]:
    """Under the table's own name or another one; what is wrong is said of its own."""
    try:
        own = files_of(source, table.name, is_optional=table.is_optional)
    except Unusable as problem:
        for alias in table.aliases:
            try:
                return files_of(source, alias)
            except Unusable:
                continue
        raise problem from None
    for alias in table.aliases if not own else ():
        own = own or files_of(source, alias, is_optional=True)

    return own
