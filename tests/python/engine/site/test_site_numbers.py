"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a page computes itself: intervals, changes, sums of shops; and what it makes of missing rows.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from our_site import page_named
from site_tables import (
    SCRIPT,
    activities,
    cells,
    checks,
    migrations,
    periods,
    reconciliation,
    row_counts,
    sends,
    site_tables,
    trend,
)

from customer_value.areas.customer_service_promo.pages import promotion, rfm
from customer_value.areas.customer_service_promo.pages.headline import headline_table
from customer_value.areas.customer_service_promo.rows import DailyTrend
from customer_value.site.change import percent_change, points_change, share
from customer_value.site.contents import Table
from customer_value.site.interval import wilson
from customer_value.site.pages import quality


def records(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        # R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I
        (81, 263, "25.53", "36.62"),
        (15, 148, "6.24", "16.05"),
        (0, 20, "0.00", "16.11"),
        (1, 29, "0.61", "17.18"),
        (1, 1, "20.65", "100.00"),
    ],
)
def test_intervals_equal_published_ones(successes: int, trials: int, low: str, high: str) -> None:
    assert wilson(successes, trials) == (Decimal(low), Decimal(high))


@given(st.integers(1, 10**7).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    successes, trials = counts
    low, high = wilson(successes, trials) or (None, None)
    assert low is not None and high is not None
    exact = Decimal(100 * successes) / trials
    assert 0 <= low <= exact + Decimal("0.005") and exact - Decimal("0.005") <= high <= 100


def test_nothing_tried_has_no_interval_and_more_than_all_is_refused() -> None:
    assert wilson(0, 0) is None
    with pytest.raises(ValueError, match="3 of 2 is not a share"):
        wilson(3, 2)


def test_one_of_one_is_not_the_best_activity() -> None:
    rows = records(promotion.activity_table(*activities()))
    rows = [row for row in rows if row["activity_id"].startswith("a_")]
    assert [row["activity_id"] for row in rows] == [
        *("a_most", "a_half", "a_one", "a_few", "a_unknown", "a_new")
    ]
    assert rows[2]["used_share"] == 100 and rows[2]["used_share_low"] == Decimal("20.65")
    assert rows[3]["use_rate"] == 110 and rows[3]["used_share"] == 30
    assert (
        rows[-1]["used_share"] is rows[-1]["used_share_low"] is rows[-1]["used_share_high"] is None
    )
    assert rows[4]["activity"] == "a_unknown"


def test_changes_are_against_the_period_before_if_the_data_cover_it() -> None:
    day, week, month = records(headline_table(periods()))
    assert (day["send_count"], day["previous_send_count"], day["send_count_change"]) == (
        *(12, 9),
        Decimal("33.3"),
    )
    assert week["use_rate_change"] == Decimal("34.44") - Decimal("22.00")
    unknown = [name for name in month if name.startswith("previous_") or name.endswith("_change")]
    shown = {name: month[name] for name in unknown if not name.endswith("_date")}
    assert len(shown) == 8 and set(shown.values()) == {None}


def test_changes_round_half_up_and_nothing_before_has_none() -> None:
    assert percent_change(0, 7) == -100
    assert percent_change(2001, 2000) == Decimal("0.1")
    assert percent_change(1999, 2000) == Decimal("-0.1")
    assert percent_change(5, 0) is None
    assert points_change(Decimal("1.5"), None) is None
    assert share(1, 8) == Decimal("12.50") and share(0, 0) is None


def test_a_day_of_the_trend_is_the_sum_of_its_shops_and_old_days_stay_away() -> None:
    rows = records(promotion.trend_table(trend()))
    assert len(rows) == 40
    assert rows[-1]["send_count"] == 10 and rows[-2]["send_count"] == 12
    assert rows[-1]["pay_amount"] == Decimal("310.5") + Decimal("0.5")

    day = trend()[0]
    many = [replace(day, dt=f"20{year:02}-01-01") for year in range(10, 10 + 93)]
    shown = records(promotion.trend_table(many))
    assert [shown[0]["dt"], len(shown)] == ["2011-01-01", promotion.TREND_DAYS]
    assert isinstance(day, DailyTrend)


def test_a_difference_is_said() -> None:
    assert promotion.page(site_tables()).context["is_reconciled"]
    broken = site_tables(Reconciliation=reconciliation("0.01"))
    assert not promotion.page(broken).context["is_reconciled"]
    assert {
        row["agrees"] for row in records(promotion.reconciliation_table(reconciliation("1")))
    } == {False}


def test_the_send_detail_says_how_many_sends_there_are() -> None:
    assert promotion.send_table(sends(), activities()[1]).total_count == 400


def test_heat_map_has_every_cell_and_every_monetary_score_adds_up_to_all() -> None:
    table = rfm.cell_table(cells(), range(1, 6))
    rows = records(table)
    assert len(rows) == 6 * 25
    total = sum(cell.consumer_count for cell in cells())
    everyone = [row["consumer_count"] for row in rows if row["m_score"] == rfm.EVERY_SCORE]
    apart = [row["consumer_count"] for row in rows if row["m_score"] != rfm.EVERY_SCORE]
    assert sum(everyone) == sum(apart) == total == 157
    (cell,) = [row for row in rows if (row["m_score"], row["r_score"], row["f_score"]) == (4, 5, 3)]
    assert cell["consumer_count"] == 9


def test_moves_need_an_earlier_date() -> None:
    assert rfm.page(site_tables(LevelMigration=migrations(None))).tables["migration"].rows == []
    assert rfm.page(site_tables(LevelMigration=migrations(None))).context["previous_date"] is None
    rows = records(rfm.page(site_tables()).tables["migration"])
    assert [row["from_level"] for row in rows] == [
        *("潜力用户", "一般用户", "流失用户", rfm.NO_LEVEL_BEFORE)
    ]


def test_quality_tells_passed_from_other_tests_and_conserved_from_unproved() -> None:
    (summary,) = records(quality.summary_table(row_counts(), checks()))
    assert (summary["passed_count"], summary["warned_count"], summary["failed_count"]) == (1, 1, 1)
    skipped = [replace(check, status="skipped") for check in checks()]
    (none_ran,) = records(quality.summary_table(row_counts(), skipped))
    assert (none_ran["failed_count"], none_ran["skipped_count"]) == (0, 3)
    (unknown,) = records(quality.summary_table(row_counts(), []))
    assert unknown["passed_count"] is unknown["warned_count"] is unknown["failed_count"] is None

    assert [row["test"] for row in records(quality.check_table(checks()))] == [
        "warn_it",
        "never_null",
    ]
    conserved = [
        row["conserved"] for row in records(quality.row_count_table(row_counts(), checks()))
    ]
    assert conserved == [None, True, None]
    lost = [replace(check, status="fail") for check in checks()]
    assert records(quality.row_count_table(row_counts(), lost))[1]["conserved"] is False


def test_reject_reasons_are_one_row_per_table_and_reason() -> None:
    rows = records(page_named("quality").data(site_tables()).tables["rejects"])
    names = ("reject_reason", "rejected_count", "reject_columns", "example_value")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("duplicate_key", 7, "send_id", "s000007"),
        (
            *("unparseable_value", 5, "send_time, valid_hours"),
            f"send_time = {SCRIPT}; valid_hours = ２４",
        ),
        ("unknown_send", 10, "send_id", None),
        ("unparseable_value", 2, "quantity", "twelve"),
        ("missing_key", 2, "order_id", None),
    ]
