{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The values that a customer must be strictly better than to earn score 2, 3, … of each metric: one row with the columns
  r_2 … m_5. A customer has score s when at least (s - 1) fifths of all n customers are strictly worse, which is the same
  as being strictly better than the k-th worst of them, k = ceil((s - 1) × n / bins).

  Exact and without a window over the customers: a histogram by a coarse bucket (a monotone function of the value) finds
  the bucket of every k-th worst; only the distinct values inside those few buckets are then counted one by one.
  `customers` names a relation with recency_days, frequency, monetary.
-#}
{% macro rfm_thresholds(customers) -%}
    with

    oriented as (

        select {{ rfm_oriented() }} from {{ customers }}

    ),

    measured as (

        select
            stack(3, 'r', r_value, 'f', f_value, 'm', m_value) as (metric, metric_value)

        from oriented

    ),

    bucketed as (

        select
            metric,
            metric_value,
            {{ rfm_coarse_bucket('metric_value') }} as bucket

        from measured

    ),

    buckets as (

        select
            metric,
            bucket,
            count(*) as value_count

        from bucketed

        group by metric, bucket

    ),

    bucket_positions as (

        select
            metric,
            bucket,
            value_count,
            sum(value_count) over (partition by metric) as total_count,
            sum(value_count) over (
                partition by metric order by bucket rows between unbounded preceding and current row
            ) as last_position

        from buckets

    ),

    targets as (

        select
            bucket_positions.metric,
            bucket_positions.bucket,
            scores.score,
            bucket_positions.last_position - bucket_positions.value_count as positions_below,
            {{ rfm_rank('scores.score', 'bucket_positions.total_count') }} as target_position

        from bucket_positions

        inner join (select explode(sequence(2, {{ var('rfm_bins') }})) as score) as scores
            on
                {{ rfm_rank('scores.score', 'bucket_positions.total_count') }}
                between bucket_positions.last_position - bucket_positions.value_count + 1
                and bucket_positions.last_position

    ),

    target_buckets as (

        select distinct
            metric,
            bucket,
            positions_below

        from targets

    ),

    value_counts as (

        select
            bucketed.metric,
            bucketed.bucket,
            bucketed.metric_value,
            target_buckets.positions_below,
            count(*) as value_count

        from bucketed

        inner join target_buckets
            on
                bucketed.metric = target_buckets.metric
                and bucketed.bucket = target_buckets.bucket

        group by bucketed.metric, bucketed.bucket, bucketed.metric_value, target_buckets.positions_below

    ),

    value_positions as (

        select
            metric,
            bucket,
            metric_value,
            positions_below + sum(value_count) over (
                partition by metric, bucket order by metric_value rows between unbounded preceding and current row
            ) as last_position

        from value_counts

    ),

    order_statistics as (

        select
            targets.metric,
            targets.score,
            min(value_positions.metric_value) as threshold

        from targets

        inner join value_positions
            on
                targets.metric = value_positions.metric
                and targets.bucket = value_positions.bucket
                and targets.target_position <= value_positions.last_position

        group by targets.metric, targets.score

    )

    select
        {%- for metric in ['r', 'f', 'm'] %}
        {%- set is_last_metric = loop.last %}
        {%- for score in range(2, var('rfm_bins') + 1) %}
        max(case when metric = '{{ metric }}' and score = {{ score }} then threshold end) as {{ metric }}_{{ score }}
        {{- ',' if not (loop.last and is_last_metric) }}
        {%- endfor %}
        {%- endfor %}

    from order_statistics
{%- endmacro %}
