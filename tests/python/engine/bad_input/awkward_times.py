"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Dates and times as exports write them; a time without a zone is one of Asia/Shanghai.
"""

from __future__ import annotations

from awkward_cell import Cell, kept, refused
from raw_tables import ACTIVITY, ITEM, LINE, SEND, USE

UNPARSEABLE, FAR = "unparseable_value", "time_out_of_range"


def _time(text: str, becomes: str, why: str) -> Cell:
    return kept(SEND, "send_time", text, becomes, why)


def _no_time(text: str, why: str) -> Cell:
    return refused(SEND, "send_time", text, UNPARSEABLE, why)


def _far(text: str, why: str) -> Cell:
    return refused(SEND, "send_time", text, FAR, why)


FORMS = (
    _time("2024-06-15 10:00:00.5", "2024-06-15 10:00:00.5", "a fraction"),
    _time("2024-06-15T10:00:00", "2024-06-15 10:00:00", "as in JSON"),
    _time("2024-06-15", "2024-06-15 00:00:00", "a day begins at midnight"),
    _time(" 2024-06-15 10:00:00\u3000", "2024-06-15 10:00:00", "blanks around it"),
    _time("\ufeff2024-06-15 10:00:00", "2024-06-15 10:00:00", "a byte order mark"),
    _time("2024-02-29 00:00:00", "2024-02-29 00:00:00", "a leap day"),
    _no_time("2024-2-3", "no zeros: one cannot tell a cut text"),
    _no_time("2024/02/03", "slashes"),
    _no_time("2024.02.03", "points"),
    _no_time("20240203", "no separators"),
    _no_time("03/02/2024", "the second of March, or the third of February"),
    _no_time("2024年6月15日", "in words"),
    _no_time("２０２４-06-15", "full-width digits"),
    _no_time("2024-06-15 １0:00:00", "a full-width digit"),
    _no_time("2024－06－15", "full-width hyphens"),
    _no_time("2024-06-15 10：00：00", "full-width colons"),
    _no_time("24-06-15", "two digits of a year"),
    _no_time("2024-06-15 10:00", "half a time: the cast alone adds the seconds"),
    _no_time("2024-06-15 10", "an hour: the cast alone adds the rest"),
    _no_time("2024-06-15 10:00:00 AM", "half a day"),
    _no_time("2024-06-15 10:00:00.1234567", "more than microseconds"),
    _no_time("2024-06-15 10:00:00,5", "a comma for the point"),
    _no_time("2024-06-15  10:00:00", "two blanks"),
    _no_time("2024-06-15 10:00:00 x", "something behind it"),
    _no_time("2024", "a year: the cast alone makes it January the first"),
    _no_time("2024-06", "a month: the cast alone makes it the first"),
    _no_time("1718416800", "seconds since 1970"),
    _no_time("1718416800000", "milliseconds since 1970"),
    _no_time("45458.4166", "the days of a spreadsheet"),
    _no_time("0000-00-00 00:00:00", "what MySQL writes for nothing"),
    _no_time("now", "a word that the cast alone may know"),
    _no_time("epoch", "a word that the cast alone may know"),
    refused(SEND, "send_time", "NULL", "missing_value", "the word of a database export"),
    _no_time("10000-01-01", "a year of five digits: the cast alone takes it"),
    _no_time("+2024-06-15", "a signed year"),
    refused(SEND, "send_time", "", "missing_value", "empty"),
    refused(SEND, "send_time", None, "missing_value", "null"),
)

CALENDAR = (
    _no_time("2023-02-29 00:00:00", "no leap year"),
    _no_time("2024-02-30 00:00:00", "no month has it"),
    _no_time("2024-06-31 00:00:00", "June has thirty days"),
    _no_time("2024-13-01 00:00:00", "a thirteenth month"),
    _no_time("2024-00-10 00:00:00", "a month before the first"),
    _no_time("2024-06-15 24:00:00", "midnight, but of which day? The cast to a date takes it"),
    _no_time("2024-06-15 10:60:00", "a sixtieth minute"),
    _no_time("2016-12-31 23:59:60", "a leap second, in the form of one"),
    _time("1970-01-01 00:00:00", "1970-01-01 00:00:00", "the first moment that counts"),
    _far("1969-12-31 23:59:59.999999", "the last moment that does not"),
    _time("2100-12-31 23:59:59.999999", "2100-12-31 23:59:59.999999", "the last that counts"),
    _far("2101-01-01 00:00:00", "the first that does not"),
    _far("0001-01-01 00:00:00", "what .NET and Go write for nothing"),
    _far("0000-01-01 00:00:00", "the year nought"),
    _far("1900-01-01", "what SQL Server writes for nothing"),
    _far("9999-12-31 23:59:59", "'for ever'"),
)

ZONES = (
    _time("2024-06-15T10:00:00Z", "2024-06-15 18:00:00", "Greenwich"),
    _time("2024-06-15T18:00:00Z", "2024-06-16 02:00:00", "Greenwich, and the next day here"),
    _time("2024-06-15 10:00:00+08:00", "2024-06-15 10:00:00", "the shops' own zone, said"),
    _time("2024-06-15T10:00:00.123456-05:00", "2024-06-15 23:00:00.123456", "New York"),
    _time("2024-06-15 10:00:00+05:45", "2024-06-15 12:15:00", "Kathmandu"),
    _time("2024-06-15 10:00:00-00:00", "2024-06-15 18:00:00", "Greenwich, of unknown origin"),
    _time("1986-05-04 02:30:00", "1986-05-04 03:30:00", "a night when the clocks skipped 02:00"),
    _no_time("2024-06-15 10:00:00+19:00", "no zone is that far east"),
    _no_time("2024-06-15 10:00:00+8:00", "a zone of one digit"),
    _no_time("2024-06-15 10:00:00+0800", "a zone without a colon"),
    _no_time("2024-06-15 10:00:00 CST", "China's, Cuba's or Chicago's"),
    _no_time("2024-06-15 10:00:00 Asia/Shanghai", "a zone by its name"),
    _no_time("2024-06-15Z", "a day of Greenwich is not one of the shops"),
    _far("1970-01-01T00:00:00+08:30", "half an hour before the first moment, by its zone"),
)

OTHER_TIMES = (
    refused(USE, "pay_time", "0000-00-00 00:00:00", UNPARSEABLE, "not paid, as MySQL writes it"),
    refused(USE, "pay_time", "", "missing_value", "not paid: no redemption"),
    refused(USE, "pay_time", "9999-12-31", FAR, "not paid, as others write it"),
    refused(ACTIVITY, "end_time", "9999-12-31 23:59:59", FAR, "an offer 'for ever'"),
    refused(
        ACTIVITY, "update_time", "昨天", UNPARSEABLE, "yesterday; an optional value counts too"
    ),
    kept(ACTIVITY, "create_time", "", None, "not known"),
    refused(ITEM, "create_time", "2024-06-01 24:00:00", UNPARSEABLE, "midnight of which day?"),
    kept(
        LINE, "InvoiceDate", "2011-03-27 01:30:00", "2011-03-27 01:30:00", "no such time in London"
    ),
    refused(
        LINE, "InvoiceDate", "12/1/2010 8:26", UNPARSEABLE, "the file's own form: the loader's"
    ),
    refused(LINE, "InvoiceDate", "40513.35", UNPARSEABLE, "the days of a spreadsheet"),
    refused(LINE, "InvoiceDate", "1899-12-31", FAR, "a spreadsheet's day nought"),
)
