-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户：技术采纳指数，连同各部分；它是推测，不是事实
{%- set window_days = whole_number_setting('customer_profile_tech_window_days', 1, 9999) %}
{%- set new_days = whole_number_setting('customer_profile_tech_new_product_days', 0, 9999) %}
{%- set min_events = whole_number_setting('customer_profile_tech_min_events', 1, 9999) %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select population.*

    from {{ ref('dws_customer_profile_population') }} as population

    left semi join dates
        on population.as_of_date = dates.as_of_date

    where population.is_profiled

),

tech_visits as (

    select * from {{ ref('dws_customer_profile_tech_visit') }}

),

-- 从没有过搜索与比价的数据，少了这一部分，而不是人人为 0
search_start as (

    select min(event_date) as first_date from {{ ref('dwd_behavior_fact') }}
    where event_type in ('search', 'compare')

),

purchases as (

    select
        purchases.customer_id,
        purchases.product_id,
        purchases.transaction_date,
        datediff(purchases.transaction_date, to_date(products.list_time)) between 0 and {{ new_days }} as is_new

    from {{ ref('dwd_transaction_fact') }} as purchases

    inner join {{ ref('dwd_product') }} as products
        on purchases.product_id = products.product_id

    where purchases.customer_id is not null and products.list_time is not null

),

product_counts as (

    select
        purchases.customer_id,
        dates.as_of_date,
        count(distinct purchases.product_id) as product_count,
        count(distinct case when purchases.is_new then purchases.product_id end) as new_product_count

    from purchases

    inner join dates
        on {{ is_within_days('purchases.transaction_date', 'dates.as_of_date', window_days) }}

    group by purchases.customer_id, dates.as_of_date

),

shares as (

    select
        population.customer_id,
        population.as_of_date,
        coalesce(tech_visits.event_count, 0) as event_count,
        {{ share_of('tech_visits.tech_visit_count', 'tech_visits.channel_visit_count') }} as tech_channel_share,
        {{ share_of('product_counts.new_product_count', 'product_counts.product_count') }} as new_product_share,
        case
            when search_start.first_date <= population.as_of_date
                then {{ share_of('tech_visits.search_session_count', 'tech_visits.session_count') }}
        end as search_share

    from population

    cross join search_start

    left join tech_visits
        on population.customer_id = tech_visits.customer_id and population.as_of_date = tech_visits.as_of_date

    left join product_counts
        on population.customer_id = product_counts.customer_id and population.as_of_date = product_counts.as_of_date

),

tech_adoption as (

    select
        customer_id,
        event_count,
        {% for part in tech_parts() -%}
        cast({{ part.column }} as decimal(5, 4)) as {{ part.column }},
        {% endfor -%}
        concat_ws(
            ', ',
            {%- for part in tech_parts() %}
            case when {{ part.column }} is not null then '{{ part.name }}' end{{ ',' if not loop.last }}
            {%- endfor %}
        ) as part_names,
        case
            when event_count >= {{ min_events }}
                then {{ weighted_share(tech_parts()) }}
        end as tech_adoption,
        as_of_date

    from shares

)

select * from tech_adoption
