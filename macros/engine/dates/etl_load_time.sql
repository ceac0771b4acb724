{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The time when this run started, the same in every row of a run. No other code of the project reads a clock. -#}
{% macro etl_load_time() -%}
    timestamp '{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}+00:00'
{%- endmacro %}
