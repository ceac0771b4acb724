-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 属性 × 值 × 细分 × 细分的值：客户太少的值与格并入 其他；每个值的各细分加起来相同
{%- set details = {
    'total': {'value': "'整体'", 'id': 'cast(null as string)', 'where': 'true'},
    'province': {'value': 'province', 'id': 'province_id', 'where': "attribute = 'greater_region'"},
    'ltv_segment': {'value': 'ltv_segment', 'id': 'cast(null as string)', 'where': 'true'},
} %}

with

-- 先并属性的值，再并它之内的格：并过的值里的格也够大
named_groups as (

    select
        value_groups.*,
        value_names.shown_value

    from {{ ref('dws_customer_profile_value_group') }} as value_groups

    inner join {{ ref('dws_customer_profile_value_name') }} as value_names
        on
            value_groups.attribute = value_names.attribute
            and value_groups.attribute_value = value_names.attribute_value

),

detailed as (

    {% for detail, of_detail in details.items() -%}
    select
        as_of_date,
        attribute,
        shown_value,
        '{{ detail }}' as detail,
        {{ of_detail.value }} as detail_value,
        {{ of_detail.id }} as detail_id,
        {{ value_measure_sums() }}

    from named_groups

    where {{ of_detail.where }}

    group by as_of_date, attribute, shown_value, {{ of_detail.value }}, {{ of_detail.id }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

named_cells as (

    select
        *,
        {{ cell_or_other('detail_value', 'customer_count', ['attribute', 'detail', 'shown_value']) }} as shown_detail

    from detailed

),

value_cells as (

    select
        as_of_date,
        attribute,
        shown_value as attribute_value,
        detail,
        shown_detail as detail_value,
        if(shown_detail = detail_value, detail_id, null) as detail_id,
        {{ value_measure_sums() }}

    from named_cells

    group by as_of_date, attribute, shown_value, detail, shown_detail, if(shown_detail = detail_value, detail_id, null)

)

select * from value_cells
