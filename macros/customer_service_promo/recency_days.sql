{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  R: calendar days from the last redemption to the as-of date. Never redeemed = 999; a real age shows as at most 998,
  so that the two cannot be mistaken for each other.
-#}
{% macro recency_days(last_pay_date) -%}
    case
        when {{ last_pay_date }} is null then {{ never_redeemed_recency_days() }}
        else least(datediff({{ as_of_date() }}, {{ last_pay_date }}), {{ never_redeemed_recency_days() - 1 }})
    end
{%- endmacro %}
