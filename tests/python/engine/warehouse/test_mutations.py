"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Planted faults: each turns the test that is named beside it red, and none of those tests is red on
the clean build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kept import SAMPLE
from planted_fault import Fault
from profile_answer_faults import ANSWER_FAULTS
from profile_index_faults import INDEX_FAULTS
from profile_page_faults import PAGE_FAULTS
from torture import only_in_torture
from workspace import Outcome, Workspace, copy_project

PROMO, PROFILE = "customer_service_promo", "customer_profile"

FAULTS = (
    Fault(
        "a dropped level",
        f"models/dws/{PROMO}/dws_{PROMO}_period_level.sql",
        "cross join levels",
        "inner join levels on levels.user_level != '潜力用户'",
        f"dws_{PROMO}_period_level",
        "period_levels_sum_to_overall",
    ),
    Fault(
        "a doubled level",
        f"models/dws/{PROMO}/dws_{PROMO}_level_daily.sql",
        "left join consumers",
        "left join (select * from consumers union all "
        "select * from consumers where user_level = '流失用户') as consumers",
        f"dws_{PROMO}_level_daily",
        "level_daily_sends_equal_dwd",
    ),
    Fault(
        "a fan-out join",
        f"models/ads/{PROMO}/ads_{PROMO}_send_detail.sql",
        "where pay_sequence = 1 and",
        "where",
        f"ads_{PROMO}_send_detail",
        "send_detail_equals_dwd_per_activity",
    ),
    Fault(
        "an 8-day window",
        "macros/engine/dates/stat_periods.sql",
        "('7天', 7)",
        "('7天', 8)",
        "",
        "periods_are_exactly_1_7_and_30_days",
    ),
    Fault(
        "a lost null level",
        f"models/dws/{PROMO}/dws_{PROMO}_level_daily.sql",
        "left join consumers",
        "inner join (select * from consumers where has_redeemed) as consumers",
        f"dws_{PROMO}_level_daily",
        "level_daily_sends_equal_dwd",
    ),
    Fault(
        "a late row that a summary missed",
        f"models/dws/{PROMO}/dws_{PROMO}_consumer_daily.sql",
        "['consumer_id'], ref('dwd_customer_service_promo_send')",
        "['consumer_id'], '(select * from ' ~ ref('dwd_customer_service_promo_send')\n"
        "    ~ ' where send_time < timestamp \"2024-06-30 18:00:00\")'",
        f"dws_{PROMO}_consumer_daily",
        "consumer_daily_sends_equal_dwd",
    ),
    Fault(
        "an orphan use",
        f"models/dwd/{PROMO}/dwd_{PROMO}_use.sql",
        "inner join sends",
        "left join sends",
        f"dwd_{PROMO}_use",
        f"rows_conserved_dwd_{PROMO}_use",
    ),
    Fault(
        "a wrong time zone",
        f"models/dwd/{PROMO}/dwd_{PROMO}_send.sql",
        "to_date(accepted.send_time) as dt",
        "to_date(to_utc_timestamp(accepted.send_time, 'Asia/Shanghai')) as dt",
        "",
        "send_belongs_to_its_shanghai_day",
    ),
    Fault(
        "a use counted on its send date",
        f"models/dwd/{PROMO}/dwd_{PROMO}_use.sql",
        "to_date(pay_time) as dt",
        "to_date(send_time) as dt",
        "",
        "valid_use_is_in_time_paid_and_within_the_limit",
    ),
    Fault(
        "duplicate keys",
        f"models/dwd/{PROMO}/dwd_{PROMO}_send.sql",
        "version_rank = 1",
        "version_rank > 0",
        f"dwd_{PROMO}_send",
        f"unique_grain_dwd_{PROMO}_send",
    ),
    Fault(
        "a tie broken in one scoring engine",
        "macros/scoring/calculate_rfm.sql",
        "else '>')",
        "else '>=')",
        "",
        "assert_rfm_python_equals_sql",
    ),
    Fault(
        "a rounded-down rate",
        "macros/engine/sql/rounded_ratio.sql",
        "+ {{ denominator }}) div",
        "+ 0) div",
        "",
        "assert_use_rate_edges",
    ),
    Fault(
        "a level boundary moved by one",
        "macros/scoring/rfm_user_level.sql",
        "{{ rfm_total }} <= ",
        "{{ rfm_total }} < ",
        "",
        "assert_rfm_user_level_boundaries",
    ),
    Fault(
        "a send multiplied by its uses",
        "macros/customer_service_promo/promo_daily.sql",
        "0 as send_count,",
        "1 as send_count,",
        "",
        "send_used_three_times_is_still_one_send",
    ),
    Fault(
        "an unpaid order that counts",
        f"macros/{PROFILE}/facts/is_paid_order.sql",
        "{{ order_status }} not in",
        "{{ order_status }} is not null or {{ order_status }} not in",
        "",
        "order_joins_the_version_that_was_valid_then",
    ),
    Fault(
        "a version joined twice",
        f"macros/{PROFILE}/facts/is_valid_at.sql",
        "{{ version }}valid_to > {{ moment }})",
        "true)",
        "",
        "order_joins_the_version_that_was_valid_then",
    ),
    Fault(
        "a version that ends a moment late",
        f"macros/{PROFILE}/facts/is_valid_at.sql",
        "{{ version }}valid_to > {{ moment }})",
        "{{ version }}valid_to >= {{ moment }})",
        "",
        "order_joins_the_version_that_was_valid_then",
    ),
    Fault(
        "a transaction on the day of its order",
        f"models/dwd/{PROFILE}/dwd_transaction_fact.sql",
        "orders.pay_date as transaction_date",
        "to_date(orders.order_time) as transaction_date",
        "",
        "transaction_is_a_line_of_a_paid_order_on_its_pay_date",
    ),
    Fault(
        "a refund dropped",
        f"models/dwd/{PROFILE}/dwd_transaction_fact.sql",
        "sum(refund_amount) as refund_amount",
        "max(refund_amount) as refund_amount",
        "",
        "transaction_is_a_line_of_a_paid_order_on_its_pay_date",
    ),
    Fault(
        "more refunded than paid",
        f"models/dwd/{PROFILE}/dwd_refund.sql",
        "running_refund_amount <= line_amount",
        "refund_amount <= line_amount",
        "",
        "refunds_of_a_line_stay_within_its_amount",
    ),
    Fault(
        "a session that ends a moment early",
        f"macros/{PROFILE}/facts/is_new_session.sql",
        "{{ event_time }} > ",
        "{{ event_time }} >= ",
        "",
        "sessions_end_after_a_pause",
    ),
    Fault(
        "a bot counted",
        f"models/dwd/{PROFILE}/dwd_customer_product_edge.sql",
        "where not is_bot",
        "where true",
        "",
        "edges_have_both_ends",
    ),
    Fault(
        "a cart that is recovered at once",
        f"models/dwd/{PROFILE}/dwd_cart_recovery.sql",
        "orders.order_time >= carts.cart_time\n            + make_dt_interval(0, ",
        "orders.order_time >= carts.cart_time\n            + make_dt_interval(0, 0 * ",
        "",
        "cart_is_recovered_after_a_day_and_within_a_week",
    ),
    Fault(
        "an erased customer back",
        f"models/dwd/{PROFILE}/dwd_order.sql",
        "case when erasures.customer_id is null then accepted.customer_id end as customer_id",
        "accepted.customer_id as customer_id",
        "dwd_order",
        "assert_erased_customers_are_nowhere",
    ),
    Fault(
        "an erased consumer back among the sends",
        f"models/dwd/{PROMO}/dwd_{PROMO}_send.sql",
        "case when erasures.customer_id is null then accepted.consumer_id end as consumer_id",
        "accepted.consumer_id as consumer_id",
        f"dwd_{PROMO}_send",
        "assert_erased_consumers_are_nowhere",
    ),
    Fault(
        "an erased consumer among the days",
        f"models/dws/{PROMO}/dws_{PROMO}_consumer_daily.sql",
        "where='not is_erased'",
        "where='true'",
        f"dws_{PROMO}_consumer_daily",
        "assert_erased_consumers_have_no_rows",
    ),
    Fault(
        "erased consumers not told apart",
        f"models/dws/{PROMO}/dws_{PROMO}_period_overall.sql",
        "count(case when sends.is_erased then sends.send_id end) as erased_send_count",
        "cast(0 as bigint) as erased_send_count",
        f"dws_{PROMO}_period_overall",
        "period_levels_sum_to_overall",
    ),
    Fault(
        "an erased customer back in rejected rows",
        "macros/engine/privacy/unless_erased.sql",
        "if erasable_columns(table) else value",
        "if false else value",
        "dwd_shared_reject",
        "raw_record_unless_erased_dwd_shared_reject",
    ),
    *INDEX_FAULTS,
    *ANSWER_FAULTS,
    *PAGE_FAULTS,
)


