"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 每月订单趋势: orders, units, and units per order.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from customer_value.areas.online_retail.findings.months import (
    GROSS,
    NET,
    SUPER_ORDER_MONTHS,
    all_in_the_top,
    orders,
    places,
    ranking,
    trend,
    without_largest_lines,
)
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.series import Series, rank_correlation
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    Section,
    Statement,
    by_basis,
    either,
    with_net,
)
from customer_value.words.bilingual import Text, plain, same

CLOSE = Decimal("0.8")
_NEXT_MONTHS = ("2011-08", "2011-09")


def _move_together(ordered: str, bought: str) -> Callable[[RetailTables], Measured]:
    def measured(tables: RetailTables) -> Measured:
        rho = [
            rank_correlation(orders(tables, basis, ordered), trend(tables, basis, bought))
            for basis in (GROSS, NET)
        ]
        return by_basis(rho[0] >= CLOSE, rho[1] >= CLOSE, with_net(*map(_rho, rho)))

    return measured


def _distance(tables: RetailTables) -> Measured:
    rho, widest = [], []
    for basis in (GROSS, NET):
        per_order = orders(tables, basis, "units per order")
        gap = _gap(orders(tables, basis, "units"), orders(tables, basis, "orders"))
        rho.append(rank_correlation(gap, per_order))
        month = gap.highest(1)[0]
        place = places(tables, per_order, (month,), _two_decimals)
        widest.append(
            Text(
                f"{_rho(rho[-1]).zh}，差最大的月均单销量 {place.zh}",
                f"{_rho(rho[-1]).en}, units per order where it is widest {place.en}",
            )
        )
    return by_basis(rho[0] >= CLOSE, rho[1] >= CLOSE, with_net(*widest))


def _gap(units: Series, order_counts: Series) -> Series:
    return Series({month: units.at(month) - order_counts.at(month) for month in units.months})


def _first_two(tables: RetailTables) -> Measured:
    gross, net = (orders(tables, basis, "units per order") for basis in (GROSS, NET))
    on_top = [all_in_the_top(values, SUPER_ORDER_MONTHS, 2) for values in (gross, net)]
    left = places(tables, net, SUPER_ORDER_MONTHS, _two_decimals)
    return by_basis(on_top[0], on_top[1], with_net(ranking(tables, gross, 3, _two_decimals), left))


def _because_of_two_orders(tables: RetailTables) -> Measured:
    with_them = orders(tables, GROSS, "units per order")
    without = without_largest_lines(
        tables,
        orders(tables, GROSS, "units"),
        orders(tables, GROSS, "orders"),
        lambda line: line.quantity,
    )
    explained = all_in_the_top(with_them, SUPER_ORDER_MONTHS, 2) and not any(
        without.place(month) <= 2 for month in SUPER_ORDER_MONTHS
    )
    left = places(tables, without, SUPER_ORDER_MONTHS, _two_decimals)
    return either(explained, Text(f"没有它们 {left.zh}", f"without them {left.en}"))


def _next_two(tables: RetailTables) -> Measured:
    gross, net = (orders(tables, basis, "units per order") for basis in (GROSS, NET))
    follow = [{values.place(month) for month in _NEXT_MONTHS} <= {3, 4} for values in (gross, net)]
    both = [places(tables, values, _NEXT_MONTHS, _two_decimals) for values in (gross, net)]
    return by_basis(follow[0], follow[1], with_net(*both))


def _rho(value: Decimal) -> Text:
    return same(f"ρ = {value:.2f}".replace("-", "−"))


def _two_decimals(value: Decimal) -> str:
    return plain(value, 2)


_CLOSE_RULE = Text(f"等级相关系数 ρ ≥ {CLOSE}", f"rank correlation ρ ≥ {CLOSE}")

STATEMENTS = (
    Statement(
        Section.MONTHLY_ORDERS,
        "O1",
        Text("订单趋势和客户数趋势基本吻合", "orders move with customers"),
        _CLOSE_RULE,
        _move_together("orders", "customers"),
    ),
    Statement(
        Section.MONTHLY_ORDERS,
        "O2",
        Text("销量趋势和消费金额趋势基本吻合", "units move with the amount"),
        _CLOSE_RULE,
        _move_together("units", "amount"),
    ),
    Statement(
        Section.MONTHLY_ORDERS,
        "O3",
        Text(
            "订单数和销量之间距离越大，均单销量越高",
            "the wider the distance of orders and units, the more units per order",
        ),
        Text(
            f"销量 − 订单数与均单销量 ρ ≥ {CLOSE}",
            f"units − orders and units per order: ρ ≥ {CLOSE}",
        ),
        _distance,
    ),
    Statement(
        Section.MONTHLY_ORDERS,
        "O4",
        Text(
            "2011-01、2011-12 的均单销量是前一前二",
            "2011-01 and 2011-12 are first and second by units per order",
        ),
        Text("两月是各月前二（先后不论）", "they are the two highest, in either order"),
        _first_two,
    ),
    Statement(
        Section.MONTHLY_ORDERS,
        "O5",
        Text("均单销量高也是因为超级大单", "the reason is the super orders, here too"),
        Text(
            "原为前二，各减去最大一行（及一单）后都不再是",
            "the two highest with, neither without the largest line (and one order less)",
        ),
        _because_of_two_orders,
    ),
    Statement(
        Section.MONTHLY_ORDERS,
        "O6",
        Text(
            "均单销量位于三四的是 2011-08 和 2011-09",
            "2011-08 and 2011-09 are third and fourth by units per order",
        ),
        Text("名次是第 3、4（先后不论）", "places 3 and 4, in either order"),
        _next_two,
    ),
)
