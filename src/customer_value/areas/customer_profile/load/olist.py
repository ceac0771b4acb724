"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Olist's Brazilian E-Commerce Public Dataset as the ODS of the area: the files of Kaggle.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd

from customer_value.areas.customer_profile.load.brazil import regions
from customer_value.areas.customer_profile.load.consent import CHOICE, SETTINGS
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.progress import say_reading
from customer_value.loader.published import PublishedTable, read_published
from customer_value.loader.read_table import ReadTable, write_tables
from customer_value.loader.unusable import Unusable

CHOICES = f"""\
customer: customer_unique_id, the person (个人); customer_id is new for every order. Each order has
  a version of the person's record, with the state from which it was placed
order_status: delivered = 已完成; canceled and unavailable, whose goods nobody had, = 已取消;
  created = 未支付; approved, invoiced, processing and shipped = 已支付
pay_time: order_approved_at; a delivered order without one was paid when it was placed
payment_method: the type with the largest part of the order's payments
item = line of one unit; amount: its price, without freight
review: one per review and order, of the order's most expensive item; a review of an order without
  items has no product, so that the build rejects it
product: on sale (在售), as all of them were ordered; without a name, a brand and a price
times: as they are in the files, taken for those of São Paulo
The data set has no events, no contacts with a service, no refunds, no channels and no discounts, so
that all that is made of these stays empty. Hardly anybody in it bought twice.
{CHOICE}"""

_ID = "string required"
TABLES = (
    PublishedTable(
        "olist_customers_dataset",
        {"customer_id": _ID, "customer_unique_id": _ID, "customer_state": "string"},
    ),
    PublishedTable(
        "olist_orders_dataset",
        {
            "order_id": _ID,
            "customer_id": _ID,
            "order_status": "string",
            "order_purchase_timestamp": "timestamp required",
            "order_approved_at": "timestamp",
        },
    ),
    PublishedTable(
        "olist_order_items_dataset",
        {
            "order_id": _ID,
            "order_item_id": _ID,
            "product_id": _ID,
            "price": "decimal(18,2) required",
        },
    ),
    PublishedTable(
        "olist_order_payments_dataset",
        {"order_id": _ID, "payment_type": "string", "payment_value": "decimal(18,2) required"},
    ),
    PublishedTable(
        "olist_order_reviews_dataset",
        {
            "review_id": _ID,
            "order_id": _ID,
            "review_score": "int required",
            "review_comment_title": "string optional",
            "review_comment_message": "string optional",
            "review_answer_timestamp": "timestamp required",
        },
    ),
    PublishedTable(
        "olist_products_dataset", {"product_id": _ID, "product_category_name": "string"}
    ),
    PublishedTable(
        "product_category_name_translation",
        {"product_category_name": _ID, "product_category_name_english": "string"},
        is_optional=True,
    ),
)
_STATUSES = {
    **dict.fromkeys(("approved", "invoiced", "processing", "shipped"), "已支付"),
    **dict.fromkeys(("canceled", "unavailable"), "已取消"),
    "created": "未支付",
    "delivered": "已完成",
}

Inputs = Mapping[str, pd.DataFrame]


def olist_tables(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """ODS table → its rows, all columns texts; tables and columns that the data set lacks are
    missing. inputs: the tables of the data set by their names.
    """
    people = inputs["olist_customers_dataset"]
    orders = inputs["olist_orders_dataset"].merge(people, "left", "customer_id")
    items = inputs["olist_order_items_dataset"]
    items = items.assign(line=items["order_id"] + "-" + items["order_item_id"])
    return {
        "ods_customer": _customers(orders),
        "ods_region": regions(),
        "ods_order": _orders(orders, inputs["olist_order_payments_dataset"]),
        "ods_order_item": _lines(items),
        "ods_review": _reviews(inputs["olist_order_reviews_dataset"], orders, items),
        "ods_product": _products(inputs),
    }


def _customers(orders: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "customer_id": orders["customer_unique_id"],
            "customer_type": "个人",
            "region_id": orders["customer_state"],
            "update_time": orders["order_purchase_timestamp"],
        }
    )


