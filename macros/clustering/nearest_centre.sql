{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The centre_id of the centre nearest to a point, the lowest of equally near ones; an aggregate over all `centres` joined
  to the point.
-#}
{% macro nearest_centre(points, centres, features) -%}
    min_by(
            {{ centres }}.centre_id,
            struct(
                {{ squared_distance(points, centres, features) }},
                {{ centres }}.centre_id
            )
        )
{%- endmacro %}
