{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a date (a literal) is one of the last `reload_days` up to the as-of date. -#}
{% macro in_reload(date) -%}
    {%- set as_of = as_of_date() -%}
    {%- set before = modules.datetime.date.fromisoformat(as_of[6:-1]) - modules.datetime.timedelta(days=reload_days()) -%}
    {{ return("date '" ~ before ~ "'" < date <= as_of) }}
{%- endmacro %}
