-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户：按优惠买的占比与店里比，得价格敏感度
{%- set min_lines = whole_number_setting('customer_profile_price_min_lines', 1, 9999) %}

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

-- 没有类目的商品没有可比的
lines as (

    select
        facts.customer_id,
        products.category_id,
        trunc(facts.transaction_date, 'MM') as month_start,
        facts.list_amount,
        case when facts.discount_amount > 0 then facts.list_amount else 0 end as discounted_amount,
        dates.as_of_date

    from {{ ref('dwd_transaction_fact') }} as facts

    inner join {{ ref('dwd_product') }} as products
        on facts.product_id = products.product_id

    inner join dates
        on {{ is_within_days('facts.transaction_date', 'dates.as_of_date', order_window_days()) }}

    where products.category_id is not null

),

-- 一行优惠都没有过的数据没有优惠这一列
discount_start as (

    select min(transaction_date) as first_date from {{ ref('dwd_transaction_fact') }}
    where discount_amount is not null

),

shop as (

    select
        category_id,
        month_start,
        {{ share_of('sum(discounted_amount)', 'sum(list_amount)', places=2) }} as discounted_share,
        as_of_date

    from lines

    group by as_of_date, category_id, month_start

),

-- 店里的占比按客户自己的类目与月份加权
compared as (

    select
        lines.customer_id,
        lines.as_of_date,
        count(*) as line_count,
        cast(sum(lines.list_amount) as decimal(28, 2)) as list_amount,
        {{ share_of('sum(lines.discounted_amount)', 'sum(lines.list_amount)', places=2) }} as discounted_share,
        {{ share_of(
            'sum(cast(lines.list_amount as decimal(20, 2)) * coalesce(shop.discounted_share, 0))',
            'sum(lines.list_amount)',
            places=6
        ) }} as shop_share

    from lines

    inner join shop
        on
            lines.as_of_date = shop.as_of_date
            and lines.category_id = shop.category_id
            and lines.month_start = shop.month_start

    where lines.customer_id is not null

    group by lines.customer_id, lines.as_of_date

),

price_sensitivities as (

    select
        population.customer_id,
        coalesce(compared.line_count, 0) as line_count,
        compared.list_amount,
        cast(compared.discounted_share as decimal(5, 4)) as discounted_share,
        cast(compared.shop_share as decimal(5, 4)) as shop_share,
        cast(compared.discounted_share - compared.shop_share as decimal(7, 6)) as share_difference,
        case
            when compared.line_count >= {{ min_lines }} and discount_start.first_date <= population.as_of_date
                then {{ price_sensitivity('cast(compared.discounted_share - compared.shop_share as decimal(7, 6))') }}
        end as price_sensitivity,
        population.as_of_date

    from population

    cross join discount_start

    left join compared
        on population.customer_id = compared.customer_id and population.as_of_date = compared.as_of_date

)

select * from price_sensitivities
