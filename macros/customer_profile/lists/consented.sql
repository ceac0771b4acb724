{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A value of a customer for a table of groups: of a customer who did not consent to profiling only 未授权, of one who has no value the word
  for that. So every customer has exactly one value and groups sum to the population.
-#}
{% macro consented(is_profiled, value, otherwise) -%}
    case when {{ is_profiled }} then coalesce({{ value }}, '{{ otherwise }}') else '未授权' end
{%- endmacro %}
