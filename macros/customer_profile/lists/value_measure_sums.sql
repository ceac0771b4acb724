{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The measures of groups of customers, summed over groups. -#}
{% macro value_measure_sums() -%}
    sum(customer_count) as customer_count,
        sum(buyer_count) as buyer_count,
        sum(order_count) as order_count,
        {% for measure in ['gross_amount', 'refund_amount', 'net_amount', 'activity_total'] -%}
        cast(sum({{ measure }}) as decimal(28, 2)) as {{ measure }},
        {% endfor -%}
        sum(active_base_count) as active_base_count
{%- endmacro %}
