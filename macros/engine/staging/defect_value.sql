{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The offending value as it came; what is hashed is kept as the warehouse keeps it. -#}
{% macro defect_value(columns) -%}
    {%- set hashed = hashed_columns(columns) | map(attribute='name') | list -%}
    {%- if hashed -%}
        case
            when defect.column_name in ('{{ hashed | join("', '") }}') then {{ hashed_value('defect.column_value') }}
            else defect.column_value
        end
    {%- else -%}
        defect.column_value
    {%- endif -%}
{%- endmacro %}
