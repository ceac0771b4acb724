{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Centres as cluster_models returns them, one row per feature, side by side: <feature>_centre and <feature>_scale of each
  feature, for a query that groups `centres` by the centre.
-#}
{% macro centre_columns(centres, features) -%}
    {%- for feature in features %}
        {%- for column in ['centre', 'scale'] -%}
        {{ '\n        ' if not (loop.first and features[0] == feature) }}max(case when {{ centres }}.feature = {{ string_literal(feature) }} then {{ centres }}.{{ column }} end) as {{ feature }}_{{ column }}
        {{- ',' if not loop.last }}
        {%- endfor %}
        {{- ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
