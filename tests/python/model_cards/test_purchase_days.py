"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What is known of customers on a day, and what comes after it: by hand, and refused in a sentence.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from customer_value.errors import CommandError
from customer_value.model_cards.purchase_days import purchase_days, split

LOG = pd.DataFrame(
    [
        ("b", "2024-01-10 08:00:00", 5.0),
        # one day of two purchases, one that was given back, and a day of nothing
        ("a", "2024-01-01 09:00:00", 10.0),
        ("a", "2024-01-01 23:59:59", 2.5),
        ("a", "2024-02-01 10:00:00", 30.0),
        ("a", "2024-02-20 10:00:00", 0.0),
        ("a", "2024-03-01 10:00:00", 50.0),
        # the last known day, and the last of the horizon
        ("a", "2024-03-31 23:00:00", 20.0),
        ("a", "2024-04-30 12:00:00", 7.0),
        ("a", "2024-05-01 00:00:00", 99.0),
        # not known yet
        ("c", "2024-04-02 12:00:00", 8.0),
    ],
    columns=["customer_id", "purchase_date", "amount"],
)


def test_by_hand() -> None:
    known = split(purchase_days(LOG), date(2024, 3, 31), 30)

    assert list(known.customer_id) == ["a", "b"]
    assert list(known.frequency) == [3, 0]
    assert list(known.recency) == [90, 0]
    assert list(known.age) == [90, 81]
    assert list(known.since_last) == [0, 81]
    assert list(known.repeat_mean) == [pytest.approx(100 / 3), 0]
    assert list(known.total) == [112.5, 5]
    # 2024-03-01 is the 30th day back, the first that counts is the day after
    assert list(known.recent) == [20, 0]
    assert list(known.actual) == [7, 0]


def test_the_order_of_the_rows_does_not_matter() -> None:
    one = split(purchase_days(LOG), date(2024, 3, 31), 30)
    other = split(purchase_days(LOG.sample(frac=1, random_state=4)), date(2024, 3, 31), 30)

    for name in ("customer_id", "frequency", "repeat_mean", "total", "actual"):
        assert list(getattr(one, name)) == list(getattr(other, name))


@pytest.mark.parametrize(
    ("log", "why"),
    [
        (LOG.drop(columns="amount"), "lack the column amount; there are customer_id, purchase_d"),
        (LOG.assign(amount=[None, *LOG.amount[1:]]), "1 purchases have no customer, no day or no"),
    ],
)
def test_a_log_that_cannot_be_read(log: pd.DataFrame, why: str) -> None:
    with pytest.raises(CommandError, match=why):
        purchase_days(log)


@pytest.mark.parametrize(("until", "horizon"), [("2023-12-31", 30), ("2024-03-31", 60)])
def test_days_that_the_log_does_not_hold(until: str, horizon: int) -> None:
    with pytest.raises(CommandError, match="reach from 2024-01-01 to 2024-05-01, which does not"):
        split(purchase_days(LOG), date.fromisoformat(until), horizon)
