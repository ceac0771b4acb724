"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Finds the last day of a table that was read: the day to build the warehouse for.
"""

from collections.abc import Sequence

import pyarrow.compute as pc
import pyarrow.parquet as pq

from customer_value.loader.read_table import ReadTable

# a time as ODS has it begins with its day
_DAY = r"^\d{4}-\d{2}-\d{2}"
_LENGTH = len("2024-06-30")


def last_day(tables: Sequence[ReadTable], table: str, column: str) -> str | None:
    """The last day in a column of times, as YYYY-MM-DD; None where no cell of it is a time, or the
    table is not among those that were read.
    """
    for read in tables:
        if read.table.name == table:
            texts = pq.read_table(read.file, columns=[column])[column]
            times = texts.filter(pc.match_substring_regex(texts, _DAY))
            latest = pc.max(times).as_py()
            return str(latest)[:_LENGTH] if latest else None

    return None
