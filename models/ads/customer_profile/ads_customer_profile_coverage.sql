-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 设计文档的一个字段：适用的行里有多少有值；有测试点名且值够全，才算覆盖
{%- set filled_share = share_setting('customer_profile_field_filled_share') %}

with

fields as (

    select * from {{ ref('customer_profile_field') }}

),

-- 每个字段按每种适用条件都数一遍，用哪一种由参考表说
{% for table in document_tables() -%}
{{ table.name }} as (

    select
        {%- for word, condition in table.conditions.items() %}
        {%- set is_last_word = loop.last %}
        count_if({{ condition }}) as applicable_{{ word }},
        {%- for column in table.columns %}
        count_if({{ condition }} and {{ column }} is not null) as filled_{{ word }}_{{ column }}
        {{- ',' if not (loop.last and is_last_word) }}
        {%- endfor %}
        {%- endfor %}

    from {{ ref(table.relation) }}

    where {{ table.dated_by }} <= {{ as_of_date() }}

),

{% endfor -%}
counted as (

    select
        fields.*,
        case concat_ws('.', fields.document_table, fields.applies_to)
            {%- for table in document_tables() %}
            {%- for word in table.conditions %}
            when '{{ table.name }}.{{ word }}' then {{ table.name }}.applicable_{{ word }}
            {%- endfor %}
            {%- endfor %}
        end as applicable_count,
        case concat_ws('.', fields.document_table, fields.applies_to, fields.document_column)
            {%- for table in document_tables() %}
            {%- for word in table.conditions %}
            {%- for column in table.columns %}
            when '{{ table.name }}.{{ word }}.{{ column }}' then {{ table.name }}.filled_{{ word }}_{{ column }}
            {%- endfor %}
            {%- endfor %}
            {%- endfor %}
        end as filled_count,
        concat_ws('.', fields.document_table, fields.document_column) in (
            ''
            {%- for table in document_tables() %}
            {%- for column in tested_columns(table.model) if column in table.columns %},
            '{{ table.name }}.{{ column }}'
            {%- endfor %}
            {%- endfor %}
        ) as is_tested

    from fields
    {%- for table in document_tables() %}

    cross join {{ table.name }}
    {%- endfor %}

),

coverage as (

    select
        document_table,
        document_column,
        model_name,
        applies_to,
        applicable_count,
        filled_count,
        cast({{ share_of('filled_count', 'applicable_count') }} as decimal(5, 4)) as coverage_share,
        is_tested,
        is_tested
        and applicable_count > 0
        and filled_count >= {{ filled_share }} * applicable_count as is_covered,
        field_order,
        {{ as_of_date() }} as as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from coverage
