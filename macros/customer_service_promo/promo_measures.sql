{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The additive measures of the promotion area, summed over events or a finer summary; 0 where an outer join found none. -#}
{% macro promo_measures() -%}
    coalesce(sum(send_count), 0) as send_count,
        coalesce(sum(use_count), 0) as use_count,
        coalesce(sum(valid_use_count), 0) as valid_use_count,
        cast(coalesce(sum(promo_amount), 0) as decimal(28, 2)) as promo_amount,
        cast(coalesce(sum(pay_amount), 0) as decimal(28, 2)) as pay_amount
{%- endmacro %}
