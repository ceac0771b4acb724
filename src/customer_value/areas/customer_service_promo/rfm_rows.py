"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows that the RFM explorer reads, of the area customer_service_promo.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.areas.customer_service_promo.rows import PREFIX
from customer_value.site.page_rows import AdsRow


@dataclass(frozen=True)
class RfmCell(AdsRow):
    """Consumers with the same three scores."""

    TABLE: ClassVar[str] = PREFIX + "rfm_cell"
    KEYS: ClassVar[tuple[str, ...]] = ("r_score desc", "f_score desc", "m_score desc")

    r_score: int
    f_score: int
    m_score: int
    rfm_code: str
    user_level: str
    consumer_count: int


@dataclass(frozen=True)
class RfmCutPoint(AdsRow):
    """The worst value that has a score, and how many consumers have that score."""

    TABLE: ClassVar[str] = PREFIX + "rfm_cut_point"
    KEYS: ClassVar[tuple[str, ...]] = (
        "case metric when 'recency_days' then 1 when 'frequency' then 2 else 3 end",
        "score desc",
    )

    metric: str
    score: int
    lowest_value: Decimal
    consumer_count: int


@dataclass(frozen=True)
class LevelProfile(AdsRow):
    """A level: people, medians, last 30 days, strategy; medians are None where nobody is in it."""

    TABLE: ClassVar[str] = PREFIX + "level_profile"
    KEYS: ClassVar[tuple[str, ...]] = (
        "case user_level when '高价值用户' then 1 when '潜力用户' then 2"
        " when '一般用户' then 3 else 4 end",
    )

    user_level: str
    consumer_count: int
    consumer_share: Decimal | None
    median_recency_days: Decimal | None
    median_frequency: Decimal | None
    median_monetary: Decimal | None
    send_count: int
    use_count: int
    use_rate: Decimal | None
    strategy: str


@dataclass(frozen=True)
class LevelMigration(AdsRow):
    """Consumers who went from one level to another since the previous stored date."""

    TABLE: ClassVar[str] = PREFIX + "level_migration"
    KEYS: ClassVar[tuple[str, ...]] = ("from_level", "to_level")

    previous_as_of_date: str | None
    from_level: str | None
    to_level: str | None
    consumer_count: int
