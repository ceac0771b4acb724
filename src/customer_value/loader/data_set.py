"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A published data set that an area can load although its files are no ODS tables.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from customer_value.loader.source_tables import OdsTable


@dataclass(frozen=True)
class DataSet:
    """One data set: the name of its sub-command and how its files become ODS files.

    add_arguments: adds what the sub-command needs to know. write: writes one file per ODS table of
    the area, and of the areas it needs, into a folder and returns notes to print; it raises
    LoadError where it cannot.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    write: Callable[[Namespace, Sequence[OdsTable], Path], Sequence[str]]
