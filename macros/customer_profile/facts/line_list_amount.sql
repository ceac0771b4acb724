{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What a line would have cost without a discount: what was paid and what was taken off; without a column of discounts the price times the
  units; without a price what was paid.
-#}
{% macro line_list_amount(lines) -%}
    coalesce(
            {{ lines }}.amount + {{ lines }}.discount_amount,
            {{ lines }}.unit_price * {{ lines }}.quantity,
            {{ lines }}.amount
        )
{%- endmacro %}
