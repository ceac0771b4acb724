{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- When this run started: the only clock in the project, and the same value in every row of a run. -#}
{% macro etl_load_time() -%}
    timestamp '{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}+00:00'
{%- endmacro %}
