{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The names of the bands of an index, from the lowest: 0 is a band of its own, because nothing at all is not little. -#}
{% macro index_band_names(setting, largest) -%}
    {%- set names = ['0'] -%}
    {%- set edges = [0] + index_band_bounds(setting, largest) + [largest] -%}
    {%- for edge in edges[1:] -%}
        {%- do names.append(edges[loop.index0] ~ '–' ~ edge) -%}
    {%- endfor -%}
    {{ return(names) }}
{%- endmacro %}
