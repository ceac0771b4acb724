{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Squared Euclidean distance of a row of `points` to a row of `centres` (see centre_columns), in units of the standard
  deviation. The same operations in the same order as customer_value.clustering, so that the last bits agree too.
-#}
{% macro squared_distance(points, centres, features) -%}
    {%- for feature in features %}
    {%- set z = '((' ~ points ~ '.' ~ feature ~ ' - ' ~ centres ~ '.' ~ feature ~ '_centre) / ' ~ centres ~ '.' ~ feature ~ '_scale)' %}
    {{- '\n                + ' if not loop.first }}{{ z }} * {{ z }}
    {%- endfor %}
{%- endmacro %}
