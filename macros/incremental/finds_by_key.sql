{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Whether a run finds the raw rows of its days by their keys, and opens no other file: not where it rewrites everything, or so
  much that the keys would not fit into a broadcast.
-#}
{% macro finds_by_key(rewritten) -%}
    {{ return(rewritten is not none and rewritten.input_rows <= var('incremental_lookup_rows')) }}
{%- endmacro %}
