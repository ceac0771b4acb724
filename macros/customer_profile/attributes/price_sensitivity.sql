{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  价格敏感度 from the difference between the shares of list value that the customer and the shop had at a discount: both bounds
  (var customer_profile_price_gap) belong to the outer words.
-#}
{% macro price_sensitivity(difference) -%}
    {%- set gap = share_setting('customer_profile_price_gap') -%}
    case
            when {{ difference }} >= {{ gap }} then '高'
            when {{ difference }} <= -{{ gap }} then '低'
            when {{ difference }} is not null then '中'
        end
{%- endmacro %}
