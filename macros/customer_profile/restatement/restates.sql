{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether this run builds all stored dates anew (var customer_profile_restate), not only the as-of date. -#}
{% macro restates() -%}
    {{ return(flag_setting('customer_profile_restate')) }}
{%- endmacro %}
