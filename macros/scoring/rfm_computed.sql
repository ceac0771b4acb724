{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The method `computed`; see rfm_rules for what it returns, and the method `computed` of customer_value.analytics.rfm.ranks for its twin.

  A score begins at the k-th worst customer, k = ceil((score - 1) × n / bins), and is earned by being better than that one.
-#}
{% macro rfm_computed(score, customer_count, metric, weighted_value) -%}
    {%- set bins = rfm_bins() -%}
    {%- set places -%}
    array(
        named_struct(
            'target_position', (({{ score }} - 1) * {{ customer_count }} + {{ bins - 1 }}) div {{ bins }},
            'weight', cast(1 as decimal(1, 0))
        )
    )
    {%- endset -%}
    {{ return({'places': places, 'threshold': weighted_value}) }}
{%- endmacro %}
