{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- R of a consumer who never redeemed (var never_redeemed_recency_days). -#}
{% macro never_redeemed_recency_days() -%}
    {{ return(whole_number_setting('never_redeemed_recency_days', 1, 99999)) }}
{%- endmacro %}
