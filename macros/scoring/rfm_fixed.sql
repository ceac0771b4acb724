{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The method `fixed`: the bounds of an area, from the seed of cut points that people edit. -#}
{% macro rfm_fixed(area) -%}
    {{ rfm_bounds(ref('rfm_fixed_cut_points') ~ ' where area = ' ~ string_literal(area)) }}
{%- endmacro %}
