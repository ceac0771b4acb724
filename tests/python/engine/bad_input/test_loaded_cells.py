"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every text of the lists through the loader, from CSV and from Parquet: ODS holds it as the file
does.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from awkward_cells import CELLS
from injections import INJECTIONS
from loader_fixtures import Read, read
from pyspark.sql import SparkSession
from raw_tables import AGENT
from workspace import REPOSITORY

from customer_value.loader.area_tables import ods_tables
from customer_value.loader.register import load_tables

__all__ = ["read"]


def is_text(text: object) -> bool:
    """Whether a file in UTF-8 can hold it; Python 3.10 reads no CSV file with a NUL."""
    return (
        isinstance(text, str)
        and text != ""
        and "\0" not in text
        and not any("\ud800" <= c <= "\udfff" for c in text)
    )


TEXTS = sorted({text for text in (*INJECTIONS, *(cell.text for cell in CELLS)) if is_text(text)})


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_every_text_arrives(kind: str, spark: SparkSession, read: Read, tmp_path: Path) -> None:
    (agent,) = (t for t in ods_tables(REPOSITORY, "shared") if t.name == AGENT)
    records = [(str(place), text, "1", text) for place, text in enumerate(TEXTS)]
    path = tmp_path / f"{AGENT}.{kind}"
    if kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([agent.columns, *records])
    else:
        values = zip(agent.columns, zip(*records, strict=True), strict=True)
        pq.write_table(pa.table({name: list(texts) for name, texts in values}), path)

    rows = load_tables(spark, f"cells_from_{kind}", read(tmp_path, [agent]))

    loaded = spark.table(f"cells_from_{kind}.{AGENT}")
    assert rows == {AGENT: len(TEXTS)}
    assert sorted((tuple(row) for row in loaded.collect()), key=lambda row: int(row[0])) == records
