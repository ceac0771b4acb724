{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The additive measures of sales, summed over entries or a finer summary; net is what they leave. -#}
{% macro profile_sales_measures() -%}
    sum(order_count) as order_count,
        sum(customer_count) as customer_count,
        cast(sum(gross_amount) as decimal(28, 2)) as gross_amount,
        cast(sum(refund_amount) as decimal(28, 2)) as refund_amount,
        cast(sum(gross_amount) - sum(refund_amount) as decimal(28, 2)) as net_amount
{%- endmacro %}
