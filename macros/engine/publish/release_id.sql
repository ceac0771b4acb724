{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The name of this run's release, made from the time of its start: it is unique, and releases sort by time. -#}
{% macro release_id() -%}
    {{ return('r' ~ run_started_at.strftime('%Y%m%d%H%M%S%f')) }}
{%- endmacro %}
