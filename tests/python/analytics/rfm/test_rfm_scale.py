"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Scoring at scale: the same as a ranking by DuckDB, and no step that grows with the customers.
"""

from __future__ import annotations

import re

import duckdb
import pytest
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from customer_value.analytics.rfm import RfmParameters, calculate_rfm, thresholds
from customer_value.analytics.rfm.thresholds import SAMPLE_SIZE

pytestmark = pytest.mark.usefixtures("many_rows")
# a million distinct amounts; not a multiple of five, so that a rank that is off by one shows
CUSTOMER_COUNT = 1_000_003

# all amounts distinct, in no order, a third of them negative; days and counts with ties
CUSTOMERS = f"""
    select
        id as consumer_id,
        cast(if(id % 3 = 0, 999, (id * 7919) % 700) as int) as recency_days,
        (id * 104729) % 1009 as frequency,
        cast(((id * 123457) % {CUSTOMER_COUNT} - {CUSTOMER_COUNT // 3}) * 37 as decimal(28,2)) / 100
            as monetary
    from range({CUSTOMER_COUNT})
"""


@pytest.fixture(scope="module")
def customers_path(spark, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("customers") / "customers.parquet")
    customers = spark.sql(CUSTOMERS).withColumn("monetary", F.col("monetary").cast("decimal(28,2)"))
    customers.repartition(3).write.parquet(path)
    return path


def recorded_run(spark, customers, parameters):
    """The scored customers, and every frame that was collected on the way with its row count."""
    if isinstance(customers, str):
        customers = spark.read.parquet(customers)
    collected: list[tuple[DataFrame, int]] = []
    original = type(customers).collect

    def recorded(frame):
        found = original(frame)
        collected.append((frame, len(found)))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(customers), "collect", recorded)
        scored = calculate_rfm(customers, parameters)

    return scored, collected


@pytest.fixture(scope="module")
def run(spark, customers_path):
    return recorded_run(spark, customers_path, RfmParameters())


def plan_of(frame: DataFrame) -> str:
    return frame._jdf.queryExecution().executedPlan().toString()


def unscalable_steps(frame: DataFrame) -> list[str]:
    """Operators that pull all rows through one task or order all of them."""
    plan = plan_of(frame)
    patterns = [
        r"\bWindow(?:GroupLimit)?\b.*",
        r"\bSort \[.*\], true, .*",
        r"\bTakeOrdered.*",
        r"\bExchange SinglePartition.*",
        r"\bExchange rangepartitioning.*",
        r"\bCartesianProduct.*",
        r"\bCollectLimit.*",
    ]
    return [step for pattern in patterns for step in re.findall(pattern, plan)]


def test_every_score_is_the_one_that_ranking_all_customers_gives(run, customers_path, tmp_path):
    scored, _ = run
    scored.write.parquet(str(tmp_path / "scored"))

    agreement = duckdb.sql(f"""
        with ranked as (
            select
                consumer_id, 1 + floor(5 * (rank() over (order by recency_days desc) - 1) /
                count(*) over ()) as r, 1 + floor(5 * (rank() over (order by frequency) - 1) /
                count(*) over ()) as f, 1 + floor(5 * (rank() over (order by monetary) - 1) /
                count(*) over ()) as m
            from '{customers_path}/*.parquet'
        )
        select count(*), count(*) filter (where (r, f, m) = (r_score, f_score, m_score))
        from ranked full join '{tmp_path}/scored/*.parquet' as scored using (consumer_id)
    """).fetchall()

    assert agreement == [(CUSTOMER_COUNT, CUSTOMER_COUNT)]


def test_no_pass_goes_through_one_task(run):
    scored, collected = run
    (sample, sampled), *passes = collected
    frames = [scored, *[frame for frame, _ in passes]]

    assert {plan_of(frame): unscalable_steps(frame) for frame in frames} == {
        plan_of(frame): [] for frame in frames
    }
    # what is taken to the driver as it is has a limit, and nothing else
    assert sampled == SAMPLE_SIZE
    assert unscalable_steps(sample) == [f"CollectLimit {SAMPLE_SIZE}"]


@pytest.mark.parametrize("method", ["computed", "rfm_package"])
def test_the_passes_are_few_and_bring_back_little(spark, customers_path, method):
    wide = spark.read.parquet(customers_path)
    # the same amounts a cent apart: no bracket has too many values to count each
    dense = wide.withColumn("monetary", F.expr("cast(monetary / 37 as decimal(28,2))"))

    for customers, most_passes in ((dense, 1), (wide, 2)):
        _, collected = recorded_run(spark, customers, RfmParameters(method=method))

        _, *counts = [count for _, count in collected]
        assert len(counts) == most_passes
        # four brackets with at most 4 % of the customers each, and a dozen segments around them
        assert max(counts) < 0.16 * CUSTOMER_COUNT


def test_customers_that_all_fit_into_the_sample_are_read_once(spark, customers_path):
    few = spark.read.parquet(customers_path).where("consumer_id < 2000")

    _, collected = recorded_run(spark, few, RfmParameters())

    assert [count for _, count in collected] == [2000]


@pytest.mark.parametrize("order", ["monetary", "-recency_days"])
def test_a_table_in_the_order_of_a_metric_misleads_the_sample_and_stays_exact(
    spark, customers_path, order
):
    customers = spark.read.parquet(customers_path).where("consumer_id < 200003")
    ordered = customers.orderBy(F.expr(order)).coalesce(1).localCheckpoint()

    assert thresholds(ordered) == thresholds(customers)


def test_scoring_itself_moves_no_rows(run):
    scored, _ = run

    assert "Exchange" not in plan_of(scored)


def test_the_check_of_the_plans_sees_what_it_is_for(spark, customers_path):
    customers = spark.read.parquet(customers_path)
    everyone = Window.orderBy("monetary")

    assert unscalable_steps(customers.select(F.ntile(5).over(everyone)))
    assert unscalable_steps(customers.orderBy("monetary"))
    assert unscalable_steps(customers.orderBy("monetary").limit(5))
    assert unscalable_steps(customers.repartition(1))
    assert unscalable_steps(customers.agg(F.count("monetary")))
