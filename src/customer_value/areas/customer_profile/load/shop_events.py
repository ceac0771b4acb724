"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Logs of what visitors of a shop do, as the ODS of the area: eCommerce behavior data by REES46, and
User Behavior Data from Taobao. The columns tell which of the two a file is.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd

from customer_value.areas.customer_profile.load.consent import CHOICE, SETTINGS
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.find_files import files_at
from customer_value.loader.progress import say_reading
from customer_value.loader.published import PublishedTable, rows_of
from customer_value.loader.read_table import ReadTable, read_table, write_tables
from customer_value.loader.unusable import Unusable

CHOICES = f"""\
view and pv = page_view, cart = add_to_cart, fav = favorite, purchase and buy = order; others keep
  their names and count nowhere
event_id: made of user, product, type, time and session, so that of rows that are the same in all of
  these the build keeps one and rejects the copies
REES46: times are UTC, as published; the shop's zone is not known, so a day is a day in UTC. The
  purchases of a session are one order, placed and paid at the first, each one unit at its price
Taobao: timestamp counts seconds, written as the time in Beijing; without sessions, so that 30 idle
  minutes begin a new one; without prices, so that nothing is an order
product: on sale (在售) = somebody looked at it; brand and price are those of its last event
The logs have no customers' records, no logins, no seconds on a page, no contacts, no refunds and no
discounts: customers are ids, and the activity index stays empty and names the inputs that it lacks.
A log of a few hours or days tells nothing about recency or lifetime.
{CHOICE}"""

LOG = PublishedTable(
    "events",
    {
        "user_id": "string required",
        "category_id": "string optional",
        **dict.fromkeys(("event_type", "product_id", "user_session"), "string optional"),
        **dict.fromkeys(("category_code", "brand"), "string optional"),
        "event_time": "timestamp optional",
        "price": "decimal(10,2) optional",
        **dict.fromkeys(("item_id", "behavior_type", "timestamp"), "string optional"),
    },
    # as Taobao's file comes
    by_place=("user_id", "item_id", "category_id", "behavior_type", "timestamp"),
)
_TYPES = {
    **dict.fromkeys(("view", "pv"), "page_view"),
    "cart": "add_to_cart",
    "fav": "favorite",
    **dict.fromkeys(("purchase", "buy"), "order"),
}


@dataclass(frozen=True)
class _Layout:
    """The columns by which a publication is known, and what they are here; the zone of its shop."""

    columns: dict[str, str]
    zone: ZoneInfo


_LAYOUTS = {
    "REES46": _Layout(
        {
            "event_time": "time",
            "event_type": "type",
            "product_id": "product_id",
            "user_id": "user_id",
        },
        ZoneInfo("UTC"),
    ),
    "Taobao": _Layout(
        {
            "timestamp": "time",
            "behavior_type": "type",
            "item_id": "product_id",
            "user_id": "user_id",
        },
        ZoneInfo("Asia/Shanghai"),
    ),
}


def events_of(log: pd.DataFrame) -> pd.DataFrame:
    """The log with columns that both publications have: time (text of the shop's clocks), type (of
    ours), product_id and user_id.

    Raises Unusable where the columns are of neither.
    """
    for layout in _LAYOUTS.values():
        if all(log[column].notna().any() for column in layout.columns):
            events = log.assign(**{name: log[own] for own, name in layout.columns.items()})
            if "timestamp" in layout.columns:
                events["time"] = _clock_times(events["time"], layout.zone)
            events["type"] = events["type"].map(lambda name: _TYPES.get(name, name))
            return events
    known = "; or ".join(f"{', '.join(one.columns)} ({name})" for name, one in _LAYOUTS.items())
    raise Unusable(f"the file has the columns of no known log; needed are {known}.")


def event_tables(events: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """ODS table → its rows, all columns texts; tables and columns that a log lacks are missing."""
    parts = [events[name].fillna("") for name in ("user_id", "product_id", "type")]
    stamp = events["time"].fillna("").str.replace(r"\D", "", regex=True)
    ids = parts[0] + "-" + parts[1] + "-" + parts[2] + "-" + stamp
    events = events.assign(event_id=ids + ("-" + events["user_session"]).fillna(""))
    return {
        "ods_behavior_event": pd.DataFrame(
            {
                "event_id": events["event_id"],
                "session_id": events["user_session"],
                "customer_id": events["user_id"],
                "event_type": events["type"],
                "event_timestamp": events["time"],
                "product_id": events["product_id"],
            }
        ),
        **_orders(events[(events["type"] == "order") & events["price"].notna()]),
        "ods_product": _products(events),
    }


def _orders(purchases: pd.DataFrame) -> dict[str, pd.DataFrame]:
    alone = purchases["user_id"] + "-" + purchases["time"]
    purchases = purchases.assign(order_id=purchases["user_session"].fillna(alone))
    purchases = purchases.sort_values(["order_id", "time", "event_id"])
    first = purchases.drop_duplicates("order_id")
    return {
        "ods_order": pd.DataFrame(
            {
                "order_id": first["order_id"],
                "customer_id": first["user_id"],
                "order_time": first["time"],
                "pay_time": first["time"],
                "order_status": "已完成",
            }
        ),
        "ods_order_item": pd.DataFrame(
            {
                "order_item_id": purchases["event_id"],
                "order_id": purchases["order_id"],
                "product_id": purchases["product_id"],
                "quantity": "1",
                "unit_price": purchases["price"],
                "amount": purchases["price"],
            }
        ),
    }


def _products(events: pd.DataFrame) -> pd.DataFrame:
    columns = ["product_id", "time", "category_id", "category_code", "brand", "price"]
    last = events[columns].dropna(subset="product_id").sort_values(columns)
    last = last.groupby("product_id").last().reset_index()
    return pd.DataFrame(
        {
            "product_id": last["product_id"],
            "category_id": last["category_id"],
            "category_name": last["category_code"].fillna(last["category_id"]),
            "price": last["price"],
            "product_status": "在售",
            "brand": last["brand"],
        }
    )


def _clock_times(seconds: pd.Series, zone: ZoneInfo) -> pd.Series:
    """What a count of seconds is on the clocks of a zone; a text that is none stays as it is."""
    counted = pd.to_numeric(seconds, errors="coerce")
    times = pd.to_datetime(counted, unit="s", utc=True, errors="coerce")
    local = times.dt.tz_convert(zone).dt.strftime("%Y-%m-%d %H:%M:%S")

    return local.astype(object).where(times.notna(), seconds)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="csv, csv.gz, zip or Parquet, or a folder of such parts"
    )


def _read(
    arguments: Namespace, tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    say_reading(arguments.file)
    rules = replace(rules, zone=_LAYOUTS["REES46"].zone)
    log = read_table(LOG.table, files_at(arguments.file), rules, folder)
    try:
        rows = event_tables(events_of(rows_of(log, rules)))
    except Unusable as problem:
        raise Unusable(f"{arguments.file}: {problem}") from None

    return write_tables(rows, tables, rules, folder)


SHOP_EVENTS = DataSet(
    "events",
    "the public logs of a shop's visitors by REES46 and from Taobao",
    ("customer_profile", "customer_service_promo"),
    _add_arguments,
    _read,
    about=CHOICES,
    schema="shop_events",
    today=("ods_behavior_event", "event_timestamp"),
    settings=SETTINGS,
)
