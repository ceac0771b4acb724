"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the pages of this area read, one class per ADS table: a field is the column of its
name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from customer_value.site import quality_rows

PREFIX = "ads_customer_profile_"


@dataclass(frozen=True)
class RowCount(quality_rows.RowCount):
    """A raw table of this area."""

    TABLE: ClassVar[str] = PREFIX + "row_count"


@dataclass(frozen=True)
class RejectReason(quality_rows.RejectReason):
    """Rejected rows of this area."""

    TABLE: ClassVar[str] = PREFIX + "reject_reason"
