"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 数据集: size, period, and what the ids look like.
"""

from __future__ import annotations

import re

from customer_value.areas.online_retail.findings.months import partial_months, starred
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    NotMeasured,
    Section,
    Statement,
    Verdict,
    either,
    only_if,
)
from customer_value.areas.online_retail.rows import LineClass
from customer_value.words.bilingual import Text, listed, money, percent, plain, same

_ROWS = 541_909
_FIRST_MONTH, _LAST_MONTH = "2010-12", "2011-12"


def line_class(tables: RetailTables, name: str) -> LineClass:
    """The lines of a class. Raises NotMeasured where the table has no such class."""
    for row in tables.line_classes:
        if row.line_class == name:
            return row
    raise NotMeasured(Text(f"表里没有类别 {name}", f"the tables have no class {name}"))


def line_count(tables: RetailTables) -> int:
    """All lines of the file."""
    return sum(row.line_count for row in tables.line_classes)


def _size(tables: RetailTables) -> Measured:
    return either(line_count(tables) == _ROWS, same(plain(line_count(tables))))


def _period(tables: RetailTables) -> Measured:
    months = sorted({row.invoice_month for row in tables.monthly_trend})
    values = same(f"{starred(months[0], tables)} … {starred(months[-1], tables)}")
    as_said = (months[0], months[-1]) == (_FIRST_MONTH, _LAST_MONTH)
    return either(as_said and partial_months(tables) == {_LAST_MONTH}, values)


def _cancellations(tables: RetailTables) -> Measured:
    cancelled, adjusted = line_class(tables, "cancellation"), line_class(tables, "adjustment")
    lines, others = plain(cancelled.line_count), plain(adjusted.line_count)
    values = Text(
        f"C 发票 {plain(cancelled.invoice_count)} 张、{lines} 行、{money(cancelled.amount)}；"
        f"不以 C 开头的负数行与 A 发票 {others} 行",
        f"{plain(cancelled.invoice_count)} invoices C…, {lines} lines, {money(cancelled.amount)}; "
        f"{others} negative lines without C, or of invoices A…",
    )
    if cancelled.line_count == 0:
        return Measured(values, Verdict.FAILS)
    if adjusted.line_count:
        condition = Text("不看负数的调整行", "adjustment lines are left aside")
        return only_if(condition, values)
    return Measured(values, Verdict.HOLDS)


def _product_codes(tables: RetailTables) -> Measured:
    odd = sorted(
        {
            line.stock_code
            for line in tables.super_orders
            if not re.fullmatch("[0-9]{5}", line.stock_code)
        }
    )
    other = line_class(tables, "non_product").line_count
    values = Text(
        f"非商品编码（邮费等）{plain(other)} 行；大单里不是五位数字的：{listed(odd).zh or '无'}",
        f"{plain(other)} lines with codes of no product (postage …); "
        f"other than five digits among the largest lines: {listed(odd).en or 'none'}",
    )
    return either(not odd and other == 0, values)


def _customer_ids(tables: RetailTables) -> Measured:
    customers, unknown = tables.customers, line_class(tables, "no_customer")
    everyone, five_digit = plain(customers.customer_count), plain(customers.five_digit_count)
    lines, share = plain(unknown.line_count), percent(unknown.line_share)
    values = Text(
        f"{everyone} 位客户中 {five_digit} 位是五位数字；没有客户的行 {lines}（{share}）",
        f"{five_digit} of {everyone} ids have five digits; {lines} lines ({share}) "
        "have no customer",
    )
    if customers.five_digit_count < customers.customer_count:
        return Measured(values, Verdict.FAILS)
    if unknown.line_count:
        condition = Text("不看没有客户的行", "lines without a customer are left aside")
        return only_if(condition, values)
    return Measured(values, Verdict.HOLDS)


STATEMENTS = (
    Statement(
        Section.DATA_SET,
        "D1",
        Text("数据集大小 (541909,8)", "541,909 rows of 8 columns"),
        Text(
            "行数相等（八列由装载程序检查）", "same number of rows (the loader checks the columns)"
        ),
        _size,
    ),
    Statement(
        Section.DATA_SET,
        "D2",
        Text("2010 年 12 月 1 日到 2011 年 12 月 9 日", "1 December 2010 to 9 December 2011"),
        Text(
            "首末月相同，末月不完整（表里没有日）",
            "same first and last month, the last incomplete (the tables have no days)",
        ),
        _period,
    ),
    Statement(
        Section.DATA_SET,
        "D3",
        Text("以 C 开头的发票是取消", "invoices with C are cancellations"),
        Text("有 C 发票，此外没有负数行", "there are some, and no other negative lines"),
        _cancellations,
    ),
    Statement(
        Section.DATA_SET,
        "D4",
        Text("每个产品有唯一的五位数字编码", "every product has a code of five digits"),
        Text("没有别的编码", "there are no other codes"),
        _product_codes,
    ),
    Statement(
        Section.DATA_SET,
        "D5",
        Text("每位客户有唯一的五位数字 ID", "every customer has an id of five digits"),
        Text("全部五位数字，每行都有客户", "all have five digits, and every line has a customer"),
        _customer_ids,
    ),
)
