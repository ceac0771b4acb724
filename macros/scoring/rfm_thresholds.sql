{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The values that a customer must be strictly better than to earn score 2, 3, … of each metric: one row with the columns
  r_2 … m_5. `customers` is a relation or a CTE with recency_days, frequency, monetary.

  Exact and without a window over the customers: a histogram by a coarse bucket (a monotone function of the value) finds
  the bucket of every place where a score begins; only the distinct values inside those few buckets are then counted one
  by one.
-#}
{% macro rfm_thresholds(customers) -%}
    with

    bucketed as (
        {{ rfm_bucketed(customers) }}
    ),

    buckets as (
        select
            metric,
            bucket,
            count(*) as value_count
        from bucketed
        group by metric, bucket
    ),

    places as (
        {{ rfm_places('buckets') }}
    ),

    targets as (
        {{ rfm_targets('buckets', 'places') }}
    ),

    thresholds as (
        {{ rfm_threshold('bucketed', 'targets') }}
    )

    {{ rfm_side_by_side('thresholds', 'threshold') }}
{%- endmacro %}
