"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 每月客户消费趋势: customers and spend per month, and its two super orders.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from customer_value.areas.online_retail.findings.months import (
    AUTUMN,
    GROSS,
    NET,
    SUPER_ORDER_MONTHS,
    all_in_the_top,
    largest_line,
    partial_months,
    places,
    ranking,
    trend,
    without_largest_lines,
)
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    NotMeasured,
    Section,
    Statement,
    by_basis,
    either,
    only_if,
    with_net,
)
from customer_value.areas.online_retail.rows import SuperOrder
from customer_value.words.bilingual import Text, arrow, joined, listed, money, percent, plain, same

DOCUMENT_LINES = (
    ("581483", "16446", 80995, "2011-12", Decimal("168469.6")),
    ("541431", "12346", 74215, "2011-01", Decimal("77183.6")),
    ("540815", "15749", 3114, "2011-01", Decimal("6539.4")),
    ("540815", "15749", 2000, "2011-01", Decimal("3700.0")),
    ("540815", "15749", 1930, "2011-01", Decimal("4921.5")),
)


def document_lines(tables: RetailTables) -> list[SuperOrder]:
    """The largest lines by units in the months of the super orders, as many as the document shows.

    Raises NotMeasured where a month has no line.
    """
    for month in SUPER_ORDER_MONTHS:
        largest_line(tables, month)
    lines = [line for line in tables.super_orders if line.invoice_month in SUPER_ORDER_MONTHS]
    by_units = sorted(lines, key=lambda line: (-line.quantity, -line.amount, line.invoice_no))
    return by_units[: len(DOCUMENT_LINES)]


def _rise(measure: str, shown: Callable[[Decimal], str]) -> Callable[[RetailTables], Measured]:
    def measured(tables: RetailTables) -> Measured:
        gross, net = (trend(tables, basis, measure) for basis in (GROSS, NET))
        rises = [values.rises_to_its_peak(AUTUMN) for values in (gross, net)]
        words = [
            same(f"{arrow([shown(values.at(month)) for month in AUTUMN])} (max {highest})")
            for values in (gross, net)
            for highest in values.highest(1)
        ]
        return by_basis(rises[0], rises[1], with_net(words[0], words[1]))

    return measured


def _highest_per_customer(tables: RetailTables) -> Measured:
    gross, net = (trend(tables, basis, "amount per customer") for basis in (GROSS, NET))
    on_top = [all_in_the_top(values, SUPER_ORDER_MONTHS, 2) for values in (gross, net)]
    net_text = joined(
        ranking(tables, net, 2, _pounds), places(tables, net, SUPER_ORDER_MONTHS, _pounds)
    )
    return by_basis(on_top[0], on_top[1], with_net(ranking(tables, gross, 3, _pounds), net_text))


def _few_customers(tables: RetailTables) -> Measured:
    customers = trend(tables, GROSS, "customers")
    median = customers.median()
    low = [month for month in SUPER_ORDER_MONTHS if customers.at(month) < median]
    values = joined(
        places(tables, customers, SUPER_ORDER_MONTHS, plain),
        Text(f"各月中位数 {plain(median)}", f"median of all months {plain(median)}"),
    )
    cut_short = sorted(partial_months(tables) & set(low))
    if len(low) == len(SUPER_ORDER_MONTHS) and cut_short:
        months = listed(cut_short)
        condition = Text(
            f"把不完整的 {months.zh} 当整月看",
            f"the incomplete {months.en} is taken as a full month",
        )
        return only_if(condition, values)
    return either(len(low) == len(SUPER_ORDER_MONTHS), values)


def _because_of_two_orders(tables: RetailTables) -> Measured:
    with_them = trend(tables, GROSS, "amount per customer")
    without = without_largest_lines(
        tables,
        trend(tables, GROSS, "amount"),
        trend(tables, GROSS, "customers"),
        lambda line: line.amount,
    )
    explained = all_in_the_top(with_them, SUPER_ORDER_MONTHS, 2) and not any(
        without.place(month) <= 2 for month in SUPER_ORDER_MONTHS
    )
    lines = [largest_line(tables, month) for month in SUPER_ORDER_MONTHS]
    shares = [f"{line.invoice_no} {_share(line)}" for line in lines]
    left = places(tables, without, SUPER_ORDER_MONTHS, _pounds)
    values = joined(
        Text(f"占当月金额 {listed(shares).zh}", f"share of the month {listed(shares).en}"),
        Text(f"没有它们 {left.zh}", f"without them {left.en}"),
    )
    return either(explained, values)


