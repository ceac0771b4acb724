{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many days up to the as-of date are rewritten every night (var reload_days). -#}
{% macro reload_days() -%}
    {{ return(whole_number_setting('reload_days', 0, 99999)) }}
{%- endmacro %}
