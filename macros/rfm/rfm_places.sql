{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Where a score begins in the order of n customers from the worst (1): an array of (target_position, weight); the weighted
  sum of the values at those positions goes to rfm_threshold. The twin of customer_value.rfm.ranks.places.

  computed: the k-th worst customer, k = ceil((score - 1) × n / bins).
  rfm_package: the quantile of type 7 (R's default) at (score - 1) / bins lies h = (score - 1) × (n - 1) / bins positions
  above the worst, so as a rule between two customers; the weights make its value bins times as large, and so exact.
-#}
{% macro rfm_places(score, customer_count) -%}
    {%- set bins = whole_number_setting('rfm_bins') -%}
    {%- if rfm_method() == 'computed' -%}
    array(
        named_struct(
            'target_position', (({{ score }} - 1) * {{ customer_count }} + {{ bins - 1 }}) div {{ bins }},
            'weight', cast(1 as decimal(1, 0))
        )
    )
    {%- else -%}
    {%- set scaled_position = '(' ~ score ~ ' - 1) * (' ~ customer_count ~ ' - 1)' -%}
    array(
        named_struct(
            'target_position', {{ scaled_position }} div {{ bins }} + 1,
            'weight', cast({{ bins }} - {{ scaled_position }} % {{ bins }} as decimal(1, 0))
        ),
        named_struct(
            'target_position', ({{ scaled_position }} + {{ bins - 1 }}) div {{ bins }} + 1,
            'weight', cast({{ scaled_position }} % {{ bins }} as decimal(1, 0))
        )
    )
    {%- endif -%}
{%- endmacro %}
