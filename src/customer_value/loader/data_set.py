"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A published data set that can be loaded although its files are no ODS tables.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.read_table import ReadTable


@dataclass(frozen=True)
class DataSet:
    """One data set: the name of its sub-command and how its files become ODS tables.

    areas: whose tables it fills, the first of which is built on it; tables that it has nothing for
    are loaded without rows, so that no other people's rows meet its own. add_arguments: adds what
    the sub-command needs to know. read: reads the ODS tables of its areas, and of those that they
    need, into a folder; it raises Unusable or LoadError where it cannot. about: what one must know
    who loads it, printed after it. schema: what gets the tables where nobody names another. today:
    the raw table and column whose last day counts as today, where that is not the area's. settings:
    dbt vars that a build on it needs.
    """

    name: str
    help: str
    areas: tuple[str, ...]
    add_arguments: Callable[[ArgumentParser], None]
    read: Callable[[Namespace, Sequence[OdsTable], CellRules, Path], Sequence[ReadTable]]
    about: str = ""
    schema: str = "ods"
    today: tuple[str, str] | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
