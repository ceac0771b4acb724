{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The measures of a group of customers, over rows of dws_customer_profile_customer_total; a buyer has an order. -#}
{% macro customer_total_measures() -%}
    count(*) as customer_count,
        count_if(order_count > 0) as buyer_count,
        sum(order_count) as order_count,
        cast(sum(gross_amount) as decimal(28, 2)) as gross_amount,
        cast(sum(refund_amount) as decimal(28, 2)) as refund_amount,
        cast(sum(net_amount) as decimal(28, 2)) as net_amount
{%- endmacro %}
