"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The document's section 客户复购率、回购率. What 回购率 means can be read in three ways; each is
measured under its own name, and a statement holds as it stands only where the document's own
wording does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from customer_value.areas.online_retail.findings.monthly_orders import CLOSE
from customer_value.areas.online_retail.findings.months import (
    GROSS,
    NET,
    complete,
    partial_months,
    places,
    rate,
)
from customer_value.areas.online_retail.findings.retail_tables import RetailTables
from customer_value.areas.online_retail.findings.series import Series, rank_correlation
from customer_value.areas.online_retail.findings.statement import (
    Measured,
    Section,
    Statement,
    Verdict,
    by_basis,
    either,
    only_if,
    with_net,
)
from customer_value.words.bilingual import Text, joined, listed, plain, rounded, same

REPURCHASE = "repurchase_rate"
WORDING = "reactivation_or_new_rate"
READINGS = (WORDING, "returning_buyer_rate", "retention_rate")
YEAR_END = ("2011-11", "2011-12")
_LOW, _HIGH = 20, 30
_MOSTLY = Decimal("0.8")

_Way = tuple[Callable[[Series], bool], Text | None]


def _stable(tables: RetailTables) -> Measured:
    gross, net = (complete(tables, rate(tables, basis, REPURCHASE)) for basis in (GROSS, NET))
    values = with_net(_range(gross), _range(net))
    return by_basis(_is_stable(gross), _is_stable(net), values)


def _is_stable(rates: Series) -> bool:
    return _inside(rates) >= _MOSTLY * len(rates.months)


def _inside(rates: Series) -> int:
    """Months whose rate, in whole percent, is from 20 to 30."""
    return sum(_LOW <= rounded(value, 0) <= _HIGH for value in rates.values.values())


def _range(rates: Series) -> Text:
    rates.median()
    low, high = min(rates.values.values()), max(rates.values.values())
    within = f"{_inside(rates)}/{len(rates.months)}"
    return same(f"{plain(low, 2)} – {plain(high, 2)} % ({within})")


def _of_readings(
    tables: RetailTables, ways: Sequence[_Way], words: Callable[[Series], Text]
) -> Measured:
    """Holds where the document's own wording fits the first way to test it; else under the
    condition of the first way that any reading fits.
    """
    of = {name: rate(tables, GROSS, name) for name in READINGS}
    values = joined(*(same(f"{name} {words(rates).en}") for name, rates in of.items()))
    for fits, further in ways:
        fitting = [name for name, rates in of.items() if fits(rates)]
        if WORDING in fitting:
            return only_if(further, values) if further else Measured(values, Verdict.HOLDS)
        if fitting:
            return only_if(_together(_read_as(fitting), further), values)
    return Measured(values, Verdict.FAILS)


def _read_as(names: Sequence[str]) -> Text:
    return Text(f"回购率读作 {' 或 '.join(names)}", f"it is read as {' or '.join(names)}")


def _together(first: Text, second: Text | None) -> Text:
    return Text(f"{first.zh}，且{second.zh}", f"{first.en} and {second.en}") if second else first


def _stable_readings(tables: RetailTables) -> Measured:
    return _of_readings(
        tables,
        [(lambda rates: _is_stable(complete(tables, rates)), None)],
        lambda rates: _range(complete(tables, rates)),
    )


def _similar(tables: RetailTables) -> Measured:
    everything = rate(tables, GROSS, REPURCHASE)

    def rho(rates: Series) -> Decimal:
        return rank_correlation(complete(tables, everything), complete(tables, rates))

    def rho_of_all(rates: Series) -> Decimal:
        return rank_correlation(everything, rates)

    def words(rates: Series) -> Text:
        return same(f"ρ = {rho(rates):.2f} ({rho_of_all(rates):.2f}*)".replace("-", "−"))

    cut_short = listed(sorted(partial_months(tables)))
    with_them = Text(
        f"不完整的 {cut_short.zh} 也算一个月", f"the incomplete {cut_short.en} counts as a month"
    )
    ways: list[_Way] = [
        (lambda rates: rho(rates) >= CLOSE, None),
        (lambda rates: rho_of_all(rates) >= CLOSE, with_them),
    ]
    return _of_readings(tables, ways, words)


def _peak(tables: RetailTables) -> Measured:
    gross, net = (rate(tables, basis, REPURCHASE) for basis in (GROSS, NET))
    values = with_net(_places(tables, gross), _places(tables, net))
    strict = [_peaks_in_both(rates) for rates in (gross, net)]
    if any(strict):
        return by_basis(strict[0], strict[1], values)
    return only_if(_ONE_OF_THEM, values) if _peaks_in_one(gross) else either(False, values)


def _peak_readings(tables: RetailTables) -> Measured:
    ways: list[_Way] = [(_peaks_in_both, None), (_peaks_in_one, _ONE_OF_THEM)]
    return _of_readings(tables, ways, lambda rates: _places(tables, rates))


def _peaks_in_both(rates: Series) -> bool:
    return all(rates.place(month) <= 2 for month in YEAR_END)


def _peaks_in_one(rates: Series) -> bool:
    return any(rates.place(month) == 1 for month in YEAR_END)


def _places(tables: RetailTables, rates: Series) -> Text:
    """Where the two months stand."""
    return places(tables, rates, YEAR_END, lambda value: plain(value, 2))


_ONE_OF_THEM = Text("只要求最高的月份是两者之一", "only one of the two months must be the highest")
_MOSTLY_INSIDE = Text(
    f"取整后，至少 {_MOSTLY:.0%} 的整月在 {_LOW}–{_HIGH} %",
    f"in whole percent, at least {_MOSTLY:.0%} of the complete months from {_LOW} to {_HIGH}",
)
_TWO_HIGHEST = Text("两月是各月前二", "they are the two highest months")

STATEMENTS = (
    Statement(
        Section.RATES,
        "R1",
        Text("复购率基本稳定在 20% 至 30%", "the repurchase rate is mostly from 20 to 30 %"),
        _MOSTLY_INSIDE,
        _stable,
    ),
    Statement(
        Section.RATES,
        "R2",
        Text("回购率基本稳定在 20% 至 30%", "the return rate is mostly from 20 to 30 %"),
        _MOSTLY_INSIDE,
        _stable_readings,
    ),
    Statement(
        Section.RATES,
        "R3",
        Text("复购率和回购率变化趋势基本一致", "both rates move together"),
        Text(
            f"整月的等级相关系数 ρ ≥ {CLOSE}（括号：含不完整的月）",
            f"rank correlation of complete months ρ ≥ {CLOSE} (in brackets: of all)",
        ),
        _similar,
    ),
    Statement(
        Section.RATES,
        "R4",
        Text(
            "复购率在 2011-11 和 2011-12 最大", "the repurchase rate peaks in 2011-11 and 2011-12"
        ),
        _TWO_HIGHEST,
        _peak,
    ),
    Statement(
        Section.RATES,
        "R5",
        Text("回购率在 2011-11 和 2011-12 最大", "the return rate peaks in 2011-11 and 2011-12"),
        _TWO_HIGHEST,
        _peak_readings,
    ),
)
