"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Online Retail report: what its tables hold, what it says of which data, and the sentences beside
the charts as a reader sees them.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from browsing import page_data, reading
from our_site import SITE, site_of
from report_tables import IMAGE, SCRIPT, released
from site_tables import empty_tables, site_tables

from customer_value.areas.online_retail.findings import Section, Verdict, findings
from customer_value.areas.online_retail.pages import report
from customer_value.areas.online_retail.pages.months import starred
from customer_value.areas.online_retail.pages.statements import finding_tables, part, verdict_word
from customer_value.areas.online_retail.rows import (
    MonthlyTrend,
    PriceBand,
    ScoredCustomer,
)
from customer_value.site.contents import Table
from customer_value.site.write import write_site


def records(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_statements_are_the_findings_word_for_word() -> None:
    found = findings(finding_tables(site_tables()))
    page = report.page(site_tables())
    rows = records(page.tables["statements"])
    assert len(rows) == len(found) > 40
    for row, finding in zip(rows, found, strict=True):
        assert (row["statement_no"], row["section"]) == (finding.id, finding.section.value)
        assert (row["statement"], row["rule"]) == (finding.statement, finding.rule)
        assert (row["measured"], row["condition"]) == (finding.measured, finding.condition)
        assert row["verdict"] == finding.verdict.name.lower()
    (counts,) = records(page.tables["verdicts"])
    assert counts["statement_count"] == len(found)
    assert counts.pop("statement_count") == sum(counts.values())
    assert counts["fails_count"] == sum(one.verdict is Verdict.FAILS for one in found) > 0


@pytest.mark.parametrize("origin", ["seeds", None])
def test_only_loaded_data_speak_of_the_document_without_more(origin: str | None) -> None:
    other = released("ads_customer_service_promo_overview", "raw")
    named = [released(MonthlyTrend.TABLE, origin)] if origin else []
    page = report.page(site_tables(ReleasedTable=[other, *named]))
    assert page.context["is_sample"] == (origin == "seeds")
    assert page.context["is_unknown"] == (origin is None)
    verdicts = [row["verdict"] for row in records(page.tables["statements"])]
    assert all(verdict.startswith("here_") for verdict in verdicts) and verdicts
    loaded = report.page(site_tables()).facts
    changed = {name for name in loaded if page.facts[name] != loaded[name]}
    assert changed == {"prices", "stages"}


def test_verdicts_are_worded_as_the_findings_do() -> None:
    words = SITE.words
    for verdict in Verdict:
        own = f"value.{verdict_word(verdict, 'raw')}"
        assert (words.text(own), words.text(own, "en")) == (verdict.value.zh, verdict.value.en)
        sample = f"value.{verdict_word(verdict, 'seeds')}"
        assert "这些数据" in words.text(sample) and "these data" in words.text(sample, "en")


def test_every_section_of_the_document_has_its_place(site: Path) -> None:
    html = (site / "online_retail.html").read_text("utf-8")
    for section in Section:
        assert html.count(f'data-statements="{part(section)}"') == 1
    for name in report.page(site_tables()).facts:
        assert html.count(f'data-fact="{name}"') == 1


def test_incomplete_months_are_marked_on_every_chart_by_month() -> None:
    assert starred("2011-12", {"2011-12"}) == "2011-12*"
    tables = report.page(site_tables()).tables
    for name in ("monthly_trend", "monthly_orders", "stages", "rates"):
        months = {row["invoice_month"]: row["month"] for row in records(tables[name])}
        assert months == {"2011-10": "2011-10", "2011-11": "2011-11", "2011-12": "2011-12*"}


def test_stages_are_columns_and_none_is_lost() -> None:
    stages = records(report.page(site_tables()).tables["stages"])
    assert len(stages) == 6
    last = stages[2]
    assert [last["active_customers"], last["back_customers"], last["new_customers"]] == [20, 21, 22]
    assert [last["inactive_customers"], last["customers_to_come"]] == [23, 24]


def test_price_bands_are_named_by_their_ends() -> None:
    tables = report.page(site_tables()).tables
    names = [row["price_band"] for row in records(tables["price_bands"])][:3]
    assert names == ["£0–1", "£1–55", "£55+"]
    fine = replace(site_tables().of(PriceBand)[0], price_from=Decimal("100.500"))
    (row,) = records(report.page(site_tables(PriceBand=[fine])).tables["price_bands"])
    assert row["price_band"] == "£100.5–1"


def test_the_basis_chooses_its_clustering_and_the_chosen_k_has_a_star() -> None:
    tables = report.page(site_tables()).tables
    assert [row["basis"] for row in records(tables["clusters"])] == ["gross"] * 2 + ["net"] * 2
    assert [row["customer_count"] for row in records(tables["clusters"])] == [61, 21, 62, 22]
    assert [row["customer_count"] for row in records(tables["log_clusters"])] == [60, 20]
    assert [row["group_count"] for row in records(tables["elbow"])] == ["1", "2 ★", "3"] * 2


def test_ids_are_counted_as_the_findings_do() -> None:
    customers = finding_tables(site_tables()).customers
    assert (customers.customer_count, customers.five_digit_count) == (2, 1)
    none = finding_tables(site_tables(ScoredCustomer=[ScoredCustomer("1644")])).customers
    assert none.five_digit_count == 0


def test_an_area_that_was_not_built_states_nothing() -> None:
    page = report.page(empty_tables())
    assert not page.context["is_built"] and page.tables["statements"].rows == []
    assert page.tables["verdicts"].rows == [[0, 0, 0, 0, 0]]


def test_sentences_stand_beside_their_charts_in_both_languages(browser: Any, site: Path) -> None:
    data = page_data(site, "online_retail")
    table = data["tables"]["statements"]
    at = list(table["columns"]).index
    rates = [row for row in table["rows"] if row[at("part")] == "rates"]
    with reading(browser, site) as reader:
        opened = reader.open("online_retail.html")
        for language in ("en", "zh"):
            reader.choose("language", language)
            place = opened.locator('[data-statements="rates"] li')
            assert place.locator(".stated").all_text_contents() == [
                f"{row[at('statement_no')]} {row[at('statement')][language]}" for row in rates
            ]
            assert place.locator(".measured").all_text_contents() == [
                row[at("measured")][language] for row in rates
            ]
            note = opened.locator('[data-fact="rates"]').text_content()
            assert note == data["facts"]["rates"][language]
        assert opened.locator(".notice").count() == 0
        shown = opened.locator('[data-table="super_orders"]').inner_text()
        assert SCRIPT in shown and IMAGE in shown
        assert reader.complaints == []


def test_the_sample_says_that_it_is_one(browser: Any, tmp_path: Path, library: Path) -> None:
    sample = site_tables(ReleasedTable=[released(MonthlyTrend.TABLE, "seeds")])
    write_site(site_of(report.PAGE), sample, library, tmp_path / "site")
    with reading(browser, tmp_path / "site", 390) as reader:
        opened = reader.open("online_retail.html")
        assert "合成的样例数据" in opened.locator(".notice").text_content()
        decided = opened.locator(".decided").all_text_contents()
        assert decided and all(text.startswith("在这些数据上") for text in decided)
        assert reader.complaints == []
