"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Where words are still to be found: in the rows of tables, and in any file of a folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from workspace import tables_in


def tables_with(spark: SparkSession, schemas: Iterable[str], words: Sequence[str]) -> Iterator[str]:
    """The tables and views of the schemas that have one of the words in any column."""
    condition = " or ".join(f"contains(text, '{word}')" for word in words)
    for schema in schemas:
        # all tables of a schema at once: a query for each takes a second, and there are hundreds
        found = " union all ".join(
            f"select '{schema}.{table}' as name"
            f" from (select to_json(struct(*)) as text from {schema}.{table}) where {condition}"
            for table in tables_in(spark, schema)
        )
        if found:
            yield from (
                row.name for row in spark.sql(f"select distinct name from ({found})").collect()
            )


def files_with(folder: Path, without: Collection[str], words: Sequence[str]) -> Iterator[str]:
    """The files below a folder that have one of the words, those below a folder of one of the
    names `without` left out. Files of tables are unpacked: they are compressed.
    """
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if not path.is_file() or any(part in without for part in inside.parts):
            continue
        if path.suffix == ".parquet":
            content = str(pq.ParquetFile(path).read().to_pylist())
            has = any(word in content for word in words)
        else:
            raw = path.read_bytes()
            has = any(word.encode(code) in raw for word in words for code in ("utf-8", "utf-16-be"))
        if has:
            yield str(inside)
