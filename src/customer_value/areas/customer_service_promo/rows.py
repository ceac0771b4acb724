"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the pages of this area read, one class per ADS table: a field is the column of its
name.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.site import quality_rows
from customer_value.site.page_rows import AdsRow

PREFIX = "ads_customer_service_promo_"
# the order in which the document names them
PERIODS = ("日", "7天", "30天")
LEVELS = ("高价值用户", "潜力用户", "一般用户", "流失用户")
_PERIOD_ORDER = "case stat_period when '日' then 1 when '7天' then 2 else 3 end"
_LEVEL_ORDER = (
    "case user_level when '整体' then 0 when '高价值用户' then 1 when '潜力用户' then 2"
    " when '一般用户' then 3 else 4 end"
)


@dataclass(frozen=True)
class PeriodComparison(AdsRow):
    """A period beside the one of equal length before it; all measures are of everybody."""

    TABLE: ClassVar[str] = PREFIX + "period_comparison"
    KEYS: ClassVar[tuple[str, ...]] = (_PERIOD_ORDER,)

    stat_period: str
    start_date: str
    end_date: str
    send_count: int
    use_count: int
    valid_use_count: int
    use_rate: Decimal | None
    previous_start_date: str
    previous_end_date: str
    previous_send_count: int
    previous_use_count: int
    previous_valid_use_count: int
    previous_use_rate: Decimal | None
    is_previous_complete: bool


@dataclass(frozen=True)
class Overview(AdsRow):
    """Effect of a period for everybody (整体) or one level."""

    TABLE: ClassVar[str] = PREFIX + "overview"
    KEYS: ClassVar[tuple[str, ...]] = (_PERIOD_ORDER, _LEVEL_ORDER)

    stat_period: str
    user_level: str
    total_send_count: int
    total_use_count: int
    valid_use_count: int
    use_rate: Decimal | None
    etl_load_time: str


@dataclass(frozen=True)
class Reconciliation(AdsRow):
    """One measure of a period, counted without and with levels. Who asked to be erased has no level
    and is told apart.
    """

    TABLE: ClassVar[str] = PREFIX + "reconciliation"
    KEYS: ClassVar[tuple[str, ...]] = (_PERIOD_ORDER, "measure")

    stat_period: str
    measure: str
    unlayered_total: Decimal
    layered_total: Decimal
    erased_total: Decimal
    difference: Decimal


@dataclass(frozen=True)
class DailyTrend(AdsRow):
    """One shop on one day, zeros included; shop_id is None for agents of no known shop."""

    TABLE: ClassVar[str] = PREFIX + "daily_trend"
    KEYS: ClassVar[tuple[str, ...]] = ("dt", "shop_id")

    dt: str
    shop_id: str | None
    send_count: int
    use_count: int
    valid_use_count: int
    promo_amount: Decimal
    pay_amount: Decimal


@dataclass(frozen=True)
class ActivityEffect(AdsRow):
    """An activity, life to date."""

    TABLE: ClassVar[str] = PREFIX + "activity_effect"
    KEYS: ClassVar[tuple[str, ...]] = ("rank", "activity_id")

    activity_id: str
    activity_name: str | None
    activity_status: str | None
    send_count: int
    use_count: int
    use_rate: Decimal | None
    rank: int


@dataclass(frozen=True)
class ActivityUsedSends(AdsRow):
    """How many of an activity's sends were used at least once, life to date."""

    TABLE: ClassVar[str] = PREFIX + "activity_used_sends"
    KEYS: ClassVar[tuple[str, ...]] = ("activity_id",)

    activity_id: str
    send_count: int
    used_send_count: int


@dataclass(frozen=True)
class Performance(AdsRow):
    """An agent, last 30 days."""

    TABLE: ClassVar[str] = "ads_customer_service_performance"
    KEYS: ClassVar[tuple[str, ...]] = ("send_count desc", "customer_service_id")

    customer_service_id: str
    cs_name: str | None
    shop_id: str | None
    send_count: int
    use_count: int
    use_rate: Decimal | None
    avg_promo_amount: Decimal | None


@dataclass(frozen=True)
class SendDetail(AdsRow):
    """A send, newest first; consumer_id and user_level are None where the consumer was erased."""

    DETAIL: ClassVar[bool] = True
    TABLE: ClassVar[str] = PREFIX + "send_detail"
    KEYS: ClassVar[tuple[str, ...]] = ("send_time desc", "send_id desc")

    send_id: str
    send_time: str
    activity_id: str
    product_name: str | None
    consumer_id: str | None
    user_level: str | None
    cs_name: str | None
    use_status: str
    use_time: str | None


@dataclass(frozen=True)
class RowCount(quality_rows.RowCount):
    """A raw table of this area."""

    TABLE: ClassVar[str] = PREFIX + "row_count"


@dataclass(frozen=True)
class RejectReason(quality_rows.RejectReason):
    """Rejected rows of this area."""

    TABLE: ClassVar[str] = PREFIX + "reject_reason"
