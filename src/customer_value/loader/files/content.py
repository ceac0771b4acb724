"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a file, or a sheet of one, holds of a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Content:
    """The wanted columns of a file or sheet as texts, an empty cell as null; the names of others;
    notes for the person who loads it; whether numbers may be a spreadsheet's dates.
    """

    columns: Mapping[str, pa.ChunkedArray]
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    has_serials: bool = False
