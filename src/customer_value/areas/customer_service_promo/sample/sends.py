"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the sends (who was sent what, and when), one part of the sample at a time.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_service_promo.sample.catalogue import NO_SKU, Catalogue
from customer_value.areas.customer_service_promo.sample.dimensions import ACTIVITY_WIDTH
from customer_value.areas.shared.sample.customers import customer_ids
from customer_value.areas.shared.sample.dimensions import AGENT_WIDTH, PRODUCT_WIDTH, SKU_WIDTH
from customer_value.sample.draws import Draws, Ints
from customer_value.sample.plan import LATER_DAYS, SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    amounts,
    identifiers,
    seconds_of,
    string_table,
    times,
    whole_numbers,
)

SEND_WIDTH = 9
WINDOW_DAYS = 30

_WEEKDAY_WEIGHT = np.array([10, 10, 9, 10, 12, 16, 15])
_HOUR_WEIGHT = np.array(
    [2, 1, 1, 1, 1, 1, 2, 4, 7, 11, 14, 13, 10, 9, 11, 12, 12, 11, 11, 13, 17, 18, 13, 6]
)
_HOURS_OF_OFFER = np.array([24, 24, 24, 12, 6, 2, 1, 24])
_EPOCH_WEEKDAY = 3


@dataclass(frozen=True)
class Sends:
    """Arrays with one element per send of a part; times in local seconds since 1970, amounts in
    cents.
    """

    row: Ints
    seconds: Ints
    item: Ints
    activity: Ints
    product: Ints
    sku: Ints
    agent: Ints
    consumer: Ints
    amount: Ints
    valid_hours: Ints


def draw_sends(plan: SamplePlan, catalogue: Catalogue, part: int) -> Sends:
    """The sends of a part, in time order but for the few that were moved to midnight."""
    draws = Draws(plan.seed)
    rows = np.arange(*plan.rows_of(part))
    days, seconds = _moments(plan, draws, rows)
    activity = _activities(plan, catalogue, draws, rows, days)
    share = draws.uniform("item", rows)
    counts = np.diff(catalogue.first_item)[activity]
    item = catalogue.first_item[activity] + (share * share * counts).astype(np.int64)
    shop = activity % catalogue.shops
    agents = catalogue.members_of_shop(shop, catalogue.agents) - 1
    custom = catalogue.activity_of_custom_amounts[activity]
    percent = np.where(custom, 50 + draws.below("custom amount", rows, 101), 100)
    return Sends(
        row=rows,
        seconds=seconds,
        item=item,
        activity=activity,
        product=catalogue.item_product[item],
        sku=_skus(catalogue, draws, rows, item),
        agent=draws.zipf("agent", rows, agents) * catalogue.shops + shop,
        consumer=_consumers(catalogue, draws, rows, days > -WINDOW_DAYS),
        amount=catalogue.item_amount[item] * percent // 100,
        valid_hours=_HOURS_OF_OFFER[draws.below("valid hours", rows, len(_HOURS_OF_OFFER))],
    )


def send_table(sends: Sends) -> pa.Table:
    """`ods_customer_service_promo_send` as text, before anything is planted in it."""
    return string_table(
        {
            "send_id": identifiers("D", sends.row, SEND_WIDTH),
            "activity_id": identifiers("A", sends.activity, ACTIVITY_WIDTH),
            "product_id": identifiers("P", sends.product, PRODUCT_WIDTH),
            "sku_id": identifiers("K", sends.sku, SKU_WIDTH, sends.sku == NO_SKU),
            "customer_service_id": identifiers("S", sends.agent, AGENT_WIDTH),
            "consumer_id": customer_ids(sends.consumer),
            "promo_amount": amounts(sends.amount),
            "valid_hours": whole_numbers(sends.valid_hours),
            "send_time": times(sends.seconds),
        }
    )


def _moments(plan: SamplePlan, draws: Draws, rows: Ints) -> tuple[Ints, Ints]:
    """Day (counted from as_of) and local second of each send, by a weekly and a daily rhythm."""
    first_day = 1 - plan.days
    days = np.arange(first_day, LATER_DAYS + 1)
    weekday = (seconds_of(plan.as_of) // DAY + days + _EPOCH_WEEKDAY) % 7
    weight = _WEEKDAY_WEIGHT[weekday] * np.where(days > 0, 2, 20)
    reached = np.cumsum(np.outer(weight, _HOUR_WEIGHT).ravel())
    position = (rows + draws.uniform("moment", rows)) * reached[-1] / plan.sends
    hour = np.minimum(np.searchsorted(reached, position, side="right"), len(reached) - 1)
    width = np.diff(reached, prepend=0)[hour]
    inside = np.clip((position - reached[hour] + width) / width, 0.0, 1.0 - 2.0**-30)
    second = hour * 3_600 + (inside * 3_600).astype(np.int64)
    luck = draws.uniform("midnight", rows)
    midnight = second // DAY * DAY
    second = np.where(luck < 0.008, midnight, np.where(luck > 0.992, midnight + DAY - 1, second))
    first_second = seconds_of(plan.as_of) + first_day * DAY
    return first_day + second // DAY, first_second + second


def _activities(
    plan: SamplePlan, catalogue: Catalogue, draws: Draws, rows: Ints, days: Ints
) -> Ints:
    """An activity that runs on the day of each send; activity i has weight 1 / (1 + i)."""
    first_day = 1 - plan.days
    span = np.arange(first_day, LATER_DAYS + 1)[:, np.newaxis]
    runs = (catalogue.activity_start <= span) & (span <= catalogue.activity_end)
    reached = np.cumsum(np.where(runs, catalogue.activity_weight, 0.0).ravel())
    ends = reached[catalogue.activities - 1 :: catalogue.activities]
    starts = np.concatenate([[0.0], ends[:-1]])
    day = days - first_day
    position = starts[day] + draws.uniform("activity", rows) * (ends - starts)[day]
    found: Ints = np.searchsorted(reached, position, side="right") % catalogue.activities
    return found


def _skus(catalogue: Catalogue, draws: Draws, rows: Ints, item: Ints) -> Ints:
    """The item's SKU; a send of a product-level item mostly names none."""
    product = catalogue.item_product[item]
    of_item = catalogue.item_sku[item]
    named = (of_item == NO_SKU) & (draws.uniform("sku named", rows) < 0.15)
    return np.where(named, catalogue.first_sku[product], of_item)


def _consumers(catalogue: Catalogue, draws: Draws, rows: Ints, in_window: np.ndarray) -> Ints:
    """Every eighth consumer receives nothing in the last 30 days: the neighbour gets it instead."""
    consumer = draws.zipf("consumer", rows, catalogue.consumers)
    return np.where(in_window & (consumer % 8 == 7), consumer - 1, consumer)
