{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Every class of a line, in the order of the rules: so that a class without lines shows as 0. -#}
{% macro line_classes() -%}
    select
        line_class,
        class_order
    from values
        ('invalid', 1),
        ('duplicate', 2),
        ('after_snapshot', 3),
        ('cancellation', 4),
        ('adjustment', 5),
        ('no_customer', 6),
        ('incomplete', 7),
        ('non_product', 8),
        ('free', 9),
        ('sale', 10)
        as line_class (line_class, class_order)
{%- endmacro %}
