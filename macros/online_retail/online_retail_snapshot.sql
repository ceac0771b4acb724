{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The day whose 00:00 is the snapshot, where it is known before any row is read: the var, else that of the committed sample, which has
  lines after it on purpose; else none, and the snapshot follows the loaded file (dwd_online_retail_snapshot, which models read).
-#}
{% macro online_retail_snapshot() -%}
    {%- set chosen = var('online_retail_snapshot_date') -%}
    {%- if chosen is not none -%}
        {{ return(date_literal(chosen, 'online_retail_snapshot_date')) }}
    {%- elif var('online_retail_ods') == 'seeds' -%}
        {{ return(date_literal(var('sample_online_retail_snapshot_date'), 'sample_online_retail_snapshot_date')) }}
    {%- endif -%}
    {{ return(none) }}
{%- endmacro %}
