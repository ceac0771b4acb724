{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the method of the var rfm_method, where it finds its thresholds in the customers, makes of their order: two expressions.

  places: where `score` begins in the order of `customer_count` customers from the worst (1), as an array of
  (target_position, weight).
  threshold: what a customer must be strictly better than, from `weighted_value`, the sum of weight × value at those
  positions, decimal(33,4); `metric` is r, f or m, and larger is better.
-#}
{% macro rfm_rules(score='score', customer_count='customer_count', metric='metric', weighted_value='weighted_value') -%}
    {%- if rfm_method() == 'computed' -%}
    {{ return(rfm_computed(score, customer_count, metric, weighted_value)) }}
    {%- else -%}
    {{ return(rfm_package(score, customer_count, metric, weighted_value)) }}
    {%- endif -%}
{%- endmacro %}
