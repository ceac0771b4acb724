{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The values that a customer must be strictly better than to earn score 2, 3, … of each metric: one row with the columns
  r_2 … m_5. Where a score begins in the order of the customers, and what that makes it necessary to beat, is the method's
  affair: rfm_places, rfm_threshold.

  Exact and without a window over the customers: a histogram by a coarse bucket (a monotone function of the value) finds
  the bucket of every place; only the distinct values inside those few buckets are then counted one by one.
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

    totals as (

        select
            metric,
            sum(value_count) as customer_count

        from buckets

        group by metric

    ),

    places as (

        select
            metric,
            score,
            target_position,
            weight

        from totals

        lateral view explode(sequence(2, {{ whole_number_setting('rfm_bins') }})) scores as score

        lateral view inline({{ rfm_places('score', 'customer_count') }}) positions as target_position, weight

    ),

    bucket_positions as (

        select
            metric,
            bucket,
            value_count,
            sum(value_count) over (
                partition by metric order by bucket rows between unbounded preceding and current row
            ) as last_position

        from buckets

    ),

    targets as (

        select
            bucket_positions.metric,
            bucket_positions.bucket,
            places.score,
            places.target_position,
            places.weight,
            bucket_positions.last_position - bucket_positions.value_count as positions_below

        from bucket_positions

        inner join places
            on
                bucket_positions.metric = places.metric
                and places.target_position
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
            targets.weight,
            min(value_positions.metric_value) as metric_value

        from targets

        inner join value_positions
            on
                targets.metric = value_positions.metric
                and targets.bucket = value_positions.bucket
                and targets.target_position <= value_positions.last_position

        group by targets.metric, targets.score, targets.target_position, targets.weight

    ),

    weighted as (

        select
            metric,
            score,
            cast(sum(weight * metric_value) as decimal(33, 4)) as weighted_value

        from order_statistics

        group by metric, score

    ),

    thresholds as (

        select
            metric,
            score,
            {{ rfm_threshold('metric', 'weighted_value') }} as threshold

        from weighted

    )

    select
        {%- for metric in ['r', 'f', 'm'] %}
        {%- set is_last_metric = loop.last %}
        {%- for score in range(2, whole_number_setting('rfm_bins') + 1) %}
        max(case when metric = '{{ metric }}' and score = {{ score }} then threshold end) as {{ metric }}_{{ score }}
        {{- ',' if not (loop.last and is_last_metric) }}
        {%- endfor %}
        {%- endfor %}

    from thresholds
{%- endmacro %}
