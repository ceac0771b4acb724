"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A loader's parting command is complete: profiles, switches, and the day where the area needs one.
"""

from pathlib import Path

import pandas as pd
import pytest
from workspace import REPOSITORY

from customer_value.commands.common import Project
from customer_value.commands.way_on import absent_tables, way_on
from customer_value.loader.area_tables import OdsTable, ods_tables
from customer_value.loader.last_day import last_day
from customer_value.loader.read_table import ReadTable, write_texts

PROMO = "customer_service_promo"
SENDS = f"ods_{PROMO}_send"
PROJECT = Project(Path("/my shop"), Path("/my shop/profiles"), None)


@pytest.fixture
def sends() -> OdsTable:
    return next(table for table in ods_tables(REPOSITORY, PROMO) if table.name == SENDS)


def read(sends: OdsTable, folder: Path, *times: str | None) -> list[ReadTable]:
    return [write_texts(sends, pd.DataFrame({"send_time": list(times)}, dtype="object"), folder)]


def test_the_way_on_names_profiles_switches_and_day() -> None:
    assert way_on("ods", [PROMO], PROJECT, "2025-03-31") == (
        "AS_OF_DATE=2025-03-31 make build ODS=source   (or: dbt build --profiles-dir"
        f" '/my shop/profiles' --vars '{{{PROMO}_ods: source, shared_ods: source,"
        " as_of_date: 2025-03-31}')"
    )
    assert way_on("mine", [PROMO], PROJECT, "2025-03-31") == (
        f"dbt build --profiles-dir '/my shop/profiles' --vars '{{{PROMO}_ods: source,"
        " shared_ods: source, as_of_date: 2025-03-31, ods_schema: mine}'"
    )
    assert "as_of_date" not in way_on("ods", ["online_retail"], PROJECT)


def test_the_way_on_of_a_data_set_names_all_its_areas_and_what_it_needs() -> None:
    areas, consent = [PROMO, "customer_profile"], {"rfm_bins": "7"}
    assert way_on("ods", areas, PROJECT, "2017-12-31", consent).startswith(
        'AS_OF_DATE=2017-12-31 make build ODS=source VARS="rfm_bins: 7"   (or: dbt build'
    )
    assert way_on("olist", areas, PROJECT, "2018-10-17", consent, is_apart=True) == (
        "DBT_SCHEMA=olist dbt build --profiles-dir '/my shop/profiles' --select"
        f" 'path:models/*/{PROMO}' 'path:models/*/customer_profile' 'path:models/*/shared'"
        f" path:seeds/reference --vars '{{{PROMO}_ods: source, customer_profile_ods: source,"
        " shared_ods: source, as_of_date: 2018-10-17, ods_schema: olist, rfm_bins: 7}'"
    )


def test_what_a_data_set_has_nothing_for_is_named() -> None:
    tables = [
        OdsTable("ods_order", ()),
        OdsTable("ods_channel", ()),
        OdsTable("ods_refund", (), is_optional=True),
        OdsTable("ods_product", ()),
    ]
    rows = {"ods_order": 3, "ods_channel": 0, "ods_refund": 0, "ods_product": 0}

    said = absent_tables(tables, rows)

    assert said == {"absent_tables": "[ods_channel, ods_product]"}
    assert absent_tables(tables[:1], rows) == {}
    assert way_on("ods", ["customer_profile"], PROJECT, None, said).startswith(
        'make build ODS=source VARS="absent_tables: [ods_channel, ods_product]"   (or: dbt build'
    )


def test_the_last_day_is_that_of_the_latest_time(sends: OdsTable, tmp_path: Path) -> None:
    times = ("2025-03-30 08:00:00", "2025-03-31 00:00:01", None, "some day", "2024-12-31 23:59:59")

    assert last_day(read(sends, tmp_path, *times), SENDS, "send_time") == "2025-03-31"


def test_without_a_time_there_is_no_last_day(sends: OdsTable, tmp_path: Path) -> None:
    assert last_day(read(sends, tmp_path, "some day", None), SENDS, "send_time") is None
    assert last_day([], SENDS, "send_time") is None
