"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command on the sample's own tables: what it writes is what the ADS tables hold, and what goes
wrong is one sentence.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from browsing import page_data, reading
from our_site import PAGES
from profile_sums import assert_cells_sum_to_totals
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.areas.customer_profile.pages.journeys import ENDS, START, VIEWS
from customer_value.commands.site import main

PROMO = "sample_ads.ads_customer_service_promo_"
PROFILE = "sample_ads.ads_customer_profile_"


@pytest.fixture(autouse=True)
def working_folder() -> Iterator[None]:
    """Opening a session changes into the project; the next test starts where this one did."""
    before = Path.cwd()
    yield
    os.chdir(before)


@pytest.fixture(scope="module")
def run(workspace: Workspace, spark: SparkSession) -> Callable[..., int]:
    """Run the command against this run's warehouse."""

    def command(*arguments: str) -> int:
        return main(
            [
                *("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)),
                *("--target", "few_rows", "--schema", "sample", *arguments),
            ]
        )

    return command


@pytest.fixture(scope="module")
def sample_site(
    sample: Outcome,
    run: Callable[..., int],
    workspace: Workspace,
    library: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The site of the sample, as the command writes it."""
    folder = tmp_path_factory.mktemp("sample_pages") / "site"
    before = Path.cwd()
    artifacts = str(workspace.target_path("sample"))
    assert run("--output", str(folder), "--target-path", artifacts, "--detail-rows", "200") == 0
    os.chdir(before)
    return folder


def cell(value: Any) -> Any:
    """A value of Spark as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, (date, datetime)) else value


def asked(spark: SparkSession, query: str) -> list[list[Any]]:
    return [[cell(value) for value in row] for row in spark.sql(query).collect()]


def shown(site: Path, page: str, table: str, *columns: str) -> list[list[Any]]:
    data = page_data(site, page)["tables"][table]
    places = [list(data["columns"]).index(column) for column in columns or data["columns"]]
    return [[row[place] for place in places] for row in data["rows"]]


def same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return Counter(map(json.dumps, one)) == Counter(map(json.dumps, other)) and len(one) > 0


@pytest.mark.parametrize(
    ("page", "table", "columns", "query"),
    [
        (
            *("promotion", "overview", ()),
            "select stat_period, user_level, total_send_count, total_use_count, valid_use_count,"
            f" use_rate from {PROMO}overview",
        ),
        (
            *("promotion", "reconciliation", ()),
            "select stat_period, measure, unlayered_total, layered_total, erased_total,"
            " difference, true"
            f" from {PROMO}reconciliation",
        ),
        (
            "promotion",
            "activities",
            ("activity_id", "send_count", "use_count", "use_rate", "rank", "used_send_count"),
            "select e.activity_id, e.send_count, e.use_count, e.use_rate, e.rank,"
            " (select count(*) from sample_ads.ads_customer_service_promo_send_detail as d where"
            " d.activity_id = e.activity_id and d.use_status = '已核销')"
            f" from {PROMO}activity_effect as e",
        ),
        (
            "promotion",
            "agents",
            ("customer_service_id", "send_count", "use_count", "use_rate", "avg_promo_amount"),
            "select customer_service_id, send_count, use_count, use_rate, avg_promo_amount"
            " from sample_ads.ads_customer_service_performance",
        ),
        (
            *("promotion", "sends", ()),
            "select date_format(send_time, 'yyyy-MM-dd HH:mm:ss'), send_id, activity_id,"
            " product_name, consumer_id, user_level, cs_name, use_status,"
            f" date_format(use_time, 'yyyy-MM-dd HH:mm:ss') from {PROMO}send_detail"
            " order by send_time desc, send_id desc limit 200",
        ),
        (
            *("promotion", "trend", ()),
            "select dt, sum(send_count), sum(use_count), sum(valid_use_count), sum(promo_amount),"
            f" sum(pay_amount) from {PROMO}daily_trend where dt > date_sub(date '2024-06-30', 92)"
            " group by dt",
        ),
        (
            *("rfm", "codes", ("rfm_code", "user_level", "consumer_count")),
            "select rfm_code, user_level, count(*)"
            " from sample_dws.dws_customer_service_promo_consumer_rfm"
            " where as_of_date = date '2024-06-30' group by rfm_code, user_level",
        ),
        (
            *("quality", "row_counts", ("source_table", "raw_row_count", "rejected_count")),
            "with rejects as (select source_table, count(*) as rejected_count"
            " from (select source_table from sample_dwd.dwd_customer_service_promo_reject"
            " union all select source_table from sample_dwd.dwd_customer_profile_reject"
            " union all select source_table from sample_dwd.dwd_shared_reject)"
            " group by source_table)"
            " select source_table, raw_row_count, coalesce(rejected_count, 0)"
            f" from (select source_table, raw_row_count from {PROMO}row_count"
            f" union all select source_table, raw_row_count from {PROFILE}row_count)"
            " left join rejects using (source_table)"
            " union all select 'ods_online_retail_line', count(*), count(reject_reason)"
            " from sample_dwd.dwd_online_retail_line",
        ),
        (
            *("customers", "lifecycle_stage", ()),
            "select stage_name, count(*), round(100 * count(*) / any_value(everybody), 2)"
            " from (select coalesce(s.stage_name, '未授权') as stage_name,"
            " count(*) over (partition by p.as_of_date) as everybody"
            " from sample_dws.dws_customer_profile_population as p"
            " left join sample_dws.dws_customer_profile_lifecycle as l"
            " on l.customer_id = p.customer_id and l.as_of_date = p.as_of_date and p.is_profiled"
            " left join sample_dwd.dwd_lifecycle_stage as s on s.stage_code = l.stage_code"
            " where p.as_of_date = date '2024-06-30') group by stage_name",
        ),
        (
            *("customers", "warnings", ("customer_count", "previous_customer_count")),
            "select count_if(w.as_of_date = date '2024-06-30'),"
            " count_if(w.as_of_date = date '2024-05-31')"
            " from sample_reference.customer_profile_warning_rule as r"
            " left join sample_dws.dws_customer_profile_warning as w on w.rule_code = r.rule_code"
            " group by r.rule_code",
        ),
        (
            *("quality", "coverage", ("applicable_count", "filled_count", "is_covered")),
            f"select applicable_count, filled_count, is_covered from {PROFILE}coverage",
        ),
        (
            *("quality", "line_classes", ()),
            "select line_class, line_count, line_share"
            " from sample_ads.ads_online_retail_line_class",
        ),
    ],
)
def test_pages_hold_the_rows_of_the_tables(
    sample_site: Path,
    spark: SparkSession,
    page: str,
    table: str,
    columns: Sequence[str],
    query: str,
) -> None:
    assert same(shown(sample_site, page, table, *columns), asked(spark, query))


def test_headline_is_the_overview_and_every_table_is_conserved(sample_site: Path) -> None:
    columns = ("stat_period", "send_count", "use_count", "use_rate")
    overall = [
        [row[0], *row[2:4], row[5]]
        for row in shown(sample_site, "promotion", "overview")
        if row[1] == "整体"
    ]
    assert same(shown(sample_site, "promotion", "headline", *columns), overall)
    assert {row[0] for row in shown(sample_site, "quality", "row_counts", "conserved")} == {True}


def test_cells_of_the_profile_sum_to_totals(sample_site: Path, spark: SparkSession) -> None:
    assert_cells_sum_to_totals(sample_site)
    (everybody,) = asked(
        spark,
        "select count(*), sum(order_count), sum(net_amount)"
        " from sample_dws.dws_customer_profile_customer_total",
    )
    columns = ("customer_count", "order_count", "net_amount")
    places = shown(sample_site, "value_map", "places", *columns)
    sums = [sum(row[at] or 0 for row in places) for at in range(3)]
    assert sums == [*everybody[:2], pytest.approx(everybody[2])]
    payments = shown(sample_site, "customers", "payments", "order_count", "gross_amount")
    ((orders, gross),) = asked(
        spark, "select order_count, gross_amount from sample_dws.dws_customer_profile_total"
    )
    assert sum(row[0] for row in payments) == orders
    assert sum(row[1] for row in payments) == pytest.approx(gross)


def test_no_group_of_the_profile_is_small(sample_site: Path, spark: SparkSession) -> None:
    """Counted again in Python from the customers: what is shown by itself is what has 5 or more."""
    for attribute in ("customer_type", "industry", "company_size", "credit_rating"):
        counts = {
            value: count
            for value, count in asked(
                spark,
                f"select {attribute}, count(*) from sample_dws.dws_customer_profile_customer_total"
                f" group by {attribute}",
            )
        }
        merged = {value for value, count in counts.items() if count < 5}
        if 0 < sum(counts[value] for value in merged) < 5:
            merged.add(min((n, value) for value, n in counts.items() if value not in merged)[1])
        expected = {value: count for value, count in counts.items() if value not in merged}
        if merged:
            expected["其他"] = sum(counts[value] for value in merged)
        groups = shown(
            sample_site,
            "value_by_attribute",
            "groups",
            *("attribute", "attribute_value", "customer_count"),
        )
        assert {value: n for name, value, n in groups if name == attribute} == expected
        assert min(expected.values()) >= 5
    cells = shown(sample_site, "value_by_attribute", "segments", "customer_count")
    assert min(count for (count,) in cells) >= 5
    assert min(n for (n,) in shown(sample_site, "value_map", "cells", "customer_count")) >= 5


def test_as_many_sessions_arrive_at_a_touch_as_leave_it(sample_site: Path) -> None:
    columns = ("journey_view", "from_step", "from_touch", "to_touch", "journey_count")
    for view in VIEWS:
        flows: Counter[tuple[int, str]] = Counter()
        for of_view, step, source, target, count in shown(
            sample_site, "journeys", "links", *columns
        ):
            if of_view == view:
                flows[step, source] -= count
                flows[step + 1, target] += count
        ends = {START, *ENDS[view]}
        assert flows and {flow for (_, name), flow in flows.items() if name not in ends} <= {0}
        included = [
            row[2]
            for row in shown(sample_site, "journeys", "standings")
            if row[:2] == [view, "纳入"]
        ]
        assert [-flows[0, START]] == included


def test_nobody_has_a_card_unless_the_var_says_so(sample_site: Path) -> None:
    assert not (sample_site / "private").exists()


def test_warnings_are_those_of_the_run(sample_site: Path, sample: Outcome) -> None:
    warned = [row[0] for row in shown(sample_site, "quality", "checks", "test")]
    assert sorted(warned) == sample.named("warn") and len(warned) > 0


def test_the_sample_is_drawn_quietly(browser: Any, sample_site: Path) -> None:
    with reading(browser, sample_site) as reader:
        for page in PAGES:
            opened = reader.open(page.file_name)
            assert opened.locator("tbody tr").count() >= (0 if page.name == "start" else 10)
            if page.name == "promotion":
                shown = opened.locator("main").inner_text()
        assert reader.complaints == []
    # the sample's own names
    assert "<script>alert(1)</script>" in shown and "客服<b>09</b>" in shown


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--schema", "x;y"], "'x;y' cannot be the name of a schema: use letters, digits and _."),
        (["--schema", "nowhere"], "The table nowhere_ads.release_manifest does not exist"),
        (["--echarts", "none.js"], "The chart library {here}/none.js is missing: run make setup."),
        (["--detail-rows", "0"], "--detail-rows must be at least 1."),
        (["--output", "no/site"], "There is no folder {here}/no: create it, or choose --output."),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    sample: Outcome,
    arguments: list[str],
    sentence: str,
    run: Callable[..., int],
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("--output", "site", *arguments) == 2

    error = capsys.readouterr().err
    assert error.startswith("error: " + sentence.format(here=tmp_path)) and error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_after_the_build_of_a_part_no_page_is_written_and_the_reason_said(
    run: Callable[..., int], library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(tmp_path / "site")
    unpublished = ("--output", output, "--echarts", str(library), "--schema", "nothing")
    assert run(*unpublished, "--if-published") == 0

    said = capsys.readouterr().out
    assert said.startswith("Pages    not written, as they show more than was published so far.")
    assert "nothing_ads.release_manifest does not exist" in said and said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
    assert run(*unpublished) == 2
