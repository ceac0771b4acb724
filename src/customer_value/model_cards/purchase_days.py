"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What customers bought on which days, and what is known of it on a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from customer_value.analytics.arrays import Indices, Values
from customer_value.errors import CommandError

COLUMNS = ("customer_id", "purchase_date", "amount")


@dataclass(frozen=True)
class Split:
    """Customers with a purchase up to the day `until`, in the order of their ids: what is known of
    them on that day, and what they spent in the `horizon` days after it.

    frequency: purchase days after the first. recency, age: days from the first purchase day to the
    last one and to `until`. repeat_mean: amount per purchase day after the first, 0 without one.
    total: everything spent so far. recent: spent in the last `horizon` days up to `until`. actual:
    spent afterwards. half: 0 or 1, half of the customers each, for models that learn from outcomes.
    """

    until: date
    horizon: int
    customer_id: NDArray[Any]
    frequency: Values
    recency: Values
    age: Values
    repeat_mean: Values
    total: Values
    recent: Values
    actual: Values

    @property
    def since_last(self) -> Values:
        """Days from the last purchase day to `until`."""
        return self.age - self.recency

    @property
    def half(self) -> Indices:
        """Every second customer."""
        return np.arange(len(self.age), dtype=np.intp) % 2


def purchase_days(log: pd.DataFrame) -> pd.DataFrame:
    """One row per customer and day, sorted: customer_id, purchase_date (datetime64) and amount.

    log: purchases with these columns. A day without a positive amount is no purchase day. Raises
    CommandError where a column is missing or a purchase has no customer, day or amount.
    """
    missing = [name for name in COLUMNS if name not in log.columns]
    if missing:
        raise CommandError(
            f"The purchases lack the column {', '.join(missing)}; there are "
            f"{', '.join(map(str, log.columns))}."
        )
    rows = pd.DataFrame(
        {
            "customer_id": log["customer_id"],
            "purchase_date": pd.to_datetime(log["purchase_date"]).dt.normalize(),
            "amount": log["amount"].astype("float64"),
        }
    )
    empty = rows.isna().any(axis=1)
    if empty.any():
        raise CommandError(
            f"{int(empty.sum())} purchases have no customer, no day or no amount, for example "
            f"{log[empty.to_numpy()].iloc[0].to_dict()}."
        )
    days = rows.groupby(["customer_id", "purchase_date"], as_index=False, sort=True)["amount"].sum()

    return days[days["amount"].round(2) > 0].reset_index(drop=True)


def split(days: pd.DataFrame, until: date, horizon: int) -> Split:
    """What is known on a day, and what came after it.

    days: the result of `purchase_days`. Raises CommandError where the days do not reach from before
    `until` to the end of the horizon.
    """
    end, begin = pd.Timestamp(until), days["purchase_date"].min()
    last = end + pd.Timedelta(days=horizon)
    if begin > end or days["purchase_date"].max() < last - pd.Timedelta(days=1):
        raise CommandError(
            f"The purchases reach from {begin:%Y-%m-%d} to {days['purchase_date'].max():%Y-%m-%d}, "
            f"which does not hold {until} and the {horizon} days after it."
        )
    known = days[days["purchase_date"] <= end]
    by_customer = known.groupby("customer_id", sort=True)
    dates = by_customer["purchase_date"].agg(["min", "max", "count"])
    first = by_customer["purchase_date"].transform("min")
    repeats = known[known["purchase_date"] > first].groupby("customer_id")["amount"].mean()

    def spent(after: pd.Timestamp, up_to: pd.Timestamp) -> pd.Series:
        inside = days[(days["purchase_date"] > after) & (days["purchase_date"] <= up_to)]
        return inside.groupby("customer_id")["amount"].sum()

    def of_each(values: pd.Series) -> Values:
        return np.asarray(values.reindex(dates.index).fillna(0.0), dtype=np.float64)

    return Split(
        until,
        horizon,
        np.asarray(dates.index),
        np.asarray(dates["count"] - 1, dtype=np.float64),
        np.asarray((dates["max"] - dates["min"]).dt.days, dtype=np.float64),
        np.asarray((end - dates["min"]).dt.days, dtype=np.float64),
        of_each(repeats),
        of_each(by_customer["amount"].sum()),
        of_each(spent(end - pd.Timedelta(days=horizon), end)),
        of_each(spent(end, last)),
    )
