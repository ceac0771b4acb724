"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

UCI Online Retail and its second edition, as UCI and the well-known copies publish them.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.find_files import files_at
from customer_value.loader.progress import say_reading
from customer_value.loader.read_table import ReadTable, read_table


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="UCI's workbook or zip, a CSV or Parquet copy, or a folder of parts"
    )
    parser.add_argument(
        "--sheet", help="sheet of the workbook (default: all that have the columns)"
    )


def _read(
    arguments: Namespace, tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    (line,) = tables
    say_reading(arguments.file)

    return [read_table(line, files_at(arguments.file), rules, folder, arguments.sheet)]


ONLINE_RETAIL = DataSet(
    "online-retail",
    "the public data sets UCI Online Retail and Online Retail II",
    ("online_retail",),
    _add_arguments,
    _read,
)
