{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Squared Euclidean distance of a customer's features to a centre, in units of the standard deviation. -#}
{% macro squared_distance(features, centres) -%}
    power(({{ features }}.r_feature - {{ centres }}.r_centre) / {{ centres }}.r_scale, 2)
    + power(({{ features }}.f_feature - {{ centres }}.f_centre) / {{ centres }}.f_scale, 2)
    + power(({{ features }}.m_feature - {{ centres }}.m_centre) / {{ centres }}.m_scale, 2)
{%- endmacro %}
