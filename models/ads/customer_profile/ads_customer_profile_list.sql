-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一份可以导出的客户清单，一位客户也没有的也有行；只数同意画像也同意营销的客户

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled and is_marketable and as_of_date = {{ as_of_date() }}

),

measures as (

    select * from {{ ref('dws_customer_profile_measure') }}
    where as_of_date = {{ as_of_date() }}

),

value_segments as (

    select * from {{ ref('dws_customer_profile_value_segment') }}
    where as_of_date = {{ as_of_date() }}

),

warnings as (

    select * from {{ ref('dws_customer_profile_warning') }}
    where as_of_date = {{ as_of_date() }}

),

list_values as (

    {{ customer_list_values() }}

),

customer_groups as (

    select
        population.customer_id,
        measures.lifecycle_stage as stage,
        measures.order_level,
        measures.promo_level,
        value_segments.ltv_segment

    from population

    left join measures
        on population.customer_id = measures.customer_id

    left join value_segments
        on population.customer_id = value_segments.customer_id

),

listed as (

    select
        'warning' as list_kind,
        rule_code as list_value,
        customer_id

    from warnings

    union all

    select
        'warnings' as list_kind,
        'warnings' as list_value,
        customer_id

    from warnings

    union all

    select
        list_kind,
        list_value,
        customer_id

    from customer_groups
        unpivot (
            list_value for list_kind in (stage, order_level, promo_level, ltv_segment)
        )

),

lists as (

    select
        case
            when list_values.list_kind = 'warnings' then 'warnings'
            else concat(list_values.list_kind, '-', list_values.list_value)
        end as list_name,
        list_values.list_kind,
        list_values.list_value,
        list_values.title,
        list_values.title_english,
        count(distinct listed.customer_id) as customer_count,
        {{ min_cell_customers() }} as min_customer_count,
        list_values.list_order,
        {{ as_of_date() }} as as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from list_values

    left join listed
        on list_values.list_kind = listed.list_kind and list_values.list_value = listed.list_value

    group by
        list_values.list_kind,
        list_values.list_value,
        list_values.title,
        list_values.title_english,
        list_values.list_order

)

select * from lists
