"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The page is complete in both languages, its tables are sound, and data cannot break it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from document_tables import MONTHS, changed, document_tables

from customer_value.areas.online_retail.findings import Section, findings
from customer_value.areas.online_retail.findings.markdown import escaped
from customer_value.areas.online_retail.findings.markdown_page import page
from customer_value.areas.online_retail.findings.series import Series, rank_correlation
from customer_value.areas.online_retail.findings.statement import NotMeasured

WIDEST = 750
UNESCAPED_BAR = re.compile(r"(?<!\\)\|")


def test_every_statement_is_a_row_in_both_languages() -> None:
    found = findings(document_tables())
    text = page(document_tables())

    assert len({finding.id for finding in found}) == len(found)
    assert {finding.section for finding in found} == set(Section)
    for finding in found:
        assert text.count(f"\n| {finding.id} | ") == 1
        assert re.search("[一-鿿]", finding.statement.zh), finding.id
        for words in (finding.statement, finding.rule, finding.measured):
            assert words.zh and words.en
            assert not re.search("[一-鿿]", words.en), (finding.id, words.en)


def test_tables_have_as_many_cells_in_every_row_and_no_row_is_too_wide() -> None:
    lines = page(document_tables()).splitlines()
    header_cells = 0
    for before, line in zip(["", *lines], lines, strict=False):
        if not line.startswith("|"):
            continue
        cells = len(UNESCAPED_BAR.findall(line))
        header_cells = header_cells if before.startswith("|") else cells
        assert cells == header_cells, line
        assert len(line) <= WIDEST, line


def test_monthly_tables_have_every_month_and_mark_the_incomplete_one() -> None:
    text = page(document_tables())

    for month in MONTHS[:-1]:
        assert text.count(f"\n| {month} | ") == 2
    assert text.count("\n| 2011-12\\* | ") == 2
    assert "\n| 2011-02 | 130 | 156,000 | 1,200.00 | 1,200.00 | 130 | 15,600 | 120.00 |" in text
    assert "\n| 2010-12 | 300 | 0 | 0 | 0 | 300 | 20.00 | – | – | – |" in text


def test_clusters_are_shown_with_what_they_are_and_a_missing_name_is_a_dash() -> None:
    tables = changed(
        document_tables(), "clusters", {"cluster_no": 2}, cluster_name=None, strategy=None
    )
    rows = [line for line in page(tables).splitlines() if line.startswith("| log_scale |")]

    assert rows == [
        "| log_scale | 1 | 1,300 | 30.00 % | 200.0 | 1.00 | 100 | 10.00 % | 10.00 % "
        "| 低价值客户：策略<br>low value: keep, activate |",
        "| log_scale | 2 | 3,007 | 69.40 % | 50.0 | 4.00 | 1,000 | 60.00 % | 60.00 % | –：– |",
        "| log_scale | 3 | 26 | 0.60 % | 5.0 | 60.00 | 80,000 | 30.00 % | 30.00 % "
        "| 高价值客户：策略<br>high value: look after |",
    ]


@pytest.mark.parametrize(
    "hostile",
    ["a|b", "<script>alert(1)</script>", "[x](javascript:alert)", "`code`", "*x*\n# y", "_x_"],
)
def test_values_from_data_are_shown_as_they_are(hostile: str) -> None:
    tables = changed(
        document_tables(),
        "super_orders",
        {"month_rank": 1},
        undone_by_invoice_no=hostile,
        undone_after_minutes=3,
        stock_code=hostile,
    )
    text = page(tables)

    assert hostile not in text
    assert escaped(hostile) in text
    harmless = page(changed(tables, "super_orders", {"month_rank": 1}, undone_by_invoice_no="x"))
    assert len(text.splitlines()) == len(harmless.splitlines())


def test_money_that_left_has_a_minus_and_the_whole_is_at_the_top() -> None:
    tables = document_tables()
    net = [
        replace(row, amount=row.amount / 2) for row in tables.monthly_trend if row.basis == "net"
    ]
    gross = [row for row in tables.monthly_trend if row.basis == "gross"]
    text = page(replace(tables, monthly_trend=[*gross, *net]))

    total = sum((row.amount for row in gross), Decimal(0))
    assert f"£{total:,.2f} (gross), £{total / 2:,.2f} with cancellations deducted" in text
    assert "−50.00 %" in text and "541,909 lines, 2010-12 … 2011-12" in text


@pytest.mark.parametrize(
    ("left", "right", "rho"),
    [
        # worked by hand: no ties, rho = 1 - 6 * sum(d * d) / (n * (n * n - 1))
        ((1, 2, 3, 4, 5), (2, 1, 4, 3, 5), "0.8"),
        ((1, 2, 3), (9, 5, 1), "-1"),
        # ties share their mean rank: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4
        ((1, 7, 7, 9), (1, 2, 3, 4), "0.9486832980505137995996680633"),
    ],
)
def test_rank_correlation_by_its_definition(
    left: tuple[int, ...], right: tuple[int, ...], rho: str
) -> None:
    assert rank_correlation(_series(left), _series(right)) == Decimal(rho)


@pytest.mark.parametrize(("left", "right"), [((1, 2), (1, 2)), ((1, 2, 3), (5, 5, 5))])
def test_rank_correlation_needs_three_months_that_differ(
    left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    with pytest.raises(NotMeasured):
        rank_correlation(_series(left), _series(right))


def _series(values: tuple[int, ...]) -> Series:
    return Series({f"2011-{at:02}": Decimal(value) for at, value in enumerate(values, start=1)})
