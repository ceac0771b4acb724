{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The facts of both areas in which a customer's id can be seen: table, column of the id, and the day of a row. -#}
{% macro customer_sightings() -%}
    {{ return([
        ('dwd_order', 'customer_id', 'order_date'),
        ('dwd_behavior_fact', 'customer_id', 'event_date'),
        ('dwd_service_fact', 'customer_id', 'contact_date'),
        ('dwd_review', 'customer_id', 'review_date'),
        ('dwd_marketing_assignment', 'customer_id', 'to_date(assign_time)'),
        ('dwd_recommendation_log', 'customer_id', 'to_date(shown_time)'),
        ('dwd_customer_service_promo_send', 'consumer_id', 'dt'),
    ]) }}
{%- endmacro %}
