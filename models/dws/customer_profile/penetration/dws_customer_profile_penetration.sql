-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户：买过的在售类目占在售类目的比例
{%- set bought_count = 'coalesce(bought.bought_category_count, 0)' %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

categories as (

    select categories.*

    from {{ ref('dws_customer_profile_category_sale') }} as categories

    left semi join dates
        on categories.as_of_date = dates.as_of_date

),

kept_categories as (

    select * from {{ ref('dws_customer_profile_kept_category') }}

),

sale_dates as (

    select
        dates.as_of_date,
        count(case when categories.is_on_sale then 1 end) as on_sale_category_count,
        coalesce(bool_or(categories.is_approximate), false) as is_approximate

    from dates

    left join categories
        on dates.as_of_date = categories.as_of_date

    group by dates.as_of_date

),

bought as (

    select
        kept_categories.customer_id,
        categories.as_of_date,
        count(distinct kept_categories.category_id) as bought_category_count

    from kept_categories

    inner join categories
        on
            kept_categories.category_id = categories.category_id
            and kept_categories.first_date <= categories.as_of_date
            and coalesce(kept_categories.refunded_date > categories.as_of_date, true)

    where categories.is_on_sale

    group by kept_categories.customer_id, categories.as_of_date

),

penetrations as (

    select
        population.customer_id,
        {{ bought_count }} as bought_category_count,
        sale_dates.on_sale_category_count,
        cast(
            {{ rounded_ratio('100 * ' ~ bought_count, 'sale_dates.on_sale_category_count') }} / 100 as decimal(5, 4)
        ) as penetration_rate,
        sale_dates.is_approximate,
        population.as_of_date

    from population

    inner join sale_dates
        on population.as_of_date = sale_dates.as_of_date

    left join bought
        on
            population.customer_id = bought.customer_id
            and population.as_of_date = bought.as_of_date

)

select * from penetrations
