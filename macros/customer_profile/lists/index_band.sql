{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The band of an index (index_band_names): a bound belongs to the band below it. Null where the index is. -#}
{% macro index_band(value, setting, largest) -%}
    {%- set names = index_band_names(setting, largest) -%}
    case
            when {{ value }} = 0 then '{{ names[0] }}'
            {%- for bound in index_band_bounds(setting, largest) %}
            when {{ value }} <= {{ bound }} then '{{ names[loop.index] }}'
            {%- endfor %}
            when {{ value }} <= {{ largest }} then '{{ names[-1] }}'
        end
{%- endmacro %}
