{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a raw table that the company's tables may lack is not there. -#}
{% macro ods_is_missing(table) -%}
    {%- if execute and table.is_optional and var(table.area ~ '_ods') == 'source' -%}
        {{ return(ods_stored(table) is none) }}
    {%- endif -%}
    {{ return(false) }}
{%- endmacro %}
