"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The same rows in random shapes are read as the same rows, or refused in a sentence: never as others.
`make torture` tries 5,000.
"""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
from shapes import Row, Shape, good_rows
from workspace import REPOSITORY

from customer_value.loader.area_tables import ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.find_files import files_of
from customer_value.loader.read_table import read_table
from customer_value.loader.unusable import Unusable

COUNT = int(os.environ.get("SHAPES", "5000" if os.environ.get("TORTURE") == "long" else "400"))
SENDS = next(
    table
    for table in ods_tables(REPOSITORY, "customer_service_promo")
    if table.name == "ods_customer_service_promo_send"
)
RULES = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))


def test_every_shape_gives_the_rows_or_a_sentence(tmp_path: Path) -> None:
    draw = random.Random(19)
    outcomes: Counter[str] = Counter()
    for number in range(COUNT):
        shape, rows = Shape.draw(draw), good_rows(draw, 40)
        folder, scratch = tmp_path / "files", tmp_path / "scratch"
        folder.mkdir()
        scratch.mkdir()
        shape.write(folder, SENDS, rows)
        try:
            read = read_table(SENDS, files_of(folder, SENDS.name), RULES, scratch)
        except Unusable as refused:
            outcomes["refused"] += 1
            assert str(refused).count("\n") == 0 and len(str(refused)) > 40, shape
        else:
            outcomes["read"] += 1
            assert not read.faults, (number, shape, read.faults)
            assert _values(scratch, read.file) == _expected(rows), (number, shape)
        shutil.rmtree(folder)
        shutil.rmtree(scratch)
    # a shape that hides the order of day and month must be refused, few others
    assert outcomes["read"] > 0.9 * COUNT, outcomes


def _values(folder: Path, file: Path) -> list[tuple[object, ...]]:
    """What staging will see: a word for nothing is none, numbers and times by their value."""
    rows = pq.read_table(file).to_pylist()
    return sorted(
        (tuple(_value(name, row[name]) for name in SENDS.columns) for row in rows), key=str
    )


def _expected(rows: list[Row]) -> list[tuple[object, ...]]:
    return sorted(
        (
            tuple(
                None if row[name] is None else _value(name, str(row[name]))
                for name in SENDS.columns
            )
            for row in rows
        ),
        key=str,
    )


def _value(name: str, text: str | None) -> object:
    if text is None or RULES.is_missing(text):
        return None
    if name in ("promo_amount", "valid_hours"):
        return float(text) if text.replace(".", "").replace("-", "").isdigit() else text

    return text.strip().replace("T", " ") if name == "send_time" else text.strip()
