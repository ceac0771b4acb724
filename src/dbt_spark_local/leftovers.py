"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Removes the folders that a killed build left in an embedded warehouse.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

WAREHOUSE = "spark.sql.warehouse.dir"


def remove_leftovers(
    session: SparkSession, settings: Mapping[str, object], schema: str
) -> list[Path]:
    """Delete the folders that killed writes left in the schemas `<schema>_…`, and return them.

    A table's folder without a table makes every later `create table` fail, and unfinished files
    inside a table's folder stay for ever. Call it only with the lock of the warehouse, when
    nobody else is writing.
    """
    warehouse = Path(re.sub("^file:(//)?", "", str(settings.get(WAREHOUSE, ""))))
    if not warehouse.is_absolute() or not warehouse.is_dir():
        return []

    leftovers = list(_leftovers(session, Path(os.path.abspath(warehouse)), schema))
    for folder in leftovers:
        shutil.rmtree(folder)

    return leftovers


def _leftovers(session: SparkSession, warehouse: Path, schema: str) -> Iterator[Path]:
    databases = {row[0] for row in session.sql("show databases").collect()}
    for folder in sorted(warehouse.glob(f"{schema}_*.db")):
        database = folder.name.removesuffix(".db")
        if database not in databases:
            yield folder
            continue
        listed = session.sql(f"show tables in `{database}`").where("not isTemporary").collect()
        tables = {row["tableName"] for row in listed}
        for table in sorted(path for path in folder.iterdir() if path.is_dir()):
            if table.name not in tables:
                yield table
            else:
                yield from table.glob(".spark-staging-*")
                yield from table.glob("_temporary")
