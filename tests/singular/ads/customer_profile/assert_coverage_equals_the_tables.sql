-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 有值的行数直接从文档的表里数也相同；参考表里字段的名称与顺序就是模型的
{%- set counted = {
    'ads_customer_dim': ['customer_id', 'customer_type', 'industry', 'company_size', 'credit_rating', 'ltv_segment', 'preferred_channel'],
    'ads_customer_attributes': ['customer_id', 'tech_adoption', 'price_sensitivity', 'social_impact', 'eco_friendly'],
} %}

with

coverage as (

    select * from {{ ref('ads_customer_profile_coverage') }}

),

tables as (

    {% for model_name, columns in counted.items() -%}
    select
        '{{ model_name }}' as model_name,
        stack(
            {{ columns | length }}
            {%- for column in columns %},
            '{{ column }}', count({{ column }}), {{ loop.index }}
            {%- endfor %}
        ) as (document_column, filled_count, column_number)

    from {{ ref(model_name) }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

)

-- 适用范围之外的值不在覆盖表里，所以表里的不会更少；对所有行适用的字段恰好相等
select
    tables.model_name,
    tables.document_column,
    tables.filled_count as counted,
    coverage.filled_count

from tables

left join coverage
    on
        tables.model_name = coverage.model_name
        and tables.document_column = coverage.document_column

where
    coverage.filled_count is null
    or coverage.filled_count > tables.filled_count
    or coverage.applicable_count < coverage.filled_count
    or (
        coverage.applies_to in ('all', 'known', 'buyer', 'active', 'regular', 'profiled')
        and coverage.filled_count != tables.filled_count
    )
