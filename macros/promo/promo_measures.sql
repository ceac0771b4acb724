{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The additive measures of the promotion area, summed over events or over a finer summary. -#}
{% macro promo_measures() -%}
    sum(send_count) as send_count,
        sum(use_count) as use_count,
        sum(valid_use_count) as valid_use_count,
        cast(sum(promo_amount) as decimal(28, 2)) as promo_amount,
        cast(sum(pay_amount) as decimal(28, 2)) as pay_amount
{%- endmacro %}
