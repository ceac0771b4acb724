{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The cut points of both kinds of level (level_kind: promo, order) as they are stored for the as-of date. -#}
{% macro level_cut_points() -%}
    {% for kind, cut_points in [
        ('promo', 'dws_customer_service_promo_rfm_cut_points'), ('order', 'dws_customer_profile_order_rfm_cut_points')
    ] -%}
    select
        '{{ kind }}' as level_kind,
        metric,
        score,
        lowest_value

    from {{ ref(cut_points) }}

    where as_of_date = {{ as_of_date() }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
