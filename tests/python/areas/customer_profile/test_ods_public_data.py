"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Small copies of Olist, of the logs of events and of the log of incidents, in every layout in which
they are published, become the same ODS tables; what is of no layout is refused in a sentence.
"""

from __future__ import annotations

import gzip
import zipfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow.parquet as pq
import pytest
from workspace import REPOSITORY

from customer_value.areas import DATA_SETS
from customer_value.errors import LoadError
from customer_value.loader.area_tables import ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.unusable import Unusable

Row = dict[str, str | None]
Read = Callable[[str, Path], dict[str, list[Row]]]
BY_NAME = {data_set.name: data_set for data_set in DATA_SETS}

REES46 = """\
event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
2019-10-01 00:00:10 UTC,view,1004,205301355563188265,electronics.phone,apple,130.76,533,s-1
2019-10-01 00:01:00 UTC,purchase,1004,205301355563188265,electronics.phone,apple,130.5,533,s-1
2019-10-01 00:02:00 UTC,purchase,2005,205301355563188266,,,9.9,533,s-1
2019-10-01 00:00:10 UTC,view,1004,205301355563188265,electronics.phone,apple,130.76,533,s-1
2019-10-01 00:03:00 UTC,remove_from_cart,1004,205301355563188265,electronics.phone,apple,131,77,
"""
TAOBAO = "1,2268318,2520377,pv,1511544070\n1,2333346,2520771,buy,1511561733\n"
INCIDENTS = """\
number,sys_mod_count,sys_updated_at,caller_id,opened_at,contact_type,category,resolved_at,closed_at
INC0000045,3,29/2/2016 11:29,Caller 2403,29/2/2016 01:16,Phone,Category 55,29/2/2016 11:29,?
INC0000045,0,29/2/2016 01:23,Caller 2403,29/2/2016 01:16,Phone,Category 26,29/2/2016 11:29,?
INC0000047,8,6/3/2016 10:00,?,29/2/2016 04:40,Direct opening,Category 40,?,16/3/2016 10:00
INC0000045,4,5/3/2016 12:00,Caller 2403,29/2/2016 01:16,Phone,Category 55,29/2/2016 11:29,?
"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the files of a data set; ODS table → its rows."""
    rules = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))

    def read(name: str, place: Path) -> dict[str, list[Row]]:
        data_set = BY_NAME[name]
        areas = (*data_set.areas, "shared")
        tables = [table for area in areas for table in ods_tables(REPOSITORY, area)]
        work = tmp_path / "work"
        work.mkdir()
        found = data_set.read(Namespace(file=place, directory=place), tables, rules, work)
        return {each.table.name: pq.read_table(each.file).to_pylist() for each in found}

    return read


