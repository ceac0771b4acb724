{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Squared Euclidean distance of a customer's features to a centre, in units of the standard deviation. The same operations
  in the same order as customer_value.clustering, so that the last bits agree too.
-#}
{% macro squared_distance(features, centres) -%}
    {%- for metric in ['r', 'f', 'm'] %}
    {%- set z %}(({{ features }}.{{ metric }}_feature - {{ centres }}.{{ metric }}_centre) / {{ centres }}.{{ metric }}_scale){% endset %}
    {{ '+ ' if not loop.first }}{{ z }} * {{ z }}
    {%- endfor %}
{%- endmacro %}
