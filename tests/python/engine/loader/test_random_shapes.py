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

from meant_values import RULES, SENDS, meant, meant_by
from shapes import Shape, good_rows
from torture import LONG

from customer_value.loader.find_files import files_of
from customer_value.loader.read_table import read_table
from customer_value.loader.unusable import Unusable

COUNT = int(os.environ.get("SHAPES", "5000" if LONG else "400"))


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
            assert meant_by(read.file) == meant(rows), (number, shape)
        shutil.rmtree(folder)
        shutil.rmtree(scratch)
    # a shape that hides the order of day and month must be refused, few others
    assert outcomes["read"] > 0.9 * COUNT, outcomes
