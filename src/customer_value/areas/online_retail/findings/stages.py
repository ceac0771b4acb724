"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 客户分层: new, active, inactive and returning customers per month.
"""

from __future__ import annotations

from collections.abc import Callable

from customer_value.areas.online_retail.findings.monthly_orders import CLOSE
from customer_value.areas.online_retail.findings.months import (
    AUTUMN,
    BEFORE_AUTUMN,
    GROSS,
    NET,
    complete,
    rate,
    stage,
    starred,
)
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.series import (
    Series,
    order_of_time,
    rank_correlation,
)
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    Section,
    Statement,
    by_basis,
    with_net,
)
from customer_value.words.bilingual import Text, arrow, percent, plain, same, signed

_EXCEPTION = "2011-09"
_HALF = 50


def _little_loyalty(tables: RetailTables) -> Measured:
    few, words = [], []
    for basis in (GROSS, NET):
        rates = complete(tables, rate(tables, basis, "retention_rate"))
        rates.median()
        few.append(all(value < _HALF for value in rates.values.values()))
        low, high = min(rates.values.values()), max(rates.values.values())
        words.append(same(f"retention_rate {plain(low, 2)} – {percent(high)}"))
    return by_basis(few[0], few[1], with_net(words[0], words[1]))


def _ever_more_inactive(tables: RetailTables) -> Measured:
    as_said, steps = [], []
    for basis in (GROSS, NET):
        steps.append(stage(tables, basis, "unactive").steps())
        as_said.append(_not_growing(steps[-1]) == [_EXCEPTION])
    gross, net = steps
    every = same(", ".join(_step(gross, month, tables) for month in gross.months))
    fallen = ", ".join(_step(net, month, tables) for month in _not_growing(net))
    return by_basis(as_said[0], as_said[1], with_net(every, same(f"≤ 0: {fallen or '–'}")))


def _not_growing(steps: Series) -> list[str]:
    return [month for month in steps.months if steps.at(month) <= 0]


def _step(steps: Series, month: str, tables: RetailTables) -> str:
    return f"{starred(month, tables)} {signed(steps.at(month))}"


def _fewer_new(tables: RetailTables) -> Measured:
    falling, words = [], []
    for basis in (GROSS, NET):
        new = stage(tables, basis, "new")
        before = new.only(month for month in new.months[1:] if month <= BEFORE_AUTUMN)
        rho = rank_correlation(order_of_time(before.months), before)
        falling.append(rho <= -CLOSE)
        path = arrow([plain(value) for value in before.values.values()])
        text = f"ρ = {rho:.2f}".replace("-", "−")
        words.append(same(f"{path}, {text}"))
    return by_basis(falling[0], falling[1], with_net(words[0], words[1]))


def _picks_up(name: str) -> Callable[[RetailTables], Measured]:
    def measured(tables: RetailTables) -> Measured:
        more, words = [], []
        for basis in (GROSS, NET):
            customers = stage(tables, basis, name)
            before = customers.at(BEFORE_AUTUMN)
            autumn = [customers.at(month) for month in AUTUMN]
            more.append(all(value > before for value in autumn))
            path = arrow([plain(value) for value in autumn])
            words.append(same(f"{plain(before)} ⇒ {path}"))
        return by_basis(more[0], more[1], with_net(words[0], words[1]))

    return measured


_PICKS_UP = Text("三个月都高于 2011-08", "all three months above 2011-08")

STATEMENTS = (
    Statement(
        Section.STAGES,
        "S1",
        Text("客户总体粘性不强", "customers are not very loyal"),
        Text(
            "每个整月都有过半的上月买家不再买",
            "every month more than half of last month's buyers stay away",
        ),
        _little_loyalty,
    ),
    Statement(
        Section.STAGES,
        "S2",
        Text(
            "每个月都在流失客户到不活跃（除了 2011-09）",
            "customers become inactive every month, except 2011-09",
        ),
        Text(
            "不活跃客户每月净增，只有 2011-09 不增",
            "the number of inactive customers grows every month, but not in 2011-09",
        ),
        _ever_more_inactive,
    ),
    Statement(
        Section.STAGES,
        "S3",
        Text(
            "每月新增客户数整体下降，直到 2011-09",
            "new customers become fewer, until 2011-09",
        ),
        Text(
            f"第二个月至 2011-08 与时间 ρ ≤ −{CLOSE}（首月人人都算新客户）",
            f"second month to 2011-08: ρ with time ≤ −{CLOSE} (in the first month all are new)",
        ),
        _fewer_new,
    ),
    *(
        Statement(
            Section.STAGES,
            number,
            Text(
                f"2011-09 至 2011-11 {chinese}有所起色",
                f"{english} customers pick up, 2011-09 to 2011-11",
            ),
            _PICKS_UP,
            _picks_up(name),
        )
        for number, name, chinese, english in (
            ("S4", "new", "新增客户", "new"),
            ("S5", "back", "回头客户", "returning"),
            ("S6", "active", "活跃客户", "active"),
        )
    ),
)
