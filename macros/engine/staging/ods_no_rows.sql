{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A raw table that is not there, as a query with its columns and no rows. -#}
{% macro ods_no_rows(table) -%}
    (
        select
            {%- for column in ods_columns(table) %}
            cast(null as string) as {{ column.source }}{{ ',' if not loop.last }}
            {%- endfor %}

        where false
    )
{%- endmacro %}
