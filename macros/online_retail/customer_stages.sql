{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Every stage once, as rows: the spine of the table that has one row per month and stage. -#}
{% macro customer_stages() -%}
    select stage
    from values ('未消费'), ('new'), ('active'), ('unactive'), ('back')
        as customer_stage (stage)
{%- endmacro %}
