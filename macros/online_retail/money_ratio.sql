{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  rounded_ratio for money: amounts have three decimals, and rounded_ratio works on whole numbers, so both sides are taken
  in thousandths.
-#}
{% macro money_ratio(numerator, denominator) -%}
    {{ rounded_ratio('1000 * (' ~ numerator ~ ')', '1000 * (' ~ denominator ~ ')') }}
{%- endmacro %}
