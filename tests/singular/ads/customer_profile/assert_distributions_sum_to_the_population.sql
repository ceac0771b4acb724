-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每个截止日的每个指标：客户加起来是全体，未授权的恰好是没有画像授权的；除优惠等级外每天都有

with

population as (

    select
        as_of_date,
        count(*) as customer_count,
        count_if(not is_profiled) as unauthorised_count

    from {{ ref('dws_customer_profile_population') }}

    group by as_of_date

),

measures as (

    select
        population.*,
        explode(array(
            {% for measure in profile_measures() -%}
            '{{ measure }}'{{ ',' if not loop.last }}
            {% endfor -%}
        )) as measure

    from population

),

distribution as (

    select
        as_of_date,
        measure,
        sum(customer_count) as customer_count,
        sum(if(value = '未授权', customer_count, 0)) as unauthorised_count

    from {{ ref('ads_customer_profile_distribution') }}

    group by as_of_date, measure

)

select
    coalesce(measures.as_of_date, distribution.as_of_date) as as_of_date,
    coalesce(measures.measure, distribution.measure) as measure,
    measures.customer_count,
    distribution.customer_count as distributed_count

from measures

full outer join distribution
    on
        measures.as_of_date = distribution.as_of_date
        and measures.measure = distribution.measure

where
    not (
        measures.customer_count <=> distribution.customer_count
        and measures.unauthorised_count <=> distribution.unauthorised_count
    )
    and not (measures.measure = 'promo_level' and distribution.measure is null)
