{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A customer who bought in the last so many days after a long gap is returning (var customer_profile_returning_days). -#}
{% macro returning_days() -%}
    {{ return(whole_number_setting('customer_profile_returning_days', 1, 3660)) }}
{%- endmacro %}
