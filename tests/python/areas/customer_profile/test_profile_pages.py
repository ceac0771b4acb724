"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The pages of the customer profile: their cells sum to their totals, small groups stay merged, what
the data lack is said, and the numbers that a reader sees are those of the page's data.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import profile_tables
import pytest
from browsing import page_data, plain, reading
from our_site import SITE
from profile_sums import assert_cells_sum_to_totals, records
from site_tables import site_tables

from customer_value.areas.customer_profile.pages import (
    base_quality,
    customers,
    value_by_attribute,
    value_map,
)
from customer_value.areas.customer_profile.pages.headline import headline_table, until
from customer_value.areas.customer_profile.pages.newest import of_newest
from customer_value.areas.customer_profile.pages.value_words import RATINGS, SEGMENTS, in_order
from customer_value.areas.customer_profile.rows import ValueCell, WarningSummary

OTHERS = "其他"


def test_cells_sum_to_totals(site: Path) -> None:
    assert_cells_sum_to_totals(site)


def test_the_newest_stored_date_is_that_of_the_build() -> None:
    dates = profile_tables.overviews()
    assert [row.as_of_date for row in until(dates, "2024-06-01")] == ["2024-05-31", "2024-05-01"]
    assert {row.as_of_date for row in of_newest(profile_tables.moves(), "2024-06-29")} == {
        "2024-05-31"
    }
    assert of_newest(dates, "2020-01-01") == []

    (row,) = records(headline_table(until(dates, "2024-06-30")))
    assert (row["customer_count"], row["previous_customer_count"]) == (120, 100)
    assert row["customer_count_change"] == Decimal("20.0")
    assert row["warned_customer_count_change"] is None, "nobody was warned before"
    (first,) = records(headline_table(until(dates, "2024-05-01")))
    assert (first["active_count"], first["active_count_change"]) == (None, None)
    assert first["previous_as_of_date"] is first["previous_net_amount"] is None


def test_values_stand_in_the_order_in_which_people_read_them() -> None:
    sizes = ["不适用", "1000人以上", "1-49人", "200-999人", "未授权", "50-199人", OTHERS]
    assert in_order(sizes, by_number=True) == [
        *("1-49人", "50-199人", "200-999人", "1000人以上"),
        *(OTHERS, "不适用", "未授权"),
    ]
    assert in_order(["小微", "20", "3"], by_number=True) == ["3", "20", "小微"]
    assert in_order(["无", "0", "0–0.2", "0.2–0.4"]) == ["0", "0–0.2", "0.2–0.4", "无"]
    assert in_order(["未知", "D", "AAA", "B", "B"], RATINGS) == ["AAA", "B", "D", "未知"]
    assert in_order(["制造", "3C 数码", "未知", "餐饮"]) == ["制造", "3C 数码", "餐饮", "未知"]
    assert in_order(["未授权", "未购买", "普通", "钻石", OTHERS], SEGMENTS) == [
        *("钻石", "普通", "未购买", OTHERS, "未授权")
    ]


def test_what_was_never_measured_is_left_out_and_the_page_says_so() -> None:
    nobody = [row for row in profile_tables.distributions() if row.measure != "activity_band"] + [
        replace(row, measure="activity_band", value=value)
        for row, value in zip(profile_tables.distributions()[-2:], ("无", "未授权"), strict=True)
    ]
    page = customers.page(site_tables(Distribution=nobody))
    assert page.tables["activity_band"].rows == []
    assert len(page.tables["lifecycle_stage"].rows) == 7

    unknown = [replace(profile_tables.payments()[0], payment_method="未知")]
    assert customers.page(site_tables()).charts["warnings"].first is None
    quiet = [
        replace(row, customer_count=0, previous_customer_count=0)
        for row in site_tables().of(WarningSummary)
    ]
    assert customers.page(site_tables(WarningSummary=quiet)).charts["warnings"].first == 0
    assert customers.page(site_tables(PaymentMix=unknown)).charts["payments"].without == ("未知",)
    assert customers.page(site_tables()).charts["payments"].without == ()


def test_only_a_change_of_rules_makes_moves_doubtful() -> None:
    assert customers.page(site_tables()).context["is_same_config"]
    other = [replace(row, is_same_config=False) for row in profile_tables.moves()]
    assert not customers.page(site_tables(Migration=other)).context["is_same_config"]
    assert customers.page(site_tables(Migration=[])).context["moved_from"] is None


def test_a_region_without_a_cell_keeps_its_place_in_the_order() -> None:
    (regions,) = [value_map.page(site_tables()).tables["regions"]]
    assert [row["greater_region"] for row in records(regions)] == ["华东", "西南", "未知", "未授权"]
    chart = value_map.page(site_tables()).charts["cells"]
    assert list(chart.order["ltv_segment"]) == ["钻石", "未购买", OTHERS]