def values(rows: list[Row], *columns: str) -> list[tuple[str | None, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def as_csv(text: str, folder: Path) -> Path:
    file = folder / "log.csv"
    file.write_text(text, "utf-8")
    return file


def as_gzip(text: str, folder: Path) -> Path:
    file = folder / "log.csv.gz"
    file.write_bytes(gzip.compress(text.encode()))
    return file


def as_zip(text: str, folder: Path) -> Path:
    file = folder / "log.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("log.csv", text)
    return file


def as_parquet(text: str, folder: Path) -> Path:
    rows = pd.read_csv(as_csv(text, folder))
    # typed, with times in UTC that do not say so
    rows["event_time"] = pd.to_datetime(rows["event_time"]).dt.tz_localize(None)
    file = folder / "log.parquet"
    rows.to_parquet(file)
    return file


@pytest.mark.parametrize("written", [as_csv, as_gzip, as_zip, as_parquet])
def test_events_of_rees46(read: Read, tmp_path: Path, written: Callable[[str, Path], Path]) -> None:
    tables = read("events", written(REES46, tmp_path))

    assert values(
        tables["ods_behavior_event"],
        *("event_id", "session_id", "customer_id", "event_type", "event_timestamp"),
    ) == [
        (
            "533-1004-page_view-20191001000010-s-1",
            *("s-1", "533", "page_view", "2019-10-01 00:00:10"),
        ),
        (
            "533-1004-order-20191001000100-s-1",
            *("s-1", "533", "order", "2019-10-01 00:01:00"),
        ),
        (
            "533-2005-order-20191001000200-s-1",
            *("s-1", "533", "order", "2019-10-01 00:02:00"),
        ),
        (
            "533-1004-page_view-20191001000010-s-1",
            *("s-1", "533", "page_view", "2019-10-01 00:00:10"),
        ),
        (
            "77-1004-remove_from_cart-20191001000300",
            *(None, "77", "remove_from_cart", "2019-10-01 00:03:00"),
        ),
    ]
    assert values(tables["ods_order"], "order_id", "customer_id", "order_time", "pay_time") == [
        ("s-1", "533", "2019-10-01 00:01:00", "2019-10-01 00:01:00")
    ]
    assert values(tables["ods_order_item"], "order_id", "product_id", "quantity", "amount") == [
        ("s-1", "1004", "1", "130.5"),
        ("s-1", "2005", "1", "9.9"),
    ]
    assert values(tables["ods_product"], "product_id", "category_name", "price", "brand") == [
        ("1004", "electronics.phone", "131", "apple"),
        ("2005", "205301355563188266", "9.9", None),
    ]
    assert tables["ods_customer"] == tables["ods_service_contact"] == []
    assert tables["ods_customer_service_promo_send"] == []
    assert "ods_review" not in tables


@pytest.mark.parametrize("header", ["", "user_id,item_id,category_id,behavior_type,timestamp\n"])
@pytest.mark.parametrize("written", [as_csv, as_gzip, as_zip])
def test_events_from_taobao(
    read: Read, tmp_path: Path, written: Callable[[str, Path], Path], header: str
) -> None:
    tables = read("events", written(header + TAOBAO, tmp_path))

    assert values(
        tables["ods_behavior_event"],
        *("event_id", "session_id", "event_type", "event_timestamp"),
    ) == [
        ("1-2268318-page_view-20171125012110", None, "page_view", "2017-11-25 01:21:10"),
        ("1-2333346-order-20171125061533", None, "order", "2017-11-25 06:15:33"),
    ]
    assert values(tables["ods_product"], "product_id", "category_id", "product_status") == [
        ("2268318", "2520377", "在售"),
        ("2333346", "2520771", "在售"),
    ]
    assert tables["ods_order"] == tables["ods_order_item"] == []


def test_a_log_of_neither_layout_is_refused(read: Read, tmp_path: Path) -> None:
    file = as_csv("user_id,what,at\n1,view,2019-10-01\n", tmp_path)

    with pytest.raises(Unusable) as refused:
        read("events", file)

    assert str(refused.value) == (
        f"{file}: the file has the columns of no known log; needed are event_time, event_type,"
        " product_id, user_id (REES46); or timestamp, behavior_type, item_id, user_id (Taobao)."
    )


@pytest.mark.parametrize("written", [as_csv, as_gzip, as_zip])
def test_incidents_are_reduced_to_their_last_state(
    read: Read, tmp_path: Path, written: Callable[[str, Path], Path]
) -> None:
    contacts = read("service-incidents", written(INCIDENTS, tmp_path))["ods_service_contact"]

    assert values(
        contacts,
        *("service_id", "customer_id", "contact_type", "contact_source", "issue_category"),
        *("contact_time", "resolution_time", "nps_score", "escalation_level"),
    ) == [
        (
            *("0000045", "2403", "电话", "human", "55"),
            *("2016-02-29 01:16:00", "613", None, None),
        ),
        (
            *("0000047", None, None, "human", "40"),
            *("2016-02-29 04:40:00", "23360", None, None),
        ),
    ]


def test_last_states_of_incidents(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "incidents.parquet"
    pd.DataFrame(
        {
            "number": ["0000045"],
            "sys_mod_count": [4],
            "sys_updated_at": pd.to_datetime(["2016-03-05 12:00"]),
            "caller_id": ["2403"],
            "opened_at": pd.to_datetime(["2016-02-29 01:16"]),
            "contact_type": ["Self service"],
            "category": ["55"],
            "resolved_at": pd.to_datetime(["2016-02-29 11:29:59"]),
            "closed_at": pd.to_datetime(["2016-03-05 12:00"]),
        }
    ).to_parquet(file)
    contacts = read("service-incidents", file)["ods_service_contact"]

    assert values(contacts, "service_id", "contact_type", "resolution_time") == [
        ("0000045", "在线", "613")
    ]


OLIST = {
    "olist_customers_dataset": (
        "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n"
        "c1,p1,14409,franca,SP\nc2,p1,20231,rio de janeiro,RJ\nc3,p2,20231,rio de janeiro,RJ\n"
    ),
    "olist_orders_dataset": (
        "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at\n"
        "o1,c1,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15\n"
        "o2,c2,delivered,2018-02-01 08:00:00,\n"
        "o3,c3,unavailable,2018-03-01 09:00:00,2018-03-01 09:30:00\n"
    ),
    "olist_order_items_dataset": (
        "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
        "o1,1,a,s,2017-10-06 11:07:15,58.90,13.29\no1,2,b,s,2017-10-06 11:07:15,239.90,19.93\n"
        "o2,1,a,s,2018-02-06 11:07:15,60.00,13.29\n"
    ),
    "olist_order_payments_dataset": (
        "order_id,payment_sequential,payment_type,payment_installments,payment_value\n"
        "o1,1,credit_card,1,170\no1,2,voucher,1,80.02\no1,3,voucher,1,82\n"
        "o1,4,voucher,1,10\no2,1,boleto,1,73.29\no3,1,not_defined,1,0\n"
    ),
    "olist_order_reviews_dataset": (
        "review_id,order_id,review_score,review_comment_title,review_comment_message"
        ",review_creation_date,review_answer_timestamp\n"
        'r1,o1,4,,"Bom, mas\ncaro",2018-01-18 00:00:00,2018-01-18 21:46:59\n'
        "r1,o2,5,Ótimo,,2018-03-10 00:00:00,2018-03-11 03:05:13\n"
        "r2,o3,1,,,2018-03-10 00:00:00,2018-03-12 03:05:13\n"
    ),
    "olist_products_dataset": (
        "product_id,product_category_name,product_name_lenght\na,perfumaria,40\nb,pc_gamer,44\n"
        "c,,\n"
    ),
    "product_category_name_translation": (
        "\ufeffproduct_category_name,product_category_name_english\nperfumaria,perfumery\n"
    ),
}


@pytest.fixture
def olist(tmp_path: Path) -> Path:
    """A small Olist, as Kaggle has it."""
    folder = tmp_path / "olist"
    folder.mkdir()
    for name, text in OLIST.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def test_orders_of_olist(read: Read, olist: Path) -> None:
    tables = read("olist", olist)

    assert values(tables["ods_customer"], "customer_id", "region_id", "update_time") == [
        ("p1", "SP", "2017-10-02 10:56:33"),
        ("p1", "RJ", "2018-02-01 08:00:00"),
        ("p2", "RJ", "2018-03-01 09:00:00"),
    ]
    assert values(
        tables["ods_order"], "order_id", "customer_id", "pay_time", "payment_method", "order_status"
    ) == [
        ("o1", "p1", "2017-10-02 11:07:15", "voucher", "已完成"),
        ("o2", "p1", "2018-02-01 08:00:00", "boleto", "已完成"),
        ("o3", "p2", "2018-03-01 09:30:00", None, "已取消"),
    ]
    assert values(tables["ods_order_item"], "order_item_id", "product_id", "amount") == [
        ("o1-1", "a", "58.90"),
        ("o1-2", "b", "239.90"),
        ("o2-1", "a", "60.00"),
    ]
    assert {row["discount_amount"] for row in tables["ods_order_item"]} == {None}


def test_reviews_products_and_regions_of_olist(read: Read, olist: Path) -> None:
    tables = read("olist", olist)

    assert values(
        tables["ods_review"],
        *("review_id", "customer_id", "product_id", "order_item_id", "rating", "review_text"),
    ) == [
        ("r1-o1", "p1", "b", "o1-2", "4", "Bom, mas\ncaro"),
        ("r1-o2", "p1", "a", "o2-1", "5", "Ótimo"),
        ("r2-o3", "p2", None, None, "1", None),
    ]
    assert values(tables["ods_product"], "product_id", "category_id", "category_name") == [
        ("a", "perfumaria", "perfumery"),
        ("b", "pc_gamer", "pc_gamer"),
        ("c", None, None),
    ]
    regions = tables["ods_region"]
    states = [row for row in regions if row["region_level"] == "省"]
    assert len(regions) == 32 and len(states) == 27
    assert {row["parent_region_id"] for row in states} == {
        row["region_id"] for row in regions if row["region_level"] == "大区"
    }
    places = {(row["grid_row"], row["grid_column"]) for row in states}
    assert len(places) == 27


def test_files_of_olist_that_are_missing_are_all_named(read: Read, olist: Path) -> None:
    (olist / "olist_orders_dataset.csv").unlink()
    (olist / "olist_products_dataset.csv").unlink()
    (olist / "product_category_name_translation.csv").unlink()

    with pytest.raises(LoadError) as refused:
        read("olist", olist)

    orders, products = str(refused.value).splitlines()
    assert orders.startswith(f"olist_orders_dataset: no file of its name in {olist}")
    assert products.startswith(f"olist_products_dataset: no file of its name in {olist}")


def test_a_folder_of_olist_that_is_none(read: Read, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"archive\.zip is not a folder; unpack"):
        read("olist", tmp_path / "archive.zip")
