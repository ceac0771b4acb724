"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads one file or folder per ODS table from a directory, all of them before any is loaded.
"""

from collections.abc import Sequence
from pathlib import Path

from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.find_files import files_of
from customer_value.loader.progress import say_reading
from customer_value.loader.read_table import ReadTable, read_table
from customer_value.loader.unusable import Unusable


def read_directory(
    directory: Path, tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    """Every table of a directory, as Parquet files in `folder`; of optional tables those that are
    there.

    Raises LoadError with one sentence per table that is missing or cannot be read.
    """
    if not directory.is_dir():
        raise LoadError(f"{directory} is not a folder.")
    read, names = [], [table.name for table in tables]
    problems = []
    for table in tables:
        say_reading(table.name)
        try:
            files = files_of(directory, table.name, names, table.is_optional)
            if files:
                read.append(read_table(table, files, rules, folder))
        except Unusable as problem:
            problems.append(f"{table.name}: {problem}")
        except OSError as problem:
            problems.append(
                f"{table.name}: {problem.filename} cannot be read ({problem.strerror})."
            )
    if problems:
        raise LoadError("\n".join(problems))

    return read
