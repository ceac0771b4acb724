"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey becomes the same ODS tables from whichever publication people have.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
import pytest
from journey_files import PAID, PUBLICATIONS, write_kaggle, write_package
from workspace import REPOSITORY

from customer_value.areas.complete_journey import COMPLETE_JOURNEY
from customer_value.errors import LoadError
from customer_value.loader.area_tables import ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.unusable import Unusable

Row = dict[str, str | None]
Read = Callable[[Path], dict[str, list[Row]]]
LINE = ("quantity", "unit_price", "discount_amount", "amount")


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    """An empty folder for a publication."""
    folder = tmp_path / "journey"
    folder.mkdir()

    return folder


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a publication; ODS table → its rows, without what only files of that kind can have."""
    areas = ("customer_service_promo", "customer_profile", "shared")
    tables = [table for area in areas for table in ods_tables(REPOSITORY, area)]
    rules = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))

    def read(directory: Path) -> dict[str, list[Row]]:
        work = tmp_path / "work"
        work.mkdir()
        found = COMPLETE_JOURNEY.read(Namespace(directory=directory), tables, rules, work)

        return {each.table.name: pq.read_table(each.file).to_pylist() for each in found}

    return read


@pytest.mark.parametrize("publication", PUBLICATIONS)
def test_every_publication_gives_the_same_tables(
    journey: Path, read: Read, publication: str
) -> None:
    PUBLICATIONS[publication](journey)
    tables = read(journey)

    uses = tables["ods_customer_service_promo_use"]
    assert {row["use_id"]: row["pay_amount"] for row in uses} == PAID
    assert [row["pay_time"] for row in uses] == [
        *["2017-11-27 12:00:00"] * 3,
        "2017-11-30 12:00:00",
    ]
    sends = [
        (row["send_id"], row["product_id"], row["customer_service_id"], row["send_time"])
        for row in tables["ods_customer_service_promo_send"]
    ]
    assert sends == [
        ("18-1", "27160", "Type A", "2017-10-30 00:00:00"),
        ("18-26", "27160", "Type A", "2017-10-30 00:00:00"),
        ("5-26", "28897", "Type B", "2017-11-27 00:00:00"),
    ]
    activities = {
        row["activity_id"]: (row["activity_name"], row["start_time"], row["end_time"])
        for row in tables["ods_customer_service_promo_activity"]
    }
    assert activities == {
        "18": ("Campaign 18 (Type A)", "2017-10-30 00:00:00", "2017-12-24 23:59:59"),
        "5": ("Campaign 5 (Type B)", "2017-11-27 00:00:00", "2017-12-05 23:59:59"),
    }


@pytest.mark.parametrize("publication", PUBLICATIONS)
def test_dimensions_and_items(journey: Path, read: Read, publication: str) -> None:
    PUBLICATIONS[publication](journey)
    tables = read(journey)

    items = tables["ods_customer_service_promo_activity_item"]
    assert [(row["activity_id"], row["product_id"]) for row in items] == [
        *(("18", product) for product in ("27160", "27754", "900000")),
        ("5", "28897"),
    ]
    products = {row["product_id"]: row["product_name"] for row in tables["ods_product"]}
    assert products == {
        "900000": "GROUND 12 OZ",
        "27160": "GREEN",
        "27754": None,
        "28897": "BLACK 20 CT",
    }
    assert [row["cs_name"] for row in tables["ods_customer_service"]] == ["Type A", "Type B"]
    assert tables["ods_sku"] == []


@pytest.mark.parametrize("publication", PUBLICATIONS)
def test_baskets_are_orders_of_households(journey: Path, read: Read, publication: str) -> None:
    PUBLICATIONS[publication](journey)
    tables = read(journey)

    orders = [
        (row["order_id"], row["customer_id"], row["channel_id"], row["order_time"][:10])
        for row in tables["ods_order"]
        if row["order_time"] and row["order_time"] == row["pay_time"]
    ]
    assert orders == [
        ("31", "26", "400", "2017-11-27"),
        ("32", "26", "367", "2017-11-28"),
        ("40128000000", "1", "367", "2017-11-27"),
    ]
    lines = [
        tuple(row[name] for name in ("order_item_id", *LINE)) for row in tables["ods_order_item"]
    ]
    assert lines == [
        ("31-27160", "3", "0.73", "0.00", "2.20"),
        ("31-900000", "1", "1.50", "0.40", "1.10"),
        ("32-27160", "1", "4.00", "0.00", "4.00"),
        ("40128000000-27160", "2", "0.63", "0.25", "1.00"),
        ("40128000000-27754", "0", None, "0.00", "3.00"),
        ("40128000000-900000", "1", "2.95", "0.45", "2.50"),
    ]
    assert [row["channel_id"] for row in tables["ods_channel"]] == ["367", "400"]


@pytest.mark.parametrize("publication", PUBLICATIONS)
def test_households_say_what_demographics_say(journey: Path, read: Read, publication: str) -> None:
    PUBLICATIONS[publication](journey)
    tables = read(journey)

    assert [(row["customer_id"], row["update_time"]) for row in tables["ods_customer"]] == [
        ("1", "2017-11-27 00:00:00"),
        ("26", "2017-11-27 00:00:00"),
    ]
    assert [tuple(row.values()) for row in tables["ods_customer_declared_attribute"]] == [
        ("26", "age", "45-54"),
        ("26", "income", "50-74K"),
    ]


def test_demographics_may_be_missing(journey: Path, read: Read) -> None:
    write_package(journey)
    (journey / "demographics.parquet").unlink()
    tables = read(journey)

    assert tables["ods_customer_declared_attribute"] == []
    assert len(tables["ods_customer"]) == 2


@pytest.mark.parametrize("publication", PUBLICATIONS)
def test_what_the_data_set_lacks_is_without_rows_or_absent(
    journey: Path, read: Read, publication: str
) -> None:
    PUBLICATIONS[publication](journey)
    tables = read(journey)

    for name in ("region", "refund", "behavior_event", "service_contact"):
        assert tables[f"ods_{name}"] == []
    assert not {"ods_review", "ods_customer_relation", "ods_customer_erasure"} & tables.keys()


@pytest.mark.parametrize(
    ("write", "missing"),
    [(write_package, "products.parquet"), (write_kaggle, "product.csv")],
)
def test_tables_and_columns_that_are_missing_are_all_named(
    journey: Path, read: Read, write: Callable[[Path], None], missing: str
) -> None:
    write(journey)
    (journey / missing).unlink()
    damaged = next(journey.glob("campaigns.*"), journey / "campaign_table.csv")
    damaged.write_bytes(next(journey.glob("coupon[s.]*")).read_bytes())

    with pytest.raises(LoadError) as refused:
        read(journey)

    campaigns, products = str(refused.value).splitlines()
    assert f"{damaged} has no column household_id" in campaigns
    assert products.startswith(f"products: no file of its name in {journey}")


def test_cells_that_cannot_be_used_are_named(journey: Path, read: Read) -> None:
    write_kaggle(journey)
    for name, old, new in (
        ("transaction_data.csv", ",2.5,", ",two,"),
        ("coupon_redempt.csv", ",697", ",27 Nov"),
        ("campaign_table.csv", "18,26", "18,"),
    ):
        text = (journey / name).read_text("utf-8")
        assert old in text
        (journey / name).write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(LoadError) as refused:
        read(journey)

    campaigns, redemptions, transactions = str(refused.value).splitlines()
    assert campaigns.startswith("campaigns: household_id has no value in 1 row")
    assert redemptions == (
        "coupon_redemptions: redemption_date is neither a time nor a numbered day: '27 Nov'."
    )
    assert transactions.startswith("transactions: sales_value is no number of its size in 1 row")
    assert transactions.endswith("for example 'two'; repair the file.")


def test_folder_that_is_not_there(read: Read, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="nowhere is not a folder"):
        read(tmp_path / "nowhere")
