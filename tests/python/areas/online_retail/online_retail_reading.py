"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the loader reads from a file of Online Retail, without the Spark that would register it.
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
from online_retail_files import Line
from workspace import REPOSITORY

from customer_value.areas.online_retail import AREA
from customer_value.areas.online_retail.load import ONLINE_RETAIL
from customer_value.loader.area_tables import ods_tables
from customer_value.loader.cells.rules import CellRules


def read_lines(path: Path, sheet: str | None = None) -> tuple[Counter[Line], list[str], list[str]]:
    """The rows of the ODS table, each as often as it is there, and the notes and faults."""
    tables = ods_tables(REPOSITORY, AREA.name)
    rules = CellRules(REPOSITORY, ZoneInfo(AREA.time_zone))
    with TemporaryDirectory() as folder:
        arguments = Namespace(file=path, sheet=sheet)
        (read,) = ONLINE_RETAIL.read(arguments, tables, rules, Path(folder))
        rows = pq.read_table(read.file).to_pylist()

    return (
        Counter(tuple(row.values()) for row in rows),
        list(read.notes),
        [str(fault) for fault in read.faults],
    )
