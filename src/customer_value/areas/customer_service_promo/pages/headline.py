"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The headline numbers of a period beside the period of equal length before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_service_promo.rows import PERIODS, PeriodComparison
from customer_value.site.change import percent_change, points_change
from customer_value.site.contents import Control, Figure, Kind, Table
from customer_value.site.page import Figures

COUNTS = ("send_count", "use_count", "valid_use_count")
PERIOD = Control(PERIODS, "7天")
FIGURES = Figures(
    "headline",
    [Figure(name, f"{name}_change", f"previous_{name}") for name in (*COUNTS, "use_rate")],
)
_COLUMNS: dict[str, Kind] = {
    "stat_period": "value",
    "start_date": "date",
    "end_date": "date",
    "previous_start_date": "date",
    "previous_end_date": "date",
    **dict.fromkeys(COUNTS, "count"),
    "use_rate": "rate",
    **dict.fromkeys((f"previous_{name}" for name in COUNTS), "count"),
    "previous_use_rate": "rate",
    **dict.fromkeys((f"{name}_change" for name in COUNTS), "change"),
    "use_rate_change": "points",
}


def headline_table(periods: Sequence[PeriodComparison]) -> Table:
    """One row per period; a period before that the data do not cover in full is not compared."""
    return Table.of(_COLUMNS, map(_row, periods), controls={"stat_period": "period"})


def _row(period: PeriodComparison) -> dict[str, Any]:
    row = {name: getattr(period, name) for name in _COLUMNS if hasattr(period, name)}
    for name in COUNTS:
        row[f"{name}_change"] = percent_change(row[name], row[f"previous_{name}"])
    row["use_rate_change"] = points_change(row["use_rate"], row["previous_use_rate"])
    if not period.is_previous_complete:
        row |= {name: None for name in _COLUMNS if name.endswith("_change")}
        row |= {f"previous_{name}": None for name in (*COUNTS, "use_rate")}
    return row
