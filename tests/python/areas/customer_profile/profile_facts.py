"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The facts of the customer profile as plain rows by customer, and the days that count: what the
brute-force references of the indexes and warnings are computed from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pyspark.sql import Row, SparkSession

Rows = list[Row]
ByCustomer = dict[str, Rows]


@dataclass(frozen=True)
class Facts:
    """Facts by customer; events without bots, contacts without automatic messages."""

    profiled: dict[date, dict[str, Row]]
    events: ByCustomer
    contacts: ByCustomer
    reviews: ByCustomer
    lines: ByCustomer
    order_lines: ByCustomer
    refunds: ByCustomer
    category: dict[str, str]
    targets: dict[str, int]


def read_facts(spark: SparkSession, schema: str) -> Facts:
    """The facts of a warehouse."""

    def rows(table: str) -> Rows:
        return spark.table(f"{schema}_{table}").collect()

    profiled: dict[date, dict[str, Row]] = defaultdict(dict)
    for row in rows("dws.dws_customer_profile_population"):
        if row.is_profiled:
            profiled[row.as_of_date][row.customer_id] = row
    products = rows("dwd.dwd_product")
    return Facts(
        profiled=dict(profiled),
        events=by_customer(row for row in rows("dwd.dwd_behavior_fact") if not row.is_bot),
        contacts=by_customer(
            row for row in rows("dwd.dwd_service_fact") if row.contact_source != "auto_message"
        ),
        reviews=by_customer(rows("dwd.dwd_review")),
        lines=by_customer(rows("dwd.dwd_transaction_fact")),
        order_lines=by_customer(rows("dwd.dwd_order_item")),
        refunds=by_customer(rows("dwd.dwd_refund")),
        category={row.product_id: row.category_id for row in products},
        targets={
            row.issue_category: row.target_minutes
            for row in rows("reference.customer_profile_resolution_target")
        },
    )


def by_customer(rows: Iterable[Row]) -> ByCustomer:
    """The rows of each customer; those of nobody are left out."""
    found: ByCustomer = defaultdict(list)
    for row in rows:
        if row.customer_id is not None:
            found[row.customer_id].append(row)
    return found


def within(day: date, last: date, days: int) -> bool:
    """Whether a day is one of so many that end with the last one."""
    return last - timedelta(days=days) < day <= last


def rounded(value: Any, places: int) -> Decimal:
    """A number with so many decimals, half away from zero."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def divided(numerator: Any, denominator: Any) -> Decimal:
    """A quotient with twelve decimals."""
    return rounded(Decimal(numerator) / Decimal(denominator), 12)