def _five_lines(tables: RetailTables) -> Measured:
    lines = document_lines(tables)
    found = [
        (line.invoice_no, line.customer_id, line.quantity, line.invoice_month, line.amount)
        for line in lines
    ]
    same = sum(line in found for line in DOCUMENT_LINES)
    undone = sum(line.undone_by_invoice_no is not None for line in lines)
    values = Text(
        f"{same}/{len(DOCUMENT_LINES)} 行相同，其中 {undone} 行后来整行取消（见下表）",
        f"{same} of {len(DOCUMENT_LINES)} lines are the same, "
        f"{undone} of them were cancelled later (table below)",
    )
    return either(tuple(found) == DOCUMENT_LINES, values)


def _really_bought(tables: RetailTables) -> Measured:
    lines = [largest_line(tables, month) for month in SUPER_ORDER_MONTHS]
    undone = [
        (line.invoice_no, line.undone_by_invoice_no, line.undone_after_minutes)
        for line in lines
        if line.undone_by_invoice_no is not None
    ]
    values = Text(
        "，".join(f"{no} 在 {plain(after or 0)} 分钟后由 {by} 整单撤销" for no, by, after in undone)
        or "两单都没有被取消",
        ", ".join(
            f"{no} undone by {by} after {plain(after or 0)} minutes" for no, by, after in undone
        )
        or "neither was cancelled",
    )
    return either(not undone, values)


def _share(line: SuperOrder) -> str:
    if line.month_amount_share is None:
        raise NotMeasured(Text("大单没有金额占比", "a large line has no share of its month"))
    return percent(line.month_amount_share)


def _pounds(value: Decimal) -> str:
    return money(value, 2)


_RISE = Text(
    "每月高于上月，2011-11 为各月最高", "each month above the one before, 2011-11 above all others"
)

STATEMENTS = (
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M1",
        Text(
            "2011-09 至 2011-11 消费客户数稳步上涨，达到最高点",
            "customers rise steadily to the highest point, 2011-09 to 2011-11",
        ),
        _RISE,
        _rise("customers", plain),
    ),
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M2",
        Text(
            "2011-09 至 2011-11 消费总金额稳步上涨，达到最高点",
            "the amount rises steadily to the highest point, 2011-09 to 2011-11",
        ),
        _RISE,
        _rise("amount", money),
    ),
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M3",
        Text(
            "人均消费金额是 2011-12 和 2011-01 较高",
            "the amount per customer is highest in 2011-12 and 2011-01",
        ),
        Text("两月是各月前二", "they are the two highest months"),
        _highest_per_customer,
    ),
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M4",
        Text("2011-12 和 2011-01 消费人数不高", "2011-12 and 2011-01 have few customers"),
        Text("都低于各月中位数", "both below the median of the months"),
        _few_customers,
    ),
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M5",
        Text(
            "人均高的原因是两个“超级”大单，抬高了平均水平",
            "the reason is two super orders, which lift the average",
        ),
        Text(
            "原为前二，各减去最大一行（及一位客户）后都不再是",
            "the two highest with, neither without the largest line (and one customer less)",
        ),
        _because_of_two_orders,
    ),
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M6",
        Text(
            "两月数量最大的五行（文中表格）", "the five largest lines of the two months (its table)"
        ),
        Text("五列逐格相同", "all five columns are equal"),
        _five_lines,
    ),
    Statement(
        Section.MONTHLY_CUSTOMERS,
        "M7",
        Text("（隐含）两个大单是真实的消费", "(implied) the two super orders are real spend"),
        Text("两单都没有被整行取消", "neither was cancelled as a whole"),
        _really_bought,
    ),
)
