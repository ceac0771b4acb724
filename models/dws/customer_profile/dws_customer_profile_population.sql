-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户：到这一天已注册，或在任一主题的事实里出现过；要求删除的客户没有行
{%- set without_consent = flag_setting('customer_profile_profiling_without_consent') %}

with

dates as (

    {{ dates_to_build() }}

),

customer_versions as (

    select * from {{ ref('dwd_customer_history') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

sightings as (

    {% for table, id, day in customer_sightings() -%}
    select
        {{ id }} as customer_id,
        min({{ day }}) as first_seen_date

    from {{ ref(table) }}

    where {{ id }} is not null

    group by {{ id }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

first_sightings as (

    select
        sightings.customer_id,
        min(sightings.first_seen_date) as first_seen_date

    from sightings

    left anti join erasures
        on sightings.customer_id = erasures.customer_id

    group by sightings.customer_id

),

seen as (

    select
        first_sightings.customer_id,
        first_sightings.first_seen_date,
        dates.as_of_date

    from first_sightings

    inner join dates
        on first_sightings.first_seen_date <= dates.as_of_date

),

-- 当天结束时有效的那一版
registered as (

    select
        customer_versions.*,
        dates.as_of_date

    from customer_versions

    inner join dates
        on {{ is_valid_at(end_of_day('dates.as_of_date'), 'customer_versions') }}

),

population as (

    select
        coalesce(registered.customer_id, seen.customer_id) as customer_id,
        registered.customer_id is not null as is_known,
        {{ 'true' if without_consent else 'coalesce(registered.profiling_consent, false)' }} as is_profiled,
        coalesce(registered.marketing_consent, false) as is_marketable,
        registered.customer_type,
        registered.industry,
        registered.company_size,
        registered.credit_rating,
        registered.region_id,
        registered.declared_channel,
        registered.eco_friendly,
        registered.follower_count,
        registered.register_time,
        seen.first_seen_date,
        coalesce(registered.as_of_date, seen.as_of_date) as as_of_date

    from registered

    full outer join seen
        on
            registered.customer_id = seen.customer_id
            and registered.as_of_date = seen.as_of_date

)

select * from population
