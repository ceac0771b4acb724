"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What staging will see in loaded rows: a word for nothing is none, numbers and times count
by their value.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
from shapes import Row
from workspace import REPOSITORY

from customer_value.loader.area_tables import OdsColumn, OdsTable, ods_tables
from customer_value.loader.cells.rules import CellRules

SENDS = next(
    table
    for table in ods_tables(REPOSITORY, "customer_service_promo")
    if table.name == "ods_customer_service_promo_send"
)
RULES = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))
Values = list[tuple[object, ...]]


def meant_by(file: Path, table: OdsTable = SENDS) -> Values:
    """The rows of a table that the loader wrote, in an order of their own."""
    return _sorted(pq.read_table(file).to_pylist(), table)


def meant(rows: Sequence[Row]) -> Values:
    """The sends that were to be read, in the same order."""
    return _sorted([{n: None if v is None else str(v) for n, v in r.items()} for r in rows], SENDS)


def _sorted(rows: Sequence[Row], table: OdsTable) -> Values:
    values = (tuple(_value(field, row[field.name]) for field in table.fields) for row in rows)

    return sorted(values, key=str)


def _value(field: OdsColumn, text: object) -> object:
    if text is None or RULES.is_missing(str(text)):
        return None
    plain = str(text).strip()
    if field.type == "timestamp":
        return plain.replace("T", " ")
    if field.type == "string" or not RULES.form(field.type).fullmatch(plain):
        return plain

    return Decimal(plain)
