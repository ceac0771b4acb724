"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The acts of stories that have to do with who the customer is and what they buy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.stories.story import Row, Told, product_id


def price(cents: int) -> str:
    """Cents as ODS text."""
    return f"{cents // 100}.{cents % 100:02d}"


@dataclass(frozen=True)
class Version:
    """The master data change; `registered` is the day of registering, None leaves it empty."""

    ago: int
    time: str = "09:00:00"
    registered: int | None = 700
    cells: Mapping[str, str | None] = field(default_factory=dict)
    reason: str | None = None

    def rows(self, told: Told) -> list[Row]:
        """A row of ods_customer."""
        registered = None if self.registered is None else told.at(self.registered, "09:00:00")
        cells = {
            "customer_id": told.customer_id,
            "customer_type": "个人",
            "credit_rating": "A",
            "region_id": "R111",
            "declared_channel": "在线",
            "marketing_consent": "true",
            "profiling_consent": "true",
            "register_time": registered,
            "update_time": told.at(self.ago, self.time),
        }
        return [Row("customer", {**cells, **self.cells}, self.reason)]


@dataclass(frozen=True)
class Refund:
    """Money given back for a line."""

    ago: int
    cents: int
    time: str = "15:00:00"
    reason: str | None = None


@dataclass(frozen=True)
class Line:
    """A line of an order; `cents` is what one unit costs before the discount. `line_id` in place of
    a number of the story.
    """

    cents: int = 10_000
    product: int = 1
    quantity: int = 1
    discount: int = 0
    refunds: Sequence[Refund] = ()
    line_id: str | None = None
    reason: str | None = None

    def rows(self, told: Told, order_id: str) -> list[Row]:
        """A row of ods_order_item, and the refunds."""
        line_id = self.line_id or f"{told.digits}{told.number():02d}"
        total = self.cents * self.quantity - self.discount
        cells = {
            "order_item_id": line_id,
            "order_id": order_id,
            "product_id": product_id(self.product),
            "quantity": str(self.quantity),
            "unit_price": price(self.cents),
            "discount_amount": price(self.discount) if self.discount else None,
            "amount": price(total) if total >= 0 else f"-{price(-total)}",
        }
        return [Row("order_item", cells, self.reason)] + [
            Row(
                "refund",
                {
                    "refund_id": f"F-{told.digits}-{told.number():02d}",
                    "order_item_id": line_id,
                    "refund_time": told.at(refund.ago, refund.time),
                    "refund_amount": price(refund.cents),
                    "refund_reason": names.REFUND_REASONS[0],
                },
                refund.reason,
            )
            for refund in self.refunds
        ]


@dataclass(frozen=True)
class Buys:
    """An order, paid on the day and at the second that it was made unless `paid` says otherwise;
    None is never.
    """

    ago: int
    lines: Sequence[Line] = (Line(),)
    time: str = "12:00:00"
    paid: tuple[int, str] | bool | None = True
    status: str = names.DONE
    channel: str | None = "CH01"

    def rows(self, told: Told) -> list[Row]:
        """A row of ods_order, and those of its lines."""
        order_id = f"O-{told.digits}-{told.number():02d}"
        paid = (self.ago, self.time) if isinstance(self.paid, bool) else self.paid
        cells = {
            "order_id": order_id,
            "customer_id": told.customer_id,
            "channel_id": self.channel,
            "order_time": told.at(self.ago, self.time),
            "pay_time": None if paid is None else told.at(*paid),
            "payment_method": names.PAYMENT_METHODS[0],
            "order_status": self.status,
        }
        return [
            Row("order", cells),
            *(row for line in self.lines for row in line.rows(told, order_id)),
        ]
