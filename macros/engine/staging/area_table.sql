{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One raw table of an area, as area_tables lists it. -#}
{% macro area_table(area, ods) -%}
    {%- set found = area_tables(area) | selectattr('ods', 'equalto', ods) | list -%}
    {%- if not found -%}
        {{ exceptions.raise_compiler_error(ods ~ ' is not among the tables of ' ~ area ~ '; add it to ' ~ area ~ '_tables') }}
    {%- endif -%}
    {{ return(found[0]) }}
{%- endmacro %}
