"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The raw tables that the customer profile is built from: the sample's world at any size, the same in
every run.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from benchmarks.mart.raw_files import write_days, write_rows, writer
from customer_value.areas import AREAS
from customer_value.areas.shared.sample.customers import PAST_WEEKS
from customer_value.sample.plan import FEWEST_CUSTOMERS, FEWEST_ROWS, SamplePlan
from customer_value.sample.write_sample import write_sample

AS_OF_DATE, DAY_BEFORE = "2024-06-30", "2024-06-29"
FIRST_DATE = str(date.fromisoformat(AS_OF_DATE) - timedelta(weeks=PAST_WEEKS) + timedelta(days=1))
# So eager are the sample's customers that there are about ten events to an order, and that 85 of
# them make a thousand events.
EVENTS_PER_ORDER = 8
CUSTOMERS_PER_THOUSAND_EVENTS = 85
# The profile reads the levels and the consumers of the promotion area: a few sends are enough.
EVENTS_PER_SEND = 100
AREAS_READ = ("customer_profile", "customer_service_promo", "shared")
# The column that holds a fact's time. An order's line comes with its order; one whose order is
# unknown has no time either.
TIMES: Mapping[str, str] = {
    "ods_behavior_event": "event_timestamp",
    "ods_customer_service_promo_send": "send_time",
    "ods_customer_service_promo_use": "pay_time",
    "ods_marketing_assignment": "assign_time",
    "ods_order": "order_time",
    "ods_order_item": "(select any_value(order_time) from {orders} as orders"
    " where orders.order_id = raw.order_id)",
    "ods_recommendation_log": "shown_time",
    "ods_refund": "refund_time",
    "ods_review": "review_time",
    "ods_service_contact": "contact_time",
}


def write_ods(events: int, folder: Path) -> None:
    """A folder per ODS table, every column text; of the facts a file per day, named after it, with
    that day's rows, written in the night that follows.

    Two years of a shop, of which it keeps all events of the last nine weeks and fewer of the time
    before. Everything that the sample plants is in it too: defects, second versions, bots, erased
    customers, and the story customers, of which there are as many at every size.
    """
    drawn = folder.with_name(f"{folder.name}.drawn")
    shutil.rmtree(drawn, ignore_errors=True)
    samples = [area.sample for area in AREAS if area.name in AREAS_READ]
    write_sample(samples, _plan(events), drawn, "parquet", os.cpu_count() or 1)
    with writer() as connection:
        for area in AREAS_READ:
            for table in sorted((drawn / area).glob("ods_*")):
                rows = f"from '{table}/*.parquet'"
                into = folder / table.name
                time = TIMES.get(table.name)
                if time:
                    time = time.format(orders=f"'{drawn}/customer_profile/ods_order/*.parquet'")
                    write_days(connection, into, rows, time, (FIRST_DATE, AS_OF_DATE))
                else:
                    write_rows(connection, into, rows)
    shutil.rmtree(drawn)


def _plan(events: int) -> SamplePlan:
    return SamplePlan(
        sends=max(events // EVENTS_PER_SEND, FEWEST_ROWS),
        customers=max(events * CUSTOMERS_PER_THOUSAND_EVENTS // 1_000, FEWEST_CUSTOMERS),
        events_per_order=EVENTS_PER_ORDER,
        as_of=date.fromisoformat(AS_OF_DATE),
    )