Batch = tuple[Fault, ...]


def in_batches(faults: Iterable[Fault]) -> list[Batch]:
    """Faults that are planted together. A unit test reads the text of one model only, so faults of
    several models do not disturb each other's; any other fault is alone.
    """
    batches: list[list[Fault]] = []
    for fault in faults:
        for batch in batches:
            if all(is_apart(fault, other) for other in batch):
                batch.append(fault)
                break
        else:
            batches.append([fault])
    return [tuple(batch) for batch in batches]


def is_apart(fault: Fault, other: Fault) -> bool:
    """Whether each of two faults is in a model of its own, with a unit test of its own."""
    unbuilt = not fault.rebuilt and not other.rebuilt
    in_models = all(each.file.startswith("models/") for each in (fault, other))
    return unbuilt and in_models and fault.file != other.file and fault.caught_by != other.caught_by


def planted_batches() -> Iterator[Any]:
    """All batches; each takes a build, so those of one fault only by make torture."""
    for batch in in_batches(FAULTS):
        yield pytest.param(batch, marks=() if batch[1:] else only_in_torture("a fault of its own"))


def name_of(batch: Batch) -> str:
    """The first fault, and how many there are with it."""
    return batch[0].name + (f" and {len(batch) - 1} more" if batch[1:] else "")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project for the faults."""
    return copy_project(tmp_path_factory.mktemp("mutants") / "project")


@pytest.fixture
def planted(project: Path, request: pytest.FixtureRequest) -> Iterator[Batch]:
    """The faults in place, and out again afterwards."""
    batch: Batch = request.param
    clean = {}
    for fault in batch:
        file = project / fault.file
        clean[file] = file.read_text("utf-8")
        assert clean[file].count(fault.old) >= 1, (
            f"{fault.file} no longer holds the text that the fault replaces"
        )
        file.write_text(clean[file].replace(fault.old, fault.new, 1), encoding="utf-8")
    yield batch
    for file, text in clean.items():
        file.write_text(text, encoding="utf-8")


def named(outcome: Outcome, test: str) -> dict[str, str]:
    """The statuses of the tests whose name starts so (dbt appends arguments to generic ones)."""
    return {name: status for name, status in outcome.statuses.items() if name.startswith(test)}


def rebuild_and_test(fault: Fault, project: Path, workspace: Workspace) -> Outcome:
    """The models that the fault changes, built beside the sample's, and the proof of them."""
    return workspace.dbt(
        *("build", "--full-refresh", "--select", *fault.rebuilt.split()),
        *(fault.caught_by, f"{fault.caught_by}*"),
        # other tests of the model would stop it before the proof that is meant can see its rows
        *("--indirect-selection", "empty"),
        *("--defer", "--favor-state", "--state", str(workspace.target_path(SAMPLE))),
        schema="mutant",
        project=project,
    )


def prove(batch: Batch, project: Path, workspace: Workspace) -> Outcome:
    """The proofs alone, which need no rows: `build` runs a unit test only with its model."""
    proofs = [name for fault in batch for name in (fault.caught_by, f"{fault.caught_by}*")]
    return workspace.dbt(
        "test", "--select", *proofs, schema=SAMPLE, project=project, artifacts="mutant"
    )


@pytest.mark.parametrize("planted", planted_batches(), ids=name_of, indirect=True)
def test_faults_are_caught(
    planted: Batch, project: Path, workspace: Workspace, sample: Outcome
) -> None:
    for fault in planted:
        clean = named(sample, fault.caught_by)
        assert set(clean.values()) == {"pass"}, f"{fault.name} on the clean build: {clean}"

    if planted[0].rebuilt:
        outcome = rebuild_and_test(planted[0], project, workspace)
    else:
        outcome = prove(planted, project, workspace)

    unnoticed = [
        fault.name for fault in planted if "fail" not in named(outcome, fault.caught_by).values()
    ]
    assert unnoticed == [], outcome