def test_coverage_counts_what_a_test_names_and_the_data_fill() -> None:
    page = base_quality.section(site_tables())
    (summary,) = records(page.tables["coverage_summary"])
    assert summary == {
        "field_count": 5,
        "covered_count": 1,
        "covered_share": Decimal("20.00"),
    }
    shares = [row["coverage_share"] for row in records(page.tables["coverage"])]
    assert shares == [None, Decimal("47.00"), Decimal("83.33"), Decimal(100), Decimal(100)]
    assert page.context["adds_up"]
    broken = site_tables(ProfileReconciliation=profile_tables.reconciliation("0.01"))
    assert not base_quality.section(broken).context["adds_up"]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_map_has_a_tile_per_province_with_a_place(browser: Any, site: Path, width: int) -> None:
    with reading(browser, site, width) as reader:
        opened = reader.open("value_map.html")
        texts = opened.locator('[data-chart="customers"] svg text').all_text_contents()
        assert Counter(texts) == Counter(
            [*("上海", "40", "四川", "30", "浙江", "并入其他", "江苏", "并入其他"), *texts[-2:]]
        )
        assert texts[-1] == "0", "the province without customers"
        reader.choose("language", "en")
        texts = opened.locator('[data-chart="customers"] svg text').all_text_contents()
        assert texts.count("in Others") == 2
        assert reader.complaints == []


def test_the_chosen_attribute_is_drawn_listed_and_downloaded(browser: Any, site: Path) -> None:
    with reading(browser, site, accept_downloads=True) as reader:
        opened = reader.open("value_by_attribute.html")
        place = opened.locator('[data-table="groups"]')
        opened.locator('input[value="customer_type"]').focus()
        for _ in range(3):
            opened.keyboard.press("ArrowRight")
        assert opened.evaluate("site.chosen.attribute") == "credit_rating"
        shown = place.locator("tbody tr td:nth-child(1)").all_text_contents()
        assert shown == ["AAA", "BBB", "D", "未知", "未授权"]
        bars = opened.locator('[data-chart="customers"] svg text').all_text_contents()
        assert {"AAA", "BBB", "D", "未知"} <= set(bars)

        with opened.expect_download() as saved:
            place.locator("[data-download]").click()
        text = Path(saved.value.path()).read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert [row["attribute_value"] for row in rows] == shown
        assert sum(int(row["customer_count"]) for row in rows) == profile_tables.POPULATION
        assert reader.complaints == []


def test_warnings_are_told_in_the_readers_language(browser: Any, site: Path) -> None:
    with reading(browser, site) as reader:
        opened = reader.open("customers.html")
        first = opened.locator('[data-table="warnings"] tbody tr').first
        assert first.inner_text().split("\t") == [
            *("高价值客户沉睡", "高", "7", "5", "高价值客户沉睡：30 天")
        ]
        reader.choose("language", "en")
        assert first.inner_text().split("\t")[:2] == ["English 高价值客户沉睡", "High"]
        assert reader.complaints == []


def test_what_the_data_lack_is_said_in_words(browser: Any, empty_site: Path) -> None:
    with reading(browser, empty_site) as reader:
        opened = reader.open("customers.html")
        for chart, word in {
            "activity_band": "customers.no_activity",
            "service_health_band": "customers.no_health",
            "payments": "customers.no_payments",
            "order_level": "customers.no_orders",
            "stage_moves": "customers.no_moves",
        }.items():
            said = opened.locator(f'[data-chart="{chart}"]').text_content()
            assert said == SITE.words.text(word)
        opened = reader.open("value_map.html")
        said = opened.locator('[data-chart="customers"]').text_content()
        assert said == SITE.words.text("value_map.no_places")
        assert reader.complaints == []


def test_paper_has_the_numbers_and_no_switches(browser: Any, site: Path) -> None:
    with reading(browser, site) as reader:
        opened = reader.open("value_by_attribute.html")
        opened.emulate_media(media="print")
        assert opened.locator('[data-table="groups"] tbody tr').first.is_visible()
        assert not opened.locator('[data-download="groups"]').is_visible()
        assert opened.locator(".segments label:visible").all_inner_texts()[-1] == "客户类型"


@pytest.mark.parametrize("page", ["customers", "value_map", "value_by_attribute"])
def test_a_pages_data_are_few(site: Path, page: str) -> None:
    """However many customers there are: all rows are groups (benchmarks.pages opens them)."""
    (data,) = (site / "data").glob(f"{page}.*.js")
    assert data.stat().st_size < 100_000


def test_the_page_holds_the_rows_that_it_was_given(site: Path) -> None:
    shown = records(page_data(site, "value_by_attribute")["tables"]["groups"])
    given = {
        (cell.attribute, cell.attribute_value): cell
        for cell in profile_tables.cells()
        if cell.detail == "total" and cell.attribute in value_by_attribute.ATTRIBUTES
    }
    assert len(shown) == len(given)
    for row in shown:
        cell: ValueCell = given[row["attribute"], row["attribute_value"]]
        assert row == {name: plain(getattr(cell, name)) for name in row}
