-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 来处：到这一天为止的编号从哪里来；不读客户全体，是它的另一条路

with

profile_dates as (

    select * from {{ ref('dws_customer_profile_date') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

-- 没有起点的版本从来都在
registrations as (

    select
        customer_id,
        'registered' as place,
        coalesce(to_date(valid_from), {{ no_date() }}) as first_date

    from {{ ref('dwd_customer_history') }}

    where version_number = 1

),

sightings as (

    {% for table, id, day in customer_sightings() -%}
    select
        {{ id }} as customer_id,
        '{{ 'promo' if id == 'consumer_id' else 'profile' }}' as place,
        min({{ day }}) as first_date

    from {{ ref(table) }}

    where {{ id }} is not null

    group by {{ id }}

    union all

    {% endfor -%}
    select * from registrations

),

customers as (

    select
        sightings.customer_id,
        min(case when sightings.place = 'registered' then sightings.first_date end) as registered_date,
        min(case when sightings.place = 'profile' then sightings.first_date end) as profile_date,
        min(case when sightings.place = 'promo' then sightings.first_date end) as promo_date

    from sightings

    left anti join erasures
        on sightings.customer_id = erasures.customer_id

    group by sightings.customer_id

),

sourced as (

    select
        profile_dates.as_of_date,
        case
            when customers.registered_date <= profile_dates.as_of_date then 'registered'
            when customers.profile_date <= profile_dates.as_of_date and customers.promo_date <= profile_dates.as_of_date
                then 'both_facts'
            when customers.profile_date <= profile_dates.as_of_date then 'profile_facts'
            when customers.promo_date <= profile_dates.as_of_date then 'promo_facts'
        end as id_source

    from customers

    inner join profile_dates
        on least(customers.registered_date, customers.profile_date, customers.promo_date) <= profile_dates.as_of_date

),

id_sources as (

    select
        as_of_date,
        id_source,
        count(*) as id_count

    from sourced

    group by as_of_date, id_source

)

select * from id_sources
