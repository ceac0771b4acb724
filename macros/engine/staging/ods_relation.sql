{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Where an ODS table is: the sample's seed, or a table of ods_schema, as the area's var says. -#}
{% macro ods_relation(area, table) -%}
    {%- set origin = var(area ~ '_ods') -%}
    {%- if origin == 'seeds' -%}
        {{ return(ref(table)) }}
    {%- elif origin == 'source' -%}
        {{ return(source('ods', table)) }}
    {%- endif -%}
    {{ refuse_setting(area ~ "_ods is '" ~ origin ~ "'; give 'seeds' or 'source'") }}
{%- endmacro %}
