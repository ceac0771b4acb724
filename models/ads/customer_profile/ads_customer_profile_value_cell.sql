-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 属性 × 值 × 细分（整体、省、价值分层）× 细分的值：每格至少有几位客户，太小的并入 其他，和不变

with

value_cells as (

    select * from {{ ref('dws_customer_profile_value_cell') }}

),

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

buyer_values as (

    select
        attribute,
        attribute_value,
        net_amount

    from customer_totals
        unpivot (
            attribute_value for attribute in ({{ value_attributes() | join(', ') }})
        )

    where order_count > 0

),

-- percentile 只认双精度：以分为整数时它是精确的。几位买家的中位数说明不了什么
medians as (

    select
        value_names.attribute,
        value_names.shown_value,
        'total' as detail,
        cast(
            cast(percentile(cast(buyer_values.net_amount * 100 as bigint), 0.5) as decimal(28, 1)) / 100
            as decimal(28, 2)
        ) as median_net_amount

    from buyer_values

    inner join {{ ref('dws_customer_profile_value_name') }} as value_names
        on
            buyer_values.attribute = value_names.attribute
            and buyer_values.attribute_value = value_names.attribute_value

    group by value_names.attribute, value_names.shown_value

    having count(*) >= {{ min_cell_customers() }}

),

weighed as (

    select
        value_cells.*,
        sum(value_cells.customer_count) over (
            partition by value_cells.attribute, value_cells.detail
        ) as population_count

    from value_cells

),

measured_cells as (

    select
        weighed.as_of_date,
        weighed.attribute,
        weighed.attribute_value,
        weighed.detail,
        weighed.detail_value,
        weighed.detail_id,
        weighed.customer_count,
        cast(
            {{ rounded_ratio('100 * weighed.customer_count', 'weighed.population_count') }} as decimal(5, 2)
        ) as customer_share,
        weighed.buyer_count,
        cast(
            {{ rounded_ratio('100 * weighed.buyer_count', 'weighed.customer_count') }} as decimal(5, 2)
        ) as buyer_share,
        weighed.order_count,
        weighed.gross_amount,
        weighed.refund_amount,
        weighed.net_amount,
        cast({{ rounded_ratio('weighed.net_amount', 'weighed.buyer_count') }} as decimal(28, 2)) as mean_net_amount,
        medians.median_net_amount,
        cast({{ rounded_ratio('weighed.activity_total', 'weighed.active_base_count') }} as decimal(5, 2))
            as mean_activity_index,
        {{ etl_load_time() }} as etl_load_time

    from weighed

    left join medians
        on
            weighed.attribute = medians.attribute
            and weighed.attribute_value = medians.shown_value
            and weighed.detail = medians.detail

)

select * from measured_cells
