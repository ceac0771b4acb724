-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 设计文档的一个字段：适用的行里有多少有值；有测试点名且值够全，才算覆盖
{%- set tables = document_tables() %}
{%- set filled_share = share_setting('customer_profile_field_filled_share') %}

with

fields as (

    select * from {{ ref('customer_profile_field') }}

),

-- 每个字段按每种适用条件都数一遍，用哪一种由参考表说
{% for table in tables -%}
{{ table.name }} as (

    select
        {{ document_field_counts(table) }}

    from {{ ref(table.relation) }}

    where {{ table.dated_by }} <= {{ as_of_date() }}

),

{% endfor -%}
counted as (

    select
        fields.*,
        {{ applicable_count(tables) }} as applicable_count,
        {{ filled_count(tables) }} as filled_count,
        {{ is_tested_field(tables) }} as is_tested

    from fields
    {% for table in tables %}
    cross join {{ table.name }}
    {% endfor %}

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
