"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Amounts, prices and counts as exports write them.
"""

from __future__ import annotations

from awkward_cell import Cell, kept, refused
from raw_tables import ITEM, LINE, PRODUCT, SEND, SKU, USE

UNPARSEABLE = "unparseable_value"


def _amount(text: str, becomes: str, why: str) -> Cell:
    return kept(SEND, "promo_amount", text, becomes, why)


def _no_amount(text: str, why: str) -> Cell:
    return refused(SEND, "promo_amount", text, UNPARSEABLE, why)


def _no_value(text: str, why: str) -> Cell:
    return refused(SEND, "promo_amount", text, "missing_value", why)


AMOUNTS = (
    _amount("12", "12.00", "no decimals"),
    _amount("12.5", "12.50", "one decimal"),
    _amount("12.340000", "12.34", "the zeros that a double's text or a wider decimal carries"),
    _amount("0000000012.50", "12.50", "padded to a fixed width"),
    _amount("+12.50", "12.50", "a sign that says nothing"),
    _amount("-0.00", "0.00", "nothing, not a negative amount"),
    _amount("99999999.99", "99999999.99", "the most that the column holds"),
    _amount("0" * 10_000, "0.00", "ten thousand zeros"),
    _amount(" 12.50\t", "12.50", "blanks around it"),
    _amount("\r\n12.50\r\n", "12.50", "line ends around it"),
    _amount("\u00a012.50\u00a0", "12.50", "no-break spaces of a web page"),
    _amount("\u300012.50", "12.50", "a full-width blank"),
    _amount("\ufeff12.50", "12.50", "the byte order mark of a file that was appended"),
    _amount("\u200b12.50\u200b", "12.50", "zero-width spaces of a web page"),
    _amount("\u200e12.50", "12.50", "the left-to-right mark of a chat or a Windows dialog"),
    _no_amount("１２.50", "full-width digits: the cast alone takes them"),
    _no_amount("12．50", "a full-width point"),
    _no_amount("１２．５０", "full-width throughout"),
    _no_amount("١٢.٥٠", "Arabic digits"),
    _no_amount("十二", "Chinese numerals"),
    _no_amount("1,234.50", "thousands"),
    _no_amount("1.234,50", "as Germans write"),
    _no_amount("12,50", "a comma for the point"),
    _no_amount("1 234.50", "thousands by blanks"),
    _no_amount("￥12", "with the currency"),
    _no_amount("$12", "with the currency"),
    _no_amount("12元", "with the unit"),
    _no_amount("12.50 CNY", "with the unit"),
    _no_amount("12%", "a share"),
    _no_amount("12.345", "more decimals than the column: the cast alone would round"),
    _no_amount("12.3400001", "more decimals than the column, after zeros"),
    _no_amount("100000000", "more digits than the column: the cast alone gives null"),
    _no_amount("9" * 40, "more digits than any column"),
    _no_amount("1e3", "with an exponent"),
    _no_amount("1E-7", "a double's text"),
    _no_value("NaN", "not a number: it would poison every sum"),
    _no_amount("Infinity", "without end"),
    _no_amount("-Infinity", "without end"),
    _no_amount("12f", "a float's suffix: the cast alone takes it for a double"),
    _no_amount("0x1F", "hexadecimal"),
    _no_amount(".5", "nothing before the point"),
    _no_amount("12.", "nothing after the point"),
    _no_amount("--5", "two signs"),
    _no_amount("12-", "the sign behind, as some mainframes write"),
    _no_amount("(12.50)", "negative, as accountants write"),
    _no_amount("\u221212.50", "the minus of a typesetter"),
    _no_amount("12.50\x00", "a NUL behind it: the cast alone takes it"),
    _no_amount("12.50\u0085", "a line end that is no blank"),
    _no_amount("12\u200b.50", "a zero-width space inside"),
    _no_amount("12\n.50", "a line end inside"),
    _no_amount("'12.50", "the apostrophe of a spreadsheet"),
    _no_amount("=12.5", "a formula"),
    _no_value("NULL", "the word of a database export"),
    _no_value("\\N", "the null of a Hive export that was not read as one"),
    _no_value("None", "the null of a Python export"),
    _no_value("#N/A", "the error of a spreadsheet"),
    _no_amount("true", "a truth value"),
    refused(SEND, "promo_amount", "-0.01", "negative_amount", "negative"),
    refused(SEND, "promo_amount", "-99999999.99", "negative_amount", "as negative as possible"),
    refused(SEND, "promo_amount", None, "missing_value", "null"),
    refused(SEND, "promo_amount", "", "missing_value", "empty"),
    refused(SEND, "promo_amount", " \u3000\u00a0\u200b\ufeff", "missing_value", "nothing to see"),
    kept(USE, "pay_amount", "9999999999999999.99", "9999999999999999.99", "the most it holds"),
    refused(USE, "pay_amount", "10000000000000000", UNPARSEABLE, "one digit more"),
    refused(USE, "pay_amount", "0.001", UNPARSEABLE, "a tenth of a fen"),
    refused(ITEM, "promo_amount", "５", UNPARSEABLE, "a full-width digit"),
    kept(PRODUCT, "price", "", None, "a price may be unknown"),
    refused(PRODUCT, "price", "面议", UNPARSEABLE, "negotiable"),
    refused(SKU, "price", "-1", "negative_amount", "a price below nothing"),
)

COUNTS = (
    kept(USE, "quantity", "0", "0", "nothing"),
    kept(USE, "quantity", "007", "7", "padded"),
    kept(USE, "quantity", "2147483647", "2147483647", "the most that an int holds"),
    refused(USE, "quantity", "2147483648", UNPARSEABLE, "one more"),
    refused(USE, "quantity", "99999999999", UNPARSEABLE, "eleven digits"),
    refused(USE, "quantity", "1.0", UNPARSEABLE, "the double that a column with nulls becomes"),
    refused(USE, "quantity", "1.5", UNPARSEABLE, "one and a half"),
    refused(USE, "quantity", "２", UNPARSEABLE, "a full-width digit"),
    refused(USE, "quantity", "2件", UNPARSEABLE, "with the unit"),
    refused(USE, "quantity", "1L", UNPARSEABLE, "a long's suffix"),
    refused(USE, "quantity", "-1", "negative_amount", "a return is no redemption"),
    refused(USE, "quantity", "", "missing_value", "empty"),
    kept(SEND, "valid_hours", "48", "48", "outside 1–24: kept, and a warn test names it"),
    refused(SEND, "valid_hours", "24h", UNPARSEABLE, "with the unit"),
    kept(ITEM, "purchase_limit", None, None, "without a limit"),
    refused(ITEM, "purchase_limit", "不限", UNPARSEABLE, "'unlimited' is no number"),
)

LINE_NUMBERS = (
    kept(LINE, "Quantity", "-80995", "-80995", "a cancellation"),
    refused(LINE, "Quantity", "6.0", UNPARSEABLE, "a double"),
    refused(LINE, "Quantity", "", "missing_value", "empty"),
    kept(LINE, "UnitPrice", "0.001", "0.001", "the smallest price of the file"),
    kept(LINE, "UnitPrice", "2.5500", "2.550", "zeros behind"),
    kept(LINE, "UnitPrice", "-11062.06", "-11062.060", "the file's bad debt"),
    refused(LINE, "UnitPrice", "0.0001", UNPARSEABLE, "more decimals than the column"),
    refused(LINE, "UnitPrice", "1E-3", UNPARSEABLE, "a double's text"),
    refused(LINE, "UnitPrice", "£2.55", UNPARSEABLE, "with the currency"),
    refused(LINE, "UnitPrice", "NaN", "missing_value", "not a number"),
)
