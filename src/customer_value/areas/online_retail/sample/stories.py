"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Hand-written rows that are in every sample, each with its class: one list per kind of event. Their
invoice and customer numbers are below those of the drawn rows.
"""

from typing import NamedTuple

from customer_value.areas.online_retail.sample.names import HOME

_JAR = ("23166", "MEDIUM CERAMIC STORAGE JAR")
_CRAFT = ("23843", "PAPER CRAFT , LITTLE BIRDIE")
_BOX = ("84406B", "DOLLY GIRL LUNCH BOX")
_STAR = ("71053L", "WICKER STAR, 'LARGE' ")
_FLAG = ("21866", "UNION JACK FLAG")
_POSTAGE = ("POST", "POSTAGE")
_DOTCOM = ("DOT", "DOTCOM POSTAGE")
_BANK = ("BANK CHARGES", "Bank Charges")
_CLOCK = ("22423", "ALARM CLOCK BAKELIKE RED")


class Row(NamedTuple):
    """A row of the file and its class."""

    line_class: str
    invoice: str | None
    code: str | None
    description: str | None
    quantity: str | None
    date: str | None
    price: str | None
    customer: str | None = None
    country: str | None = HOME


# 12346 bought one thing in his life and cancelled it; so did 12348, for less.
_SUPER_ORDERS = [
    Row("sale", "500001", *_JAR, "74215", "2011-01-18 10:01:00", "0.29", "12346"),
    Row("cancellation", "C500002", *_JAR, "-74215", "2011-01-18 10:17:00", "0.29", "12346"),
    Row("sale", "500003", "22980", "PANTRY BRUSH", "1", "2011-05-18 09:52:00", "1.65", "12347"),
    Row("sale", "500003", "22982", "PASTRY BRUSH", "1", "2011-05-18 09:52:00", "1.25", "12347"),
    Row("sale", "500004", *_CRAFT, "80995", "2011-12-09 09:15:00", "0.42", "12347"),
    Row("cancellation", "C500005", *_CRAFT, "-80995", "2011-12-09 09:27:00", "0.42", "12347"),
]

_CANCELLATIONS = [
    # wholly, and nothing else was ever bought
    Row("sale", "500010", *_BOX, "12", "2011-03-08 11:20:00", "1.95", "12348"),
    Row("cancellation", "C500011", *_BOX, "-12", "2011-03-10 09:41:00", "1.95", "12348"),
    # in part
    Row("sale", "500012", *_BOX, "24", "2011-03-09 12:02:00", "1.95", "12349"),
    Row("cancellation", "C500013", *_BOX, "-6", "2011-03-16 10:30:00", "1.95", "12349"),
    # of what was bought before the file begins, by one who bought since and one who did not
    Row("cancellation", "C500014", *_CLOCK, "-4", "2010-12-01 09:49:00", "3.75", "12349"),
    Row("cancellation", "C500015", *_CLOCK, "-2", "2010-12-01 10:12:00", "3.75", "12350"),
    # bought twice, cancelled once: the later purchase is the one undone
    Row("sale", "500016", *_STAR, "8", "2011-04-04 09:05:00", "2.55", "12351"),
    Row("sale", "500017", *_STAR, "8", "2011-04-18 14:38:00", "2.55", "12351"),
    Row("cancellation", "C500018", *_STAR, "-8", "2011-04-20 16:00:00", "2.55", "12351"),
    # cancelled before it was bought, bought, and cancelled twice
    Row("cancellation", "C500019", *_STAR, "-3", "2011-06-01 10:00:00", "2.55", "12352"),
    Row("sale", "500020", *_STAR, "3", "2011-06-02 10:00:00", "2.55", "12352"),
    Row("cancellation", "C500021", *_STAR, "-3", "2011-06-03 10:00:00", "2.55", "12352"),
    Row("cancellation", "C500022", *_STAR, "-3", "2011-06-06 10:00:00", "2.55", "12352"),
    # of no product, and by nobody
    Row("cancellation", "C500023", "D", "Discount", "-1", "2011-06-07 11:11:00", "27.50", "12351"),
    Row("cancellation", "C500024", "M", "Manual", "-1", "2011-06-08 12:24:00", "9.99", "12349"),
    Row("cancellation", "C500025", *_CLOCK, "-1", "2011-06-09 13:17:00", "3.75", None),
]

_ADJUSTMENTS = [
    Row("adjustment", "A500030", "B", "Adjust bad debt", "1", "2011-08-12 14:50:00", "11062.06"),
    Row("adjustment", "A500031", "B", "Adjust bad debt", "1", "2011-08-12 14:51:00", "-11062.06"),
    Row("adjustment", "500032", "22423", None, "-38", "2011-02-07 15:33:00", "0.00"),
    Row("adjustment", "500033", "22423", "damages?", "-5", "2011-02-08 15:35:00", "0.00"),
    Row("adjustment", "500034", *_BOX, "-2", "2011-02-09 09:30:00", "1.95", "12351"),
]

_WITHOUT_CUSTOMER_OR_NAME = [
    Row("no_customer", "500040", *_BOX, "3", "2011-07-04 16:01:00", "4.13"),
    Row("no_customer", "500040", *_DOTCOM, "1", "2011-07-04 16:01:00", "607.49"),
    Row("no_customer", "500041", "22139", None, "56", "2011-07-05 11:52:00", "0.00"),
    Row("no_customer", "500042", *_CLOCK, "1", "2011-07-05 12:20:00", "7.46", None, None),
    Row("incomplete", "500043", "22423", None, "2", "2011-07-06 12:31:00", "3.75", "12349"),
    Row("incomplete", "500043", *_STAR, "1", "2011-07-06 12:31:00", "2.55", "12349", None),
]

_NOT_PRODUCTS = [
    Row("non_product", "500050", *_POSTAGE, "3", "2011-08-01 08:45:00", "18.00", "12354", "France"),
    Row("sale", "500050", *_STAR, "24", "2011-08-01 08:45:00", "2.10", "12354", "France"),
    Row("non_product", "500051", "M", "Manual", "1", "2011-08-02 10:14:00", "56.60", "12351"),
    Row("non_product", "500052", *_DOTCOM, "1", "2011-08-03 14:22:00", "11.17", "12351"),
    Row("non_product", "500053", *_BANK, "1", "2011-08-04 09:00:00", "15.00", "12351"),
    Row(
        "non_product",
        "500054",
        "C2",
        "CARRIAGE",
        "1",
        "2011-08-05 13:40:00",
        "50.00",
        "12354",
        "France",
    ),
]

# 12353 was only ever given something.
_CHEAP = [
    Row("free", "500060", *_CLOCK, "1", "2011-09-05 12:51:00", "0.00", "12353"),
    Row("free", "500061", "22139", "£5 VOUCHER", "1", "2011-09-06 10:05:00", "0.00", "12352"),
    Row("sale", "500061", *_BOX, "1", "2011-09-06 10:05:00", "0.001", "12352"),
]

_COPIES = [
    Row("sale", "500070", *_FLAG, "1", "2011-10-03 11:45:00", "1.25", "12355"),
    Row("duplicate", "500070", *_FLAG, "1", "2011-10-03 11:45:00", "1.25", "12355"),
    Row("duplicate", "500070", *_FLAG, "1", "2011-10-03 11:45:00", "1.25", "12355"),
    # not a copy: its name ends with a blank
    Row("sale", "500070", "21866", "UNION JACK FLAG ", "1", "2011-10-03 11:45:00", "1.25", "12355"),
    Row("cancellation", "C500071", *_FLAG, "-1", "2011-10-04 10:00:00", "1.25", "12355"),
    Row("duplicate", "C500071", *_FLAG, "-1", "2011-10-04 10:00:00", "1.25", "12355"),
    Row("no_customer", "500072", "22423", None, "7", "2011-10-05 10:00:00", "0.00"),
    Row("duplicate", "500072", "22423", None, "7", "2011-10-05 10:00:00", "0.00"),
    # a copy of what cannot be read cannot be read either
    Row("invalid", "500073", *_CLOCK, "1 box", "2011-10-06 10:00:00", "3.75", "12355"),
    Row("invalid", "500073", *_CLOCK, "1 box", "2011-10-06 10:00:00", "3.75", "12355"),
]

_UNREADABLE = [
    Row("invalid", "500080", *_CLOCK, "twelve", "2011-11-01 10:00:00", "3.75", "12351"),
    Row("invalid", "500080", *_CLOCK, "１２", "2011-11-01 10:00:00", "3.75", "12351"),
    Row("invalid", "500080", *_CLOCK, "2.5", "2011-11-01 10:00:00", "3.75", "12351"),
    Row("invalid", "500080", *_CLOCK, "2", "2011-11-01 10:00:00", "free", "12351"),
    Row("invalid", "500080", *_CLOCK, "2", "2011-02-30 10:00:00", "3.75", "12351"),
    Row("invalid", "C500081", *_CLOCK, "-two", "2011-11-02 10:00:00", "3.75", None),
    Row("invalid", None, *_CLOCK, "2", "2011-11-03 10:00:00", "3.75", "12351"),
    Row("invalid", "500082", None, _CLOCK[1], "2", "2011-11-03 10:00:00", "3.75", "12351"),
    Row("invalid", "500082", *_CLOCK, None, "2011-11-03 10:00:00", "3.75", "12351"),
    Row("invalid", "500082", *_CLOCK, "2", None, "3.75", "12351"),
    Row("invalid", "500082", *_CLOCK, "2", "2011-11-03 10:00:00", None, "12351"),
]

# 12356 comes too late to be a customer.
_TOO_LATE = [
    Row("after_snapshot", "500090", *_BOX, "6", "2011-12-10 00:00:00", "1.95", "12351"),
    Row("after_snapshot", "500091", *_BOX, "6", "2011-12-10 09:00:00", "1.95", "12356"),
    Row("duplicate", "500091", *_BOX, "6", "2011-12-10 09:00:00", "1.95", "12356"),
    Row("after_snapshot", "C500092", *_STAR, "-8", "2011-12-10 09:00:00", "2.55", "12351"),
]

STORIES: list[Row] = [
    *_SUPER_ORDERS,
    *_CANCELLATIONS,
    *_ADJUSTMENTS,
    *_WITHOUT_CUSTOMER_OR_NAME,
    *_NOT_PRODUCTS,
    *_CHEAP,
    *_COPIES,
    *_UNREADABLE,
    *_TOO_LATE,
]
