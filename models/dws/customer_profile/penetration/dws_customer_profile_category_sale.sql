-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 类目（category_id）：当天是否在售

with

dates as (

    {{ dates_to_build() }}

),

products as (

    select * from {{ ref('dwd_product') }}
    where category_id is not null

),

product_sales as (

    select
        products.category_id,
        products.category_name,
        {{ product_sale('products', 'dates.as_of_date') }},
        dates.as_of_date

    from products

    cross join dates

),

-- 没有在售商品的类目也要看是否确定：否则它缺席的日子看起来是准确的
categories as (

    select
        category_id,
        min(category_name) as category_name,
        count(case when is_on_sale then 1 end) as on_sale_product_count,
        coalesce(bool_or(is_on_sale), false) as is_on_sale,
        not bool_or(is_on_sale and is_certain) and not bool_and(is_certain) as is_approximate,
        as_of_date

    from product_sales

    group by category_id, as_of_date

)

select * from categories
