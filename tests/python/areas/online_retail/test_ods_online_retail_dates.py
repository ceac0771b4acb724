"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The column InvoiceDate as a whole tells how its texts are to be read.
"""

from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from workspace import REPOSITORY

from customer_value.areas.online_retail import AREA
from customer_value.loader.area_tables import ods_tables
from customer_value.loader.cells.rules import CellRules, read_column
from customer_value.loader.unusable import Unusable


def read(*texts: str | None) -> tuple[list[str | None], list[str]]:
    (table,) = ods_tables(REPOSITORY, AREA.name)
    (column,) = (field for field in table.fields if field.name == "InvoiceDate")
    rules = CellRules(REPOSITORY, ZoneInfo(AREA.time_zone))
    found = read_column(column, pa.chunked_array([list(texts)], pa.string()), rules)
    return found.texts.to_pylist(), list(found.notes)


@pytest.mark.parametrize(
    ("texts", "dates"),
    [
        (["12/1/2010 8:26", "12/13/2010 9:02"], ["2010-12-01 08:26:00", "2010-12-13 09:02:00"]),
        (["1/12/2010 8:26", "13/12/2010 9:02"], ["2010-12-01 08:26:00", "2010-12-13 09:02:00"]),
        (["13-12-2010", "31-01-2011 08:26"], ["2010-12-13 00:00:00", "2011-01-31 08:26:00"]),
        (["2/2/2011 8:26:59", "3.3.2011 00:00"], ["2011-02-02 08:26:59", "2011-03-03 00:00:00"]),
        ([" 12/31/2010 23:59 ", None], ["2010-12-31 23:59:00", None]),
        (["2/29/2012 8:26", "2/29/2011 8:26"], ["2012-02-29 08:26:00", "2/29/2011 8:26"]),
        (["12/12/0099 8:26"], ["0099-12-12 08:26:00"]),
        (["12/1/10 8:26", "12/13/10 8:26"], ["2010-12-01 08:26:00", "2010-12-13 08:26:00"]),
        (["1-Dec-2010 8:26 PM"], ["2010-12-01 20:26:00"]),
        ([None], [None]),
    ],
)
def test_order_of_day_and_month(texts: list[str | None], dates: list[str | None]) -> None:
    assert read(*texts)[0] == dates


def test_the_order_is_told() -> None:
    note = "InvoiceDate is read month first, as '12/13/2010 9:02' shows"
    assert read("12/1/2010 8:26", "12/13/2010 9:02")[1] == [note]
    note = "InvoiceDate is read day first, as '13-12-2010 09:02' shows"
    assert read("01-12-2010 08:26", "13-12-2010 09:02")[1] == [note]


@pytest.mark.parametrize(
    "text",
    ["2010-12-01 08:26:00", "2010-12-01T08:26:00", "2010-12-01 08:26:00.5", "2010-12-01"],
)
def test_iso_stays(text: str) -> None:
    dates, notes = read(text)
    assert dates == [text]
    # a day alone is midnight, which is worth a word
    assert bool(notes) == (len(text) == len("2010-12-01"))


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2010-12-01T08:26:00Z", "2010-12-01 08:26:00"),
        ("2011-06-30T23:30:00.000Z", "2011-07-01 00:30:00"),
        ("2011-06-30 23:30:00+08:00", "2011-06-30 16:30:00"),
    ],
)
def test_instants_become_times_of_the_shop(text: str, local: str) -> None:
    dates, (note,) = read(text)
    assert dates == [local]
    assert f"'{text}' is written as the local time {local} (Europe/London)" in note


@pytest.mark.parametrize("text", ["2010-12-01 08:26", "2010/12/1 8:26", "2010.12.01 08:26:00"])
def test_year_first_is_written_as_iso(text: str) -> None:
    dates, (note,) = read(text)
    assert dates == ["2010-12-01 08:26:00"]
    assert f"'{text}' is read as 2010-12-01 08:26:00" in note


def test_both_orders_are_refused() -> None:
    with pytest.raises(Unusable, match=r"'13/1/2011 8:26', day first, and '1/14/2011 8:26', month"):
        read("13/1/2011 8:26", "2/3/2011 8:26", "1/14/2011 8:26")


def test_no_order_is_refused() -> None:
    with pytest.raises(Unusable, match=r"does not tell whether '2/3/2011 8:26' is written day"):
        read("2/2/2011 8:26", "2/3/2011 8:26", "2010-12-13 08:26:00", "40/40/2011 8:26")


def test_texts_of_unknown_form_stay() -> None:
    texts = ["yesterday", "2010-12-01 08:26:00", "32/1/2011 8:26", "2010-12-01 08:27:00"]
    assert read(*texts) == (texts, [])


def test_two_forms_are_told() -> None:
    values, notes = read("2010-12-01 08:26:00", "13/12/2010 08:26")
    assert values == ["2010-12-01 08:26:00", "2010-12-13 08:26:00"]
    assert notes[1].startswith(
        "InvoiceDate is written in two ways, as '2010-12-01 08:26:00' and as '13/12/2010 08:26'; a"
    )
