"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ids, names and free texts: whatever they hold is text, and only blanks around them go.
"""

from __future__ import annotations

from awkward_cell import Cell, as_it_is, kept, refused
from injections import INJECTIONS
from raw_tables import ACTIVITY, AGENT, ITEM, LINE, PRODUCT, SEND, SKU, USE

LONG = "长" * 10_000


def _consumer(text: str | bytes, why: str) -> Cell:
    return as_it_is(SEND, "consumer_id", text, why)


def _nobody(text: str, why: str) -> Cell:
    return refused(SEND, "consumer_id", text, "missing_value", why)


IDS = (
    _consumer("O'Brien", "an apostrophe"),
    _consumer('say "hi"', "quotes"),
    _consumer("back\\slash\\", "backslashes, one of them last"),
    _consumer("100%_s", "what LIKE takes for a pattern"),
    _consumer("a/b?c=d&e#f", "what a URL takes for its parts"),
    _consumer("00123", "zeros that count"),
    _consumer("1e5", "not a hundred thousand"),
    _consumer("1.0", "not one"),
    _consumer("-1", "not negative"),
    _nobody("NULL", "the word of a database export"),
    _nobody("None", "the null of a Python export"),
    _nobody("NaN", "the null of a data frame"),
    _nobody("nan", "the null of a data frame"),
    _nobody("\\N", "a null of Hive that was not read as one"),
    _consumer("Null, Anna", "somebody is called so"),
    _consumer("nand", "more than a word for nothing"),
    _consumer("false", "a word"),
    _consumer("🎉👨‍👩‍👧‍👦", "four bytes a character, and joined ones"),
    _consumer("e\u0301", "a letter and its accent: not the same id as one character"),
    _consumer("\u00e9", "the same to the eye as the one above"),
    _consumer("Ａ１", "full-width letters: another id than A1"),
    _consumer("a\u200bb", "a zero-width space inside stays"),
    _consumer("a\u202eb", "a right-to-left override inside stays"),
    _consumer("a b", "a blank inside stays"),
    _consumer("a\tb\nc\r\nd", "tabs and line ends inside stay"),
    _consumer("a\x00b\x07\x1bc", "control characters"),
    _consumer(LONG, "ten thousand characters"),
    _consumer("客户①", "Chinese"),
    _consumer(b"C" + "客户".encode("gbk") + b"1", "another encoding's bytes, as they came"),
    _consumer("a\ud83d", "half of an emoji, as some writers cut it"),
    kept(SEND, "consumer_id", " C1 ", "C1", "blanks around it"),
    kept(SEND, "consumer_id", "\ufeffC1", "C1", "a byte order mark: no other customer"),
    kept(SEND, "consumer_id", "C1\u200b", "C1", "a zero-width space: no other customer"),
    kept(SEND, "consumer_id", "\u200fC1\u200e", "C1", "direction marks: no other customer"),
    kept(SEND, "consumer_id", "\u00a0C1\u3000", "C1", "blanks of other widths"),
    refused(SEND, "consumer_id", "\u3000\u00a0 ", "missing_value", "only blanks"),
    refused(SEND, "consumer_id", "\u200b\ufeff", "missing_value", "nothing to see"),
    kept(SEND, "sku_id", "", None, "an offer for every SKU of the product"),
    kept(SEND, "sku_id", "\u200b", None, "nothing to see is nothing"),
)

KEYS = (
    as_it_is(SEND, "send_id", "D'1", "an apostrophe in a key"),
    as_it_is(SEND, "send_id", "d1\x00", "a NUL in a key"),
    refused(SEND, "send_id", None, "missing_key", "null"),
    refused(SEND, "send_id", "\t", "missing_key", "a tab"),
    refused(SEND, "send_id", "\ufeff", "missing_key", "a byte order mark and nothing else"),
    kept(USE, "send_id", "\ufeffsent ", "sent", "still the same send"),
    refused(USE, "send_id", "Sent", "unknown_send", "another case, another send"),
    refused(USE, "send_id", "se\u200bnt", "unknown_send", "a zero-width space inside"),
    refused(USE, "send_id", "' or '1'='1", "unknown_send", "no send has this id"),
    refused(USE, "send_id", "", "missing_value", "empty"),
    refused(ITEM, "product_id", "", "missing_key", "a part of the key"),
    as_it_is(ITEM, "sku_id", "K|1", "the separator of the reject table's key"),
    kept(ITEM, "sku_id", "", None, "the one part of a key that may be empty"),
    refused(AGENT, "customer_service_id", " ", "missing_key", "a blank"),
    refused(PRODUCT, "product_id", "", "missing_key", "empty"),
    refused(SKU, "product_id", "", "missing_value", "a SKU of nothing"),
    refused(LINE, "InvoiceNo", "", "missing_value", "empty"),
    refused(LINE, "StockCode", "\u3000", "missing_value", "a full-width blank"),
)

NAMES = (
    as_it_is(PRODUCT, "product_name", "纯棉T恤, \"大\"码 'XL' 🎁", "a name with everything"),
    as_it_is(PRODUCT, "product_name", "\x01", "one control character"),
    as_it_is(PRODUCT, "product_name", "<b>促销</b>&nbsp;", "HTML: the pages escape it"),
    as_it_is(SKU, "sku_name", "红色\n大码", "two lines"),
    as_it_is(AGENT, "cs_name", "O\u2019Brien", "the apostrophe of a typesetter"),
    kept(ACTIVITY, "activity_name", "\u300065折\u3000", "65折", "full-width blanks around it"),
    kept(ACTIVITY, "activity_name", "", None, "without a name"),
    kept(PRODUCT, "product_name", "nan", None, "the null of a data frame"),
    kept(LINE, "Description", "nan", None, "the null of a data frame"),
    as_it_is(LINE, "Description", " WHITE HANGING HEART ", "the file's own blanks stay"),
    as_it_is(LINE, "Description", "?", "the file's own"),
    kept(LINE, "Description", "", None, "empty"),
    kept(LINE, "CustomerID", "", None, "the file's customers without an id"),
    as_it_is(LINE, "CustomerID", "17850.0", "a double as ODS holds it: the loader takes it off"),
    as_it_is(LINE, "Country", "EIRE", "the file's own"),
)

INJECTED = tuple(
    as_it_is(table, column, text, "an injection is a text")
    for table, column in ((SEND, "consumer_id"), (PRODUCT, "product_name"), (LINE, "Description"))
    for text in INJECTIONS
    # a word for nothing, in every column
    if text != "nan"
)
