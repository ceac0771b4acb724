"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The indexes of orders once more, in plain Python and from the definitions alone: dates are counted,
lists are sorted, nothing is taken from the models but the rows of the DWD.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Any

Row = Mapping[str, Any]
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Orders:
    """What a customer ordered up to a date."""

    pay_dates: Sequence[date]
    order_count: int
    gross: Decimal
    refunds: Decimal
    window_order_count: int
    window_net: Decimal

    @property
    def gaps(self) -> list[int]:
        """The days between purchase days."""
        days = sorted(set(self.pay_dates))
        return [(later - sooner).days for sooner, later in itertools.pairwise(days)]


def orders_by_customer(
    orders: Iterable[Row], refunds: Iterable[Row], on: date
) -> dict[str, Orders]:
    """Who has a paid order by the date, and what of it."""
    paid: dict[str, list[Row]] = defaultdict(list)
    paid_ids = set()
    for order in orders:
        if order["is_paid"]:
            paid_ids.add(order["order_id"])
            if order["customer_id"] is not None and order["pay_date"] <= on:
                paid[order["customer_id"]].append(order)
    returned: dict[str, list[Row]] = defaultdict(list)
    for refund in refunds:
        if refund["order_id"] in paid_ids and refund["refund_date"] <= on:
            returned[refund["customer_id"]].append(refund)
    start = on - timedelta(days=364)
    return {
        customer: Orders(
            pay_dates=[row["pay_date"] for row in rows],
            order_count=len(rows),
            gross=sum((row["gross_amount"] for row in rows), Decimal(0)),
            refunds=sum((row["refund_amount"] for row in returned[customer]), Decimal(0)),
            window_order_count=sum(row["pay_date"] >= start for row in rows),
            window_net=sum(
                (row["gross_amount"] for row in rows if row["pay_date"] >= start), Decimal(0)
            )
            - sum(
                (row["refund_amount"] for row in returned[customer] if row["refund_date"] >= start),
                Decimal(0),
            ),
        )
        for customer, rows in paid.items()
    }


def population_median(everybody: Iterable[Orders]) -> Decimal | None:
    """The median of the customers' own median gaps."""
    medians = [Decimal(str(median(orders.gaps))) for orders in everybody if orders.gaps]
    return Decimal(median(medians)) if medians else None


def expected_gap(orders: Orders | None, typical: Decimal | None) -> Decimal:
    """The days that the customer is expected to let pass, 7 to 180."""
    if typical is None:
        return Decimal(180)
    gaps = orders.gaps if orders else []
    own = Decimal(str(median(gaps))) if gaps else Decimal(0)
    gap = ((len(gaps) * own + 3 * typical) / (len(gaps) + 3)).quantize(CENT, ROUND_HALF_UP)
    return max(Decimal(7), min(Decimal(180), gap))


def stage(orders: Orders | None, typical: Decimal | None, on: date) -> str:
    """The name of the stage, the first whose rule fits."""
    if orders is None:
        return "潜客"
    gap = expected_gap(orders, typical)
    days = sorted(set(orders.pay_dates))
    quiet = (on - days[-1]).days
    if quiet > 2 * gap:
        return "流失" if quiet > 4 * gap else "沉睡"
    came_back = any(
        (on - later).days < 30 and (later - sooner).days > 4 * gap
        for sooner, later in itertools.pairwise(days)
    )
    if came_back:
        return "回流"
    return "新客" if len(days) == 1 else "成长" if len(days) < 5 else "成熟"


def is_on_sale(product: Row, on: date) -> bool:
    """Whether a product is on sale at the end of a date."""
    if product["list_time"] is not None and product["list_time"].date() > on:
        return False
    if product["delist_time"] is not None:
        return bool(product["delist_time"].date() > on)
    return product["product_status"] == "在售"


def bought_categories(
    lines: Iterable[Row], refunds: Iterable[Row], category_of: Mapping[str, str], on: date
) -> dict[str, set[str]]:
    """The categories of which a customer kept something, at the end of a date."""
    returned: dict[str, Decimal] = defaultdict(Decimal)
    for refund in refunds:
        if refund["refund_date"] <= on:
            returned[refund["order_item_id"]] += refund["refund_amount"]
    bought: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        back = returned[line["source_transaction_id"]]
        kept = back < line["gross_amount"] or not back
        category = category_of.get(line["product_id"])
        if line["customer_id"] and line["transaction_date"] <= on and kept and category:
            bought[line["customer_id"]].add(category)
    return bought
