{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Where an area's raw tables come from, as a word to store: `seeds`, or the schema of the company's tables. -#}
{% macro ods_origin(area) -%}
    {{ return(var('ods_schema') if var(area ~ '_ods') == 'source' else 'seeds') }}
{%- endmacro %}
