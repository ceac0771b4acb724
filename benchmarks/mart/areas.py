"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The areas that have a benchmark, by name: how a process that was started for one finds it.
"""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.mart.area import Area
from benchmarks.profile_mart.area import PROFILE
from benchmarks.promo_mart.area import PROMOTION

AREAS: Mapping[str, Area] = {area.name: area for area in (PROMOTION, PROFILE)}
