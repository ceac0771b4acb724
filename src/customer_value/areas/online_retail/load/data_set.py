"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

UCI Online Retail as a data set of the loader.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from customer_value.areas.online_retail.load.convert import write_online_retail
from customer_value.loader.data_set import DataSet
from customer_value.loader.source_tables import OdsTable


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the workbook of UCI, or a CSV or Parquet copy")
    parser.add_argument("--sheet", help="sheet of the workbook (default: the one that fits)")


def _write(arguments: Namespace, tables: Sequence[OdsTable], folder: Path) -> Sequence[str]:
    (line,) = tables
    notes = write_online_retail(arguments.file, folder, line, arguments.sheet)

    return [f"note: {note}" for note in notes]


ONLINE_RETAIL = DataSet(
    "online-retail", "the public data set UCI Online Retail", _add_arguments, _write
)
