{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The offending value as it came; what names a person is kept as the warehouse keeps it. -#}
{% macro defect_value(columns) -%}
    {%- set private = columns | selectattr('private') | map(attribute='name') | list -%}
    {%- if private and hashes_private_values() -%}
        case
            when defect.column_name in ('{{ private | join("', '") }}') then {{ private_value('defect.column_value') }}
            else defect.column_value
        end
    {%- else -%}
        defect.column_value
    {%- endif -%}
{%- endmacro %}
