{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Which of n customers, counted from the worst, one must be strictly better than to earn a score. -#}
{% macro rfm_rank(score, customer_count) -%}
    (({{ score }} - 1) * {{ customer_count }} + {{ var('rfm_bins') - 1 }}) div {{ var('rfm_bins') }}
{%- endmacro %}