def _orders(orders: pd.DataFrame, payments: pd.DataFrame) -> pd.DataFrame:
    payments = payments[payments["payment_type"] != "not_defined"]
    value = pd.to_numeric(payments["payment_value"], errors="coerce").mul(100).round()
    parts = value.groupby([payments["order_id"], payments["payment_type"]]).sum().reset_index()
    parts = parts.sort_values(["payment_value", "payment_type"], ascending=[False, True])
    largest = parts.drop_duplicates("order_id").set_index("order_id")["payment_type"]
    placed = orders["order_purchase_timestamp"].where(orders["order_status"] == "delivered", None)
    return pd.DataFrame(
        {
            "order_id": orders["order_id"],
            "customer_id": orders["customer_unique_id"],
            "order_time": orders["order_purchase_timestamp"],
            "pay_time": orders["order_approved_at"].fillna(placed),
            "payment_method": orders["order_id"].map(largest),
            "order_status": orders["order_status"].map(lambda name: _STATUSES.get(name, name)),
        }
    )


def _lines(items: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "order_item_id": items["line"],
            "order_id": items["order_id"],
            "product_id": items["product_id"],
            "quantity": "1",
            "unit_price": items["price"],
            "amount": items["price"],
        }
    )


def _reviews(reviews: pd.DataFrame, orders: pd.DataFrame, items: pd.DataFrame) -> pd.DataFrame:
    items = items.assign(value=pd.to_numeric(items["price"], errors="coerce"))
    items = items.sort_values(["value", "line"], ascending=[False, True])
    dearest = items.drop_duplicates("order_id").set_index("order_id")
    person = orders.drop_duplicates("order_id").set_index("order_id")["customer_unique_id"]
    title, message = reviews["review_comment_title"], reviews["review_comment_message"]
    text = (title.fillna("") + "\n" + message.fillna("")).str.strip("\n")
    return pd.DataFrame(
        {
            # one survey may be about several orders
            "review_id": reviews["review_id"] + "-" + reviews["order_id"],
            "customer_id": reviews["order_id"].map(person),
            "product_id": reviews["order_id"].map(dearest["product_id"]),
            "order_item_id": reviews["order_id"].map(dearest["line"]),
            "review_time": reviews["review_answer_timestamp"],
            "rating": reviews["review_score"],
            "review_text": text.replace("", None),
        }
    )


def _products(inputs: Inputs) -> pd.DataFrame:
    products = inputs["olist_products_dataset"]
    category = products["product_category_name"]
    translation = inputs.get("product_category_name_translation")
    english = (
        category.map(
            translation.drop_duplicates("product_category_name").set_index("product_category_name")[
                "product_category_name_english"
            ]
        )
        if translation is not None
        else category
    )
    return pd.DataFrame(
        {
            "product_id": products["product_id"],
            "category_id": category,
            "category_name": english.fillna(category),
            "product_status": "在售",
            "shop_id": "olist",
        }
    )


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("directory", type=Path, help="folder with the data set's files")


def _read(
    arguments: Namespace, tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    source = arguments.directory
    if not source.is_dir():
        raise Unusable(f"{source} is not a folder; unpack the data set's archive into one.")
    say_reading(source)
    rules = replace(rules, zone=ZoneInfo("America/Sao_Paulo"))

    rows = olist_tables(read_published(source, TABLES, rules, folder))

    return write_tables(rows, tables, rules, folder)


OLIST = DataSet(
    "olist",
    "the public data set Brazilian E-Commerce by Olist",
    ("customer_profile", "customer_service_promo"),
    _add_arguments,
    _read,
    about=CHOICES,
    schema="olist",
    settings=SETTINGS,
)
