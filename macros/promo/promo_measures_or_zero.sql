{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The additive measures summed from an outer-joined summary: nothing there counts as 0. -#}
{% macro promo_measures_or_zero(summary) -%}
    coalesce(sum({{ summary }}.send_count), 0) as send_count,
        coalesce(sum({{ summary }}.use_count), 0) as use_count,
        coalesce(sum({{ summary }}.valid_use_count), 0) as valid_use_count,
        cast(coalesce(sum({{ summary }}.promo_amount), 0) as decimal(28, 2)) as promo_amount,
        cast(coalesce(sum({{ summary }}.pay_amount), 0) as decimal(28, 2)) as pay_amount
{%- endmacro %}
