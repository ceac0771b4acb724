-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 设计文档的一个字段：适用的行里有多少有值；有测试点名且值够全，才算覆盖
{%- set filled_share = share_setting('customer_profile_field_filled_share') %}

with

fields as (

    select * from {{ ref('customer_profile_field') }}

),

-- 每个字段按每种适用条件都数一遍，用哪一种由参考表说
counted as (

    {% for table in document_tables() -%}
    {%- set tested = tested_columns(table.model) -%}
    select
        '{{ table.name }}' as document_table,
        stack(
            {{ table.columns | length * table.conditions | length }}
            {%- for column in table.columns %}
            {%- for word, condition in table.conditions.items() %},
            '{{ column }}', '{{ word }}', {{ column in tested }},
            count_if({{ condition }}), count_if({{ condition }} and {{ column }} is not null)
            {%- endfor %}
            {%- endfor %}
        ) as (document_column, applies_to, is_tested, applicable_count, filled_count)

    from {{ ref(table.relation) }}

    where {{ table.dated_by }} <= {{ as_of_date() }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

coverage as (

    select
        fields.document_table,
        fields.document_column,
        fields.model_name,
        fields.applies_to,
        counted.applicable_count,
        counted.filled_count,
        cast({{ share_of('counted.filled_count', 'counted.applicable_count') }} as decimal(5, 4)) as coverage_share,
        counted.is_tested,
        counted.is_tested
        and counted.applicable_count > 0
        and counted.filled_count >= {{ filled_share }} * counted.applicable_count as is_covered,
        fields.field_order,
        {{ as_of_date() }} as as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from fields

    left join counted
        on
            fields.document_table = counted.document_table
            and fields.document_column = counted.document_column
            and fields.applies_to = counted.applies_to

)

select * from coverage
