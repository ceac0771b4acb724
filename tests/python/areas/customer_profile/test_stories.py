"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The stories of the sample against DWD: what must come of each customer who hits a rule at its edge.
"""

from __future__ import annotations

import pytest
from pyspark.sql import SparkSession
from workspace import Outcome

from customer_value.areas.customer_profile.sample.stories import THEMES

# each query gives customer_id and columns that are named like the things that stories expect
QUERIES = {
    "versions": """
        select customer_id, cast(count(*) as string) as versions
        from {dwd}.dwd_customer_history group by customer_id
    """,
    "current version": """
        select customer_id, coalesce(region_id, '') as region_id, customer_type, industry,
            credit_rating, declared_channel, cast(coalesce(marketing_consent, false) as string)
            as marketing_consent, cast(coalesce(profiling_consent, false) as string)
            as profiling_consent
        from {dwd}.dwd_customer_history where is_current
    """,
    "transactions": """
        select customer_id, coalesce(max(region_id), '') as region_of_transaction,
            cast(bool_or(cart_abandon_flag) as string) as cart_abandon_flag,
            case when max(transaction_id) < 0 then 'negative'
                else cast(max(transaction_id) as string) end as transaction_id
        from {dwd}.dwd_transaction_fact group by customer_id
    """,
    "known": """
        select customer_id, cast(bool_and(is_known_customer) as string) as is_known
        from {dwd}.dwd_order group by customer_id
    """,
    "money": """
        select customer_id, cast(sum(gross) as string) as gross,
            cast(sum(refunded) as string) as refunds, cast(sum(gross - refunded) as string) as net
        from (
            select customer_id, gross_amount as gross, 0.00BD as refunded
            from {dwd}.dwd_transaction_fact where transaction_date <= date '2024-06-30'
            union all
            select customer_id, 0.00BD, refund_amount
            from {dwd}.dwd_refund where refund_date <= date '2024-06-30'
            union all
            select customer_id, 0.00BD, 0.00BD from {dwd}.dwd_order
        ) group by customer_id
    """,
    "sessions": """
        select customer_id, cast(count(distinct session_id) as string) as sessions,
            cast(count(distinct case when is_engaged then session_id end) as string)
            as engaged_sessions, cast(bool_or(is_bot) as string) as is_bot
        from {dwd}.dwd_behavior_fact group by customer_id
    """,
    "contacts": """
        select customer_id, case when max(service_id) < 0 then 'negative'
            else cast(max(service_id) as string) end as service_id
        from {dwd}.dwd_service_fact group by customer_id
    """,
}


def told_by(spark: SparkSession, dwd: str) -> dict[tuple[str, str], str]:
    """What DWD says, by customer and the name of the thing."""
    return {
        (row["customer_id"], name): value
        for query in QUERIES.values()
        for row in spark.sql(query.format(dwd=dwd)).collect()
        for name, value in row.asDict().items()
        if name != "customer_id"
    }


def differences(spark: SparkSession, dwd: str) -> list[str]:
    """Each expectation of a story that DWD does not meet; what later layers tell is left out."""
    told = told_by(spark, dwd)
    names = {name for _, name in told}
    return [
        f"{story.customer_id} {story.tells}: {name} is {found}, not {value}"
        for stories in THEMES.values()
        for story in stories
        for name, value in story.expected.items()
        if name in names and (found := told.get((story.customer_id, name))) != value
    ]


@pytest.mark.parametrize("dwd", ["sample_dwd"])
def test_stories_come_true(spark: SparkSession, sample: Outcome, dwd: str) -> None:
    assert sample.success, sample
    assert differences(spark, dwd) == []
