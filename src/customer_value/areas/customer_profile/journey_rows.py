"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The columns that the page of journeys reads, one class per ADS table: a field is the column of its
name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from customer_value.areas.customer_profile.rows import PREFIX
from customer_value.site.page_rows import AdsRow


@dataclass(frozen=True)
class JourneyLink(AdsRow):
    """How many sessions or orders of a view go from a touch of a step to one of the next."""

    TABLE: ClassVar[str] = PREFIX + "journey"
    KEYS: ClassVar[tuple[str, ...]] = ("journey_view", "from_step", "from_touch", "to_touch")

    journey_view: str
    from_step: int
    from_touch: str
    to_touch: str
    journey_count: int
    customer_count: int


@dataclass(frozen=True)
class JourneyStanding(AdsRow):
    """How many sessions or orders of a view are in its journeys, or are left out, and why."""

    TABLE: ClassVar[str] = PREFIX + "journey_standing"
    KEYS: ClassVar[tuple[str, ...]] = ("journey_view", "journey_count desc", "standing")

    journey_view: str
    standing: str
    journey_count: int
    first_date: str
    order_days: int
    step_limit: int
    min_cell_customers: int
