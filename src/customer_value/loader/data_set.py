"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A published data set that an area can load although its files are no ODS tables.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.read_table import ReadTable


@dataclass(frozen=True)
class DataSet:
    """One data set: the name of its sub-command and how its files become ODS tables.

    add_arguments: adds what the sub-command needs to know. read: reads the ODS tables of the area,
    and of the areas it needs, into a folder; it raises Unusable where it cannot. about: what one
    must know who loads it, printed after it.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    read: Callable[[Namespace, Sequence[OdsTable], CellRules, Path], Sequence[ReadTable]]
    about: str = ""
