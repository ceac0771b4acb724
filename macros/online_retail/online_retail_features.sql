{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What customers are compared by when they are clustered; the Python model has the same list in its config (a test compares them). -#}
{% macro online_retail_features() -%}
    {{ return(['r_feature', 'f_feature', 'm_feature']) }}
{%- endmacro %}
