"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The column InvoiceDate as a whole tells how its texts are to be read.
"""

import pyarrow as pa
import pytest
from customer_value.areas.online_retail.load.dates import dates_as_ods
from customer_value.loader.inspect_file import Unusable


def read(*texts: str | None) -> tuple[list[str | None], list[str]]:
    values, notes = dates_as_ods(pa.chunked_array([list(texts)], pa.string()))
    return values.to_pylist(), notes


@pytest.mark.parametrize(
    ("texts", "dates"),
    [
        (["12/1/2010 8:26", "12/13/2010 9:02"], ["2010-12-01 08:26:00", "2010-12-13 09:02:00"]),
        (["1/12/2010 8:26", "13/12/2010 9:02"], ["2010-12-01 08:26:00", "2010-12-13 09:02:00"]),
        (["13-12-2010", "31-01-2011 08:26"], ["13-12-2010", "2011-01-31 08:26:00"]),
        (["2/2/2011 8:26:59", "3.3.2011 00:00"], ["2011-02-02 08:26:59", "2011-03-03 00:00:00"]),
        ([" 12/31/2010 23:59 ", None], ["2010-12-31 23:59:00", None]),
        (["2/29/2012 8:26", "2/29/2011 8:26"], ["2012-02-29 08:26:00", "2/29/2011 8:26"]),
        (["12/12/0099 8:26"], ["0099-12-12 08:26:00"]),
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
    [
        "2010-12-01 08:26:00",
        "2010-12-01T08:26:00",
        "2010-12-01 08:26:00.5",
        "2010-12-01T08:26:00Z",
        "2010-12-01",
    ],
)
def test_iso_stays(text: str) -> None:
    assert read(text) == ([text], [])


def test_iso_without_seconds_gets_them() -> None:
    assert read("2010-12-01 08:26") == (["2010-12-01 08:26:00"], [])


def test_both_orders_are_refused() -> None:
    with pytest.raises(Unusable, match=r"day first in '13/1/2011 8:26' and .* '1/14/2011 8:26'"):
        read("13/1/2011 8:26", "2/3/2011 8:26", "1/14/2011 8:26")


def test_no_order_is_refused() -> None:
    with pytest.raises(Unusable, match=r"does not tell whether '2/3/2011 8:26' has the day or"):
        read("2/2/2011 8:26", "2/3/2011 8:26", "2010-12-13 08:26:00", "40/40/2011 8:26")


def test_a_column_of_unknown_form_is_refused() -> None:
    with pytest.raises(Unusable, match=r"'12/1/10 8:26' is in no known form, and no other value"):
        read(None, "12/1/10 8:26", "12/13/10 8:26")


def test_a_single_unknown_form_stays_and_is_told() -> None:
    values, notes = read(
        "yesterday", "2010-12-01 08:26:00", "32/1/2011 8:26", "2010-12-01 08:27:00"
    )
    assert values[0::2] == ["yesterday", "32/1/2011 8:26"]
    assert notes == ["InvoiceDate 'yesterday' cannot be read and stays as it is (2 such values)"]


def test_two_forms_are_told() -> None:
    values, notes = read("2010-12-01 08:26:00", "13/12/2010 08:26")
    assert values == ["2010-12-01 08:26:00", "2010-12-13 08:26:00"]
    assert notes[1].startswith(
        "InvoiceDate is written in two ways, as '2010-12-01 08:26:00' and as '13/12/2010 08:26'; a"
    )
