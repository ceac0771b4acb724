"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a file, or a sheet of one, holds of a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Content:
    """The wanted columns that a file or sheet has, as texts, an empty cell as null; the names of
    others; notes for the person who loads it; whether numbers may be a spreadsheet's dates.
    """

    columns: Mapping[str, pa.ChunkedArray]
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    has_serials: bool = False

    def texts(self, column: str) -> pa.ChunkedArray:
        """A column's texts; of one that is not there, as many nulls as there are rows."""
        if column in self.columns:
            return self.columns[column]
        rows = next((len(texts) for texts in self.columns.values()), 0)

        return pa.chunked_array([pa.nulls(rows, pa.string())])
