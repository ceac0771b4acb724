{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The stage of a customer in a month (design §7). Every rule of the document follows from three facts, so that no month needs
  the stage of the month before: bought in this month, bought in the month before, bought in any month before.
-#}
{% macro customer_stage(bought, bought_last_month, bought_before) -%}
    case
        when {{ bought }} and not {{ bought_before }} then 'new'
        when {{ bought }} and {{ bought_last_month }} then 'active'
        when {{ bought }} then 'back'
        when {{ bought_before }} then 'unactive'
        when not {{ bought_before }} then '未消费'
    end
{%- endmacro %}
