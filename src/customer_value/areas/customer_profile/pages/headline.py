"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The headline numbers of the customer base beside those of the stored date before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_profile.rows import CustomerBase
from customer_value.site.change import percent_change
from customer_value.site.contents import Figure, Kind, Table

_KINDS: dict[str, Kind] = {
    "customer_count": "count",
    "buyer_count": "count",
    "net_amount": "money",
    "active_count": "count",
    "warned_customer_count": "count",
}
FIGURES = [Figure(name, f"{name}_change", f"previous_{name}") for name in _KINDS]


def until(overviews: Sequence[CustomerBase], day: str) -> Sequence[CustomerBase]:
    """The stored dates up to a day, newest first."""
    past = [row for row in overviews if row.as_of_date <= day]
    return sorted(past, key=lambda row: row.as_of_date, reverse=True)


def headline_table(dates: Sequence[CustomerBase]) -> Table:
    """One row: the newest date, and the one before it where there is one; no row without dates."""
    columns: dict[str, Kind] = {
        "as_of_date": "date",
        "previous_as_of_date": "date",
        **_KINDS,
        **{f"previous_{name}": kind for name, kind in _KINDS.items()},
        **dict.fromkeys((f"{name}_change" for name in _KINDS), "change"),
    }
    return Table.of(columns, [_row(*dates[:2])] if dates else [])


def _row(now: CustomerBase, before: CustomerBase | None = None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "as_of_date": now.as_of_date,
        "previous_as_of_date": before.as_of_date if before else None,
    }
    for name in _KINDS:
        value = getattr(now, name)
        previous = getattr(before, name) if before else None
        row[name], row[f"previous_{name}"] = value, previous
        row[f"{name}_change"] = (
            None if value is None or previous is None else percent_change(value, previous)
        )

    return row
