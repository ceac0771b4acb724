{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  One point, and one more for every bound that the value passes. `value` is oriented so that larger is better.
  comparison: '>' for thresholds (the value of the k-th worst customer), '>=' for cut points (the worst value of a score).
-#}
{% macro rfm_score(value, bounds, comparison='>') -%}
    1
    {%- for bound in bounds %}
        + case when {{ value }} {{ comparison }} {{ bound }} then 1 else 0 end
    {%- endfor %}
{%- endmacro %}
