"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

All that happens to the customers of a part, drawn once: the raw tables and the truth are both made
of it.
"""

from dataclasses import dataclass, replace

import numpy as np

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.calendar import last_second
from customer_value.areas.customer_profile.sample.lines import (
    Lines,
    Refunds,
    draw_lines,
    draw_refunds,
)
from customer_value.areas.customer_profile.sample.orders import STATUSES, Orders, draw_orders
from customer_value.areas.customer_profile.sample.people import People, people_of
from customer_value.areas.shared.sample.catalogue import Catalogue, catalogue_of
from customer_value.sample.plan import SamplePlan


@dataclass(frozen=True)
class World:
    """The customers of a part, with the orders, lines and refunds of three years: the last of them
    is after as_of, and only the truth knows it.
    """

    catalogue: Catalogue
    people: People
    orders: Orders
    lines: Lines
    refunds: Refunds


def world_of(plan: SamplePlan, part: int) -> World:
    """The world of a part."""
    catalogue = catalogue_of(plan)
    people = people_of(plan, part)
    orders = draw_orders(plan, people)
    lines = draw_lines(plan, catalogue, people, orders)
    return World(catalogue, people, orders, lines, draw_refunds(plan, people, orders, lines))


def landed(plan: SamplePlan, world: World) -> World:
    """What of it is in the raw tables, which end two days after as_of: what is paid later than that
    is not paid yet.
    """
    end = last_second(plan)
    orders, lines, refunds = world.orders, world.lines, world.refunds
    kept = orders.seconds <= end
    kept_lines = kept[lines.order]
    kept_refunds = kept_lines[refunds.line] & (refunds.seconds <= end)
    here = Orders(**{name: values[kept] for name, values in vars(orders).items()})
    unpaid_yet = here.has_pay_time & (here.pay_seconds > end)
    return replace(
        world,
        orders=replace(
            here,
            has_pay_time=here.has_pay_time & ~unpaid_yet,
            status=np.where(unpaid_yet, STATUSES.index(names.UNPAID), here.status),
        ),
        lines=replace(
            Lines(**{name: values[kept_lines] for name, values in vars(lines).items()}),
            order=(np.cumsum(kept) - 1)[lines.order[kept_lines]],
        ),
        refunds=replace(
            Refunds(**{name: values[kept_refunds] for name, values in vars(refunds).items()}),
            line=(np.cumsum(kept_lines) - 1)[refunds.line[kept_refunds]],
        ),
    )
